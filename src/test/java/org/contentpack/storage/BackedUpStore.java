package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Reviewer;
import org.contentpack.registry.Actor;
import org.contentpack.registry.GivenStatement;
import org.contentpack.registry.OlderStoreException;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReviewStatement;
import org.contentpack.registry.ReviewSubject;
import org.contentpack.registry.Reviews;
import org.contentpack.registry.StoreException;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.signature.Signature;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.TestSigner;
import org.contentpack.signature.TrustedKey;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.version.Version;

/**
 * A store that is filled, backed up, filled on and restored: what has to hold afterwards, whatever
 * the database and the way of the backup.
 */
public final class BackedUpStore {

    private static final PackId PACK = new PackId("leg-cramps-at-night");
    private static final Version FIRST = new Version("1.0.0");

    private final DatabaseSettings settings;
    private final Path ledger;

    public BackedUpStore(DatabaseSettings settings, Path ledger) {
        this.settings = settings;
        this.ledger = ledger;
    }

    private interface Use {
        void of(Database database, Registry registry) throws IOException;
    }

    private void with(Use use) throws IOException {
        try (Database database = Database.open(settings)) {
            Registry registry =
                    TestRegistry.trusting(
                            new DatabaseReleaseStore(database, Ledger.in(ledger)),
                            new TrustedKeys(List.of(key())),
                            SignaturePolicy.VERIFY_IF_PRESENT);
            registry.follow();
            use.of(database, registry);
        }
    }

    private static InMemoryPackFiles pack(String version) throws IOException {
        return InMemoryPackFiles.ofFolder(
                Path.of("content-pack/leg-cramps-at-night").resolve(version));
    }

    private static PublishResult publish(Registry registry, PackFiles pack) throws IOException {
        return registry.publish(new Submission(pack, List.of(), Actor.BUILT_IN));
    }

    private static TrustedKey key() throws IOException {
        return TrustedKey.ofPem(
                Files.readString(Path.of("src/test/resources/signature/rfc8037.pem")));
    }

    /** A review of the first article of a release, signed. */
    private static GivenStatement review(Registration release, ArticleHead article)
            throws IOException {
        ReviewStatement statement =
                new ReviewStatement.Approved(
                        new Reviewer("Test Person", "example role"),
                        Optional.empty(),
                        "facts",
                        LocalDate.parse("2026-11-20"),
                        LocalDate.parse("2027-11-20"));
        try {
            String jws =
                    TestSigner.rfc8037()
                            .jws(ReviewSubject.of(release, article).signedText(statement));
            return new GivenStatement(statement, Optional.of(new Signature(key().id(), jws)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in the backup: a release, a signed review, and that the release was withdrawn. */
    public void fill() throws IOException {
        with(
                (database, registry) -> {
                    assertThat(publish(registry, pack("1.0.0")))
                            .isInstanceOf(PublishResult.Published.class);
                    Registration release = registry.history(PACK).release(FIRST).orElseThrow();
                    ArticleHead article = registry.release(release).articles().get(0);
                    GivenStatement review = review(release, article);
                    assertThat(
                                    registry.reviews()
                                            .add(
                                                    PACK,
                                                    FIRST,
                                                    article.id(),
                                                    article.language(),
                                                    review.statement(),
                                                    review.signature().map(Signature::jws),
                                                    Actor.BUILT_IN))
                            .isEqualTo(new Reviews.Result.Stored(review));
                    registry.withdrawals()
                            .withdraw(
                                    PACK,
                                    FIRST,
                                    Optional.empty(),
                                    new Withdrawal(
                                            Withdrawal.Kind.EXPIRED,
                                            Optional.empty(),
                                            Optional.empty()),
                                    Actor.BUILT_IN);
                });
    }

    /** What came after the backup. */
    public void fillOn() throws IOException {
        with(
                (database, registry) ->
                        assertThat(publish(registry, pack("1.1.0")))
                                .isInstanceOf(PublishResult.Published.class));
    }

    /** After the backup was restored with nothing lost. */
    public void assertHoldsAll() throws IOException {
        with(
                (database, registry) -> {
                    registry.confirm();
                    Registration registration = registry.history(PACK).release(FIRST).orElseThrow();
                    try (PackFiles files = registry.files(registration)) {
                        assertThat(files.list()).isEqualTo(pack("1.0.0").list());
                        for (FileEntry entry : files.list().entries()) {
                            assertThat(Digest.of(files.read(entry.path())))
                                    .isEqualTo(entry.digest());
                        }
                    }
                    assertThat(registry.history(PACK).withdrawal(FIRST)).isPresent();
                    ArticleHead article = registry.release(registration).articles().get(0);
                    assertThat(registry.history(PACK).reviews(article.digest()))
                            .containsExactly(review(registration, article));
                    assertThat(publish(registry, pack("1.0.0")))
                            .isInstanceOf(PublishResult.Unchanged.class);
                    assertThat(publish(registry, other()))
                            .isInstanceOf(PublishResult.VersionTaken.class);
                });
    }

    private static InMemoryPackFiles other() throws IOException {
        InMemoryPackFiles pack = pack("1.0.0");
        return pack.with(
                "pack.yaml",
                new String(pack.read(new FilePath("pack.yaml")), StandardCharsets.UTF_8)
                        .replaceFirst("(?m)^title: .*$", "title: Another title")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** After an older backup was restored: noticed, read from, not written to. */
    public void assertIsNoticedAsOlder() throws IOException {
        with(
                (database, registry) -> {
                    assertThatThrownBy(registry::confirm)
                            .isInstanceOfSatisfying(
                                    OlderStoreException.class,
                                    e ->
                                            assertThat(e.missing())
                                                    .isNotEmpty()
                                                    .first()
                                                    .asString()
                                                    .contains(" registered " + PACK + " 1.1.0 "));
                    assertThatThrownBy(() -> publish(registry, pack("1.1.0")))
                            .isInstanceOf(OlderStoreException.class);
                    assertThat(registry.history(PACK).release(FIRST)).isPresent();
                });
    }

    /** A file that the backup did not bring back whole is never given out, and can be mended. */
    public void assertDamageIsNoticed() throws IOException {
        with(
                (database, registry) -> {
                    FileEntry damaged = pack("1.0.0").list().entries().get(0);
                    FileEntry missing = pack("1.0.0").list().entries().get(1);
                    database.write(
                            connection -> {
                                Sql.update(
                                        connection,
                                        "update content set bytes = ? where digest = ?",
                                        new byte[] {1},
                                        damaged.digest().value());
                                return Sql.update(
                                        connection,
                                        "update content set bytes = null where digest = ?",
                                        missing.digest().value());
                            });
                    for (FileEntry entry : List.of(damaged, missing)) {
                        assertThatThrownBy(() -> registry.blob(entry.digest()).orElseThrow().open())
                                .isInstanceOf(StoreException.class);
                    }
                    assertThat(registry.repair(pack("1.0.0"))).isEqualTo(2);
                });
    }
}

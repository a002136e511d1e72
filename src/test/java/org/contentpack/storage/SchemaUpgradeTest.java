package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Reviewer;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Event;
import org.contentpack.registry.GivenStatement;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReviewStatement;
import org.contentpack.registry.ReviewSubject;
import org.contentpack.registry.Reviews;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.signature.Signature;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.TestSigner;
import org.contentpack.signature.TrustedKey;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store as it was before the last migrations keeps everything. V16: content under digests as
 * keys, short, long and erased. V17: reviews that nobody could sign. V18: no webhooks.
 */
class SchemaUpgradeTest {

    private static final PackId LEG_CRAMPS = new PackId("leg-cramps-at-night");

    /** The tables as they were before, with what stands in those of now. */
    private static final List<String> BACK =
            List.of(
                    "create table old_content (digest varchar(71) primary key,"
                            + " size_bytes bigint not null, erased boolean default false not null)",
                    "insert into old_content select digest, size_bytes, erased from content",
                    "create table old_piece (digest varchar(71) not null references old_content"
                            + " (digest), ordinal integer not null, bytes bytea not null,"
                            + " primary key (digest, ordinal))",
                    "insert into old_piece select digest, 0, bytes from content"
                            + " where bytes is not null",
                    "insert into old_piece select c.digest, p.ordinal, p.bytes"
                            + " from content_piece p join content c on c.id = p.content",
                    "create table old_file (sequence bigint not null references registration"
                            + " (sequence), ordinal integer not null, path varchar(1024) not null,"
                            + " digest varchar(71) not null references old_content (digest),"
                            + " size_bytes bigint not null, primary key (sequence, ordinal))",
                    "insert into old_file select sequence, ordinal, path, digest, size_bytes"
                            + " from release_file",
                    "drop table release_file",
                    "drop table content_piece",
                    "drop table content",
                    "alter table old_content rename to content",
                    "alter table old_piece rename to content_piece",
                    "alter table old_file rename to release_file",
                    "create index release_file_by_digest on release_file (digest)",
                    "alter table event drop column review_key_id",
                    "alter table event drop column review_jws",
                    "drop table webhook",
                    "drop table webhook_attempt",
                    "delete from counter where name = 'webhook'",
                    "delete from \"flyway_schema_history\" where \"version\" in ('16', '17', '18')");

    private static final ReviewStatement REVIEW =
            new ReviewStatement.Approved(
                    new Reviewer("Test Person", "example role"),
                    Optional.of("12345"),
                    "facts",
                    LocalDate.parse("2026-11-20"),
                    LocalDate.parse("2027-11-20"));

    @TempDir Path folder;

    @Test
    void everythingIsKeptOnH2() throws Exception {
        migrate(DatabaseSettings.fileIn(folder));
    }

    @Test
    void everythingIsKeptOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            migrate(
                    new DatabaseSettings(
                            postgres.getJdbcUrl("postgres", "postgres"),
                            Optional.of("postgres"),
                            Optional.of("postgres")));
        }
    }

    private static void migrate(DatabaseSettings settings) throws Exception {
        byte[] bytes = new byte[2 * ContentTable.PIECE + 7];
        new Random(3).nextBytes(bytes);
        PackFiles large = new InMemoryPackFiles().with("assets/large.png", bytes);
        Registration erased;
        Registration kept;
        Map<FileEntry, String> before;
        List<Event> history;
        try (Database database = Database.open(settings)) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            erased = publish(registry, legCramps("1.0.0"));
            kept = publish(registry, legCramps("1.1.0"));
            registry.withdrawals()
                    .withdraw(
                            LEG_CRAMPS,
                            new Version("1.0.0"),
                            Optional.empty(),
                            new Withdrawal(
                                    Withdrawal.Kind.ERASED,
                                    Optional.of("By law."),
                                    Optional.empty()),
                            Actor.BUILT_IN);
            database.write(connection -> new ContentWriter(connection, large).insert());
            review(registry, kept, Optional.empty());
            before = contents(registry, kept);
            history = registry.changes(0, 100);
            database.write(
                    connection -> {
                        for (String sql : BACK) {
                            Sql.update(connection, sql);
                        }
                        return 0;
                    });
        }
        try (Database database = Database.open(settings)) {
            TrustedKey key =
                    TrustedKey.ofPem(
                            Files.readString(Path.of("src/test/resources/signature/rfc8037.pem")));
            Registry registry =
                    TestRegistry.trusting(
                            new DatabaseReleaseStore(database),
                            new TrustedKeys(List.of(key)),
                            SignaturePolicy.VERIFY_IF_PRESENT);
            registry.follow();

            assertThat(registry.changes(0, 100)).isEqualTo(history);
            assertThat(contents(registry, kept)).isEqualTo(before);
            assertThat(contents(registry, erased)).containsValue("none");
            for (FileEntry entry : legCramps("1.1.0").list().entries()) {
                assertThat(registry.holders(entry.digest())).contains(kept.id());
            }
            try (InputStream in = registry.blob(Digest.of(bytes)).orElseThrow().open()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
            assertThat(publish(registry, next()).sequence()).isGreaterThan(kept.sequence());
            ArticleHead article = registry.release(kept).articles().get(0);
            String jws =
                    TestSigner.rfc8037().jws(ReviewSubject.of(kept, article).signedText(REVIEW));
            review(registry, kept, Optional.of(jws));
            assertThat(registry.history(LEG_CRAMPS).reviews(article.digest()))
                    .containsExactly(
                            new GivenStatement(REVIEW, Optional.empty()),
                            new GivenStatement(REVIEW, Optional.of(new Signature(key.id(), jws))));
        }
    }

    private static void review(Registry registry, Registration release, Optional<String> jws)
            throws IOException {
        ArticleHead article = registry.release(release).articles().get(0);
        assertThat(
                        registry.reviews()
                                .add(
                                        LEG_CRAMPS,
                                        release.id().version(),
                                        article.id(),
                                        article.language(),
                                        REVIEW,
                                        jws,
                                        Actor.BUILT_IN))
                .isInstanceOf(Reviews.Result.Stored.class);
    }

    /** What is read of each file of a release. */
    private static Map<FileEntry, String> contents(Registry registry, Registration registration)
            throws IOException {
        Map<FileEntry, String> contents = new LinkedHashMap<>();
        try (PackFiles files = registry.files(registration)) {
            for (FileEntry entry : files.list().entries()) {
                contents.put(
                        entry,
                        registry.blob(entry.digest()).isEmpty()
                                ? "none"
                                : Digest.of(files.read(entry.path())).value());
            }
        }
        return contents;
    }

    private static Registration publish(Registry registry, PackFiles files) throws IOException {
        return ((PublishResult.Published)
                        registry.publish(new Submission(files, List.of(), Actor.BUILT_IN)))
                .registration();
    }

    private static InMemoryPackFiles legCramps(String version) throws IOException {
        return InMemoryPackFiles.ofFolder(Path.of("content-pack/leg-cramps-at-night", version));
    }

    /** 1.1.0 with another title. */
    private static PackFiles next() throws IOException {
        InMemoryPackFiles files = legCramps("1.1.0");
        return files.with(
                "pack.yaml",
                new String(files.read(new FilePath("pack.yaml")), StandardCharsets.UTF_8)
                        .replace("version: 1.1.0", "version: 1.1.1")
                        .getBytes(StandardCharsets.UTF_8));
    }
}

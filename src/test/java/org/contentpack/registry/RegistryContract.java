package org.contentpack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.contentpack.BadInput;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.signature.Signature;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.TestSigner;
import org.contentpack.signature.TrustedKey;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.version.Selector;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store has to keep of the registry's promises. */
abstract class RegistryContract {

    private static final PackId GARDEN = new PackId("garden-notes");

    private ReleaseStore store;
    private Registry registry;

    /** A store with nothing in it. */
    abstract ReleaseStore emptyStore() throws Exception;

    @BeforeEach
    void openRegistry() throws Exception {
        store = emptyStore();
        registry = TestRegistry.over(store);
    }

    private static PackFiles garden(String version) throws IOException {
        Path folder = Path.of("src/test/resources/content-pack/garden-notes", version);
        return ((OpenResult.Opened) new FolderReader(Limits.DEFAULT).open(folder)).files();
    }

    /** The pack of a version with a text in place of another in its manifest. */
    private static PackFiles changed(String version, String text, String other) throws IOException {
        InMemoryPackFiles files =
                InMemoryPackFiles.ofFolder(
                        Path.of("src/test/resources/content-pack/garden-notes", version));
        String manifest = new String(files.read(new FilePath("pack.yaml")), StandardCharsets.UTF_8);
        return files.with(
                "pack.yaml", manifest.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    private static PackFiles version(String version) throws IOException {
        return changed("1.0.0", "version: 1.0.0", "version: " + version);
    }

    private PublishResult publish(PackFiles files) throws IOException {
        return registry.publish(new Submission(files, List.of(), Actor.BUILT_IN));
    }

    private Registration published(PackFiles files) throws IOException {
        return ((PublishResult.Published) publish(files)).registration();
    }

    @Test
    void aReleaseIsRegisteredWholeAndFoundAgain() throws IOException {
        Registration registration = published(garden("1.0.0"));

        assertThat(registration.id()).isEqualTo(new ReleaseId(GARDEN, new Version("1.0.0")));
        assertThat(registration.digest()).isEqualTo(garden("1.0.0").list().digest());
        assertThat(registration.sequence()).isEqualTo(1);
        assertThat(registration.datetime()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(registry.packs()).containsExactly(GARDEN);
        assertThat(registry.history(GARDEN).registrations()).containsExactly(registration);
        assertThat(registry.release(registration).articles())
                .extracting(a -> a.id() + " " + a.slug() + " " + a.sections())
                .containsExactly(
                        "growing-basil growing-basil [intro, light, watering]",
                        "keeping-mint keeping-mint [intro, own-pot, watering]");
        assertThat(
                        registry.article(registry.release(registration).articles().get(1))
                                .section(new SectionId("watering")))
                .map(Section::markdown)
                .contains(
                        "Keep the soil moist.\nBasil wants less: see [Growing"
                                + " basil](growing-basil.md#watering).\n");
        try (PackFiles files = registry.files(registration)) {
            assertThat(files.list()).isEqualTo(garden("1.0.0").list());
        }
    }

    @BadInput("M8")
    @Test
    void equalContentAgainChangesNothing() throws IOException {
        Registration first = published(garden("1.0.0"));

        assertThat(publish(garden("1.0.0")))
                .isEqualTo(new PublishResult.Unchanged(first, Report.EMPTY));
        assertThat(registry.history(GARDEN).registrations()).containsExactly(first);
        assertThat(registry.changes(0, 10))
                .extracting(Event::change)
                .containsExactly(new Change.Registered(first));
    }

    @BadInput("M9")
    @Test
    void otherContentUnderTheSameVersionIsRefusedWithBothDigests() throws IOException {
        Registration first = published(garden("1.0.0"));
        PackFiles other = changed("1.0.0", "title: Garden notes", "title: Garden");

        assertThat(publish(other))
                .isEqualTo(new PublishResult.VersionTaken(first, other.list().digest()));
        assertThat(((PublishResult.VersionTaken) publish(other)).report().findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "error: VER-006 Release \"garden-notes@1.0.0\" is registered with the digest \""
                                + first.digest()
                                + "\"; this content has \""
                                + other.list().digest()
                                + "\" and must have another version.");
        assertThat(registry.release(first).manifest().title()).isEqualTo("Garden notes");
    }

    /** Build metadata does not make another number. */
    @BadInput("M6")
    @Test
    void aVersionThatDiffersInBuildMetadataOnlyIsTaken() throws IOException {
        Registration first = published(version("1.0.0+a"));

        assertThat(publish(version("1.0.0+b"))).isInstanceOf(PublishResult.VersionTaken.class);
        assertThat(registry.history(GARDEN).resolve(Selector.parse("1.0.0").orElseThrow()))
                .isEqualTo(new Resolution.Chosen(first));
    }

    @Test
    void aPackWithErrorsIsRefusedAndItsNumberStaysFree() throws IOException {
        PackFiles broken = changed("1.0.0", "language: en", "language: xx");

        PublishResult result = publish(broken);

        assertThat(((PublishResult.Refused) result).report().findings())
                .extracting(Finding::toString)
                .contains(
                        "pack.yaml:6:11: error: MAN-054 Language \"xx\" is no language tag that can"
                                + " be asked for (BCP 47).");
        assertThat(registry.packs()).isEmpty();
        assertThat(publish(garden("1.0.0"))).isInstanceOf(PublishResult.Published.class);
    }

    @Test
    void aReleaseIsHeldAgainstTheOneBefore() throws IOException {
        published(garden("1.0.0"));
        PackFiles tooSmall = changed("2.0.0", "version: 2.0.0", "version: 1.0.1");

        assertThat(((PublishResult.Refused) publish(tooSmall)).report().findings())
                .extracting(f -> f.rule().code() + " " + f.location())
                .contains("VER-001 pack.yaml:3:10");
        assertThat(publish(garden("2.0.0"))).isInstanceOf(PublishResult.Published.class);
    }

    @Test
    void whatWasReviewedIsKept() throws IOException {
        published(garden("1.0.0"));
        Registration second = published(garden("2.0.0"));

        assertThat(registry.release(second).articles())
                .extracting(ArticleHead::review)
                .containsExactly(
                        new Review.Unreviewed(),
                        new Review.Reviewed(
                                new Reviewer("Example Gardener", "head gardener"),
                                LocalDate.of(2026, 11, 1),
                                LocalDate.of(2027, 11, 1)));
    }

    @Test
    void filesAndArchivesAreFoundByTheirDigests() throws IOException {
        Registration registration = published(garden("1.0.0"));
        FileEntry file = garden("1.0.0").list().entries().get(0);

        assertThat(registry.blob(file.digest()).orElseThrow().open().readAllBytes())
                .isEqualTo(garden("1.0.0").read(file.path()));
        assertThat(registry.blob(Digest.of("nothing"))).isEmpty();
        assertThat(registry.withArchive(registration.archiveDigest())).contains(registration);
        assertThat(registry.withArchive(Digest.of("nothing"))).isEmpty();
    }

    @Test
    void laterReleasesOfOneDayHaveLaterMoments() throws IOException {
        published(garden("1.0.0"));

        assertThat(published(garden("2.0.0")).datetime())
                .isEqualTo(Instant.parse("2026-11-24T00:00:01Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.1.0",
        "1.0, 1.0.5",
        "^1.0, 1.1.0",
        "~1.0, 1.0.5",
        "*, 1.1.0",
        "latest, 1.1.0",
        "1.0.x, 1.0.5"
    })
    void aSelectorChoosesTheHighestStableRelease(String selector, String version)
            throws IOException {
        for (String each : List.of("1.0.0", "1.1.0", "1.0.5", "2.0.0-rc.1")) {
            published(version(each));
        }

        Resolution resolution =
                registry.history(GARDEN).resolve(Selector.parse(selector).orElseThrow());

        assertThat(((Resolution.Chosen) resolution).registration().id().version())
                .isEqualTo(new Version(version));
    }

    @Test
    void whatDoesNotExistIsSaidSo() throws IOException {
        published(version("1.0.0-rc.1"));
        Selector latest = Selector.parse("latest").orElseThrow();
        Selector next = Selector.parse("next").orElseThrow();
        PackId other = new PackId("other");

        assertThat(registry.history(GARDEN).resolve(latest))
                .isEqualTo(new Resolution.NoMatch(GARDEN, latest));
        assertThat(registry.history(GARDEN).resolve(next))
                .isEqualTo(new Resolution.NoMatch(GARDEN, next));
        assertThat(registry.history(other).resolve(latest)).isEqualTo(new Resolution.NoPack(other));
        assertThat(registry.history(other).registrations()).isEmpty();
    }

    @Test
    void anotherServerOnTheStoreFollows() throws IOException {
        Registry other = TestRegistry.over(store);
        Registration first = published(garden("1.0.0"));

        assertThat(other.history(GARDEN).registrations()).isEmpty();
        assertThat(other.follow()).isEqualTo(1);
        assertThat(other.history(GARDEN).registrations()).containsExactly(first);
        assertThat(other.publish(new Submission(garden("1.0.0"), List.of(), Actor.BUILT_IN)))
                .isEqualTo(new PublishResult.Unchanged(first, Report.EMPTY));
    }

    /**
     * The second was checked before the first was there; it must be held against it all the same.
     */
    @Test
    void ofTwoAtOnceTheLaterIsHeldAgainstTheEarlier() throws IOException {
        published(garden("1.0.0"));
        Registry slow = TestRegistry.over(new Interrupted(store, () -> published(garden("2.0.0"))));

        PublishResult result =
                slow.publish(new Submission(version("2.0.1"), List.of(), Actor.BUILT_IN));

        assertThat(((PublishResult.Refused) result).report().findings())
                .extracting(f -> f.rule().code())
                .contains("VER-001");
        assertThat(registry.history(GARDEN).registrations()).hasSize(2);
    }

    /** A store on which something else happens right before the first write. */
    private static final class Interrupted implements ReleaseStore {

        private interface Meanwhile {
            void happens() throws IOException;
        }

        private final ReleaseStore store;
        private final Meanwhile meanwhile;
        private boolean happened;

        Interrupted(ReleaseStore store, Meanwhile meanwhile) {
            this.store = store;
            this.meanwhile = meanwhile;
        }

        @Override
        public void confirm() throws StoreException {
            store.confirm();
        }

        @Override
        public Outcome store(
                Release release,
                PackFiles files,
                ArchiveEntry archive,
                Optional<Registration> checkedAgainst,
                Stamp stamp,
                List<Signature> signatures)
                throws IOException {
            if (!happened) {
                happened = true;
                meanwhile.happens();
            }
            return store.store(release, files, archive, checkedAgainst, stamp, signatures);
        }

        @Override
        public Optional<Event> append(PackId pack, Change change, Stamp stamp, long checkedAt)
                throws IOException {
            return store.append(pack, change, stamp, checkedAt);
        }

        @Override
        public int repair(PackFiles files) throws IOException {
            return store.repair(files);
        }

        @Override
        public void sign(ReleaseId id, List<Signature> signatures) throws IOException {
            store.sign(id, signatures);
        }

        @Override
        public List<Signature> signatures(ReleaseId id) throws IOException {
            return store.signatures(id);
        }

        @Override
        public List<ReleaseId> holders(Digest digest) throws IOException {
            return store.holders(digest);
        }

        @Override
        public List<Event> after(long sequence, int limit) throws IOException {
            return store.after(sequence, limit);
        }

        @Override
        public List<ArticleHead> articles(ReleaseId id) throws IOException {
            return store.articles(id);
        }

        @Override
        public Optional<ReleaseSummary> summary(ReleaseId id) throws IOException {
            return store.summary(id);
        }

        @Override
        public Optional<PackFiles> files(ReleaseId id) throws IOException {
            return store.files(id);
        }

        @Override
        public Optional<Blob> blob(Digest digest) throws IOException {
            return store.blob(digest);
        }
    }

    @Test
    void ofManyEqualPublishersExactlyOneRegisters() throws Exception {
        List<Callable<PublishResult>> publishers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            publishers.add(() -> publish(garden("1.0.0")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<PublishResult> results = new ArrayList<>();
        try {
            for (Future<PublishResult> result : threads.invokeAll(publishers)) {
                results.add(result.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(results).filteredOn(PublishResult.Published.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(PublishResult.Unchanged.class::isInstance).hasSize(31);
        assertThat(registry.history(GARDEN).registrations()).hasSize(1);
    }

    /** Two servers on one store: each has a registry of its own. */
    @BadInput("F15")
    @Test
    void twoServersThatPublishOneVersionMakeOneRelease() throws Exception {
        List<PackFiles> contents =
                List.of(
                        garden("1.0.0"),
                        changed("1.0.0", "title: Garden notes", "title: Other notes"));
        List<Callable<PublishResult>> publishers = new ArrayList<>();
        for (PackFiles files : contents) {
            Registry server = TestRegistry.over(store);
            publishers.add(() -> server.publish(new Submission(files, List.of(), Actor.BUILT_IN)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<PublishResult> results = new ArrayList<>();
        try {
            for (Future<PublishResult> result : threads.invokeAll(publishers)) {
                results.add(result.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(results).filteredOn(PublishResult.Published.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(PublishResult.VersionTaken.class::isInstance).hasSize(1);
        registry.follow();
        assertThat(registry.history(GARDEN).registrations()).hasSize(1);
    }

    private static final Actor ANNA = new Actor("anna");
    private static final ChannelName STABLE = new ChannelName("stable");
    private static final Version ONE = new Version("1.0.0");
    private static final Version TWO = new Version("2.0.0");
    private static final ArticleId MINT = new ArticleId("keeping-mint");
    private static final Withdrawal ERROR =
            new Withdrawal(
                    Withdrawal.Kind.ERROR, Optional.of("A dose is wrong."), Optional.empty());
    private static final Withdrawal EXPIRED =
            new Withdrawal(Withdrawal.Kind.EXPIRED, Optional.empty(), Optional.of("2.0.0"));
    private static final Withdrawal ERASED =
            new Withdrawal(
                    Withdrawal.Kind.ERASED, Optional.of("Ordered by a court."), Optional.empty());

    private Optional<Version> chosen(String selector) {
        return registry.history(GARDEN).resolve(Selector.parse(selector).orElseThrow())
                        instanceof Resolution.Chosen chosen
                ? Optional.of(chosen.registration().id().version())
                : Optional.empty();
    }

    private List<Change> changes() throws IOException {
        return registry.changes(0, 1_000).stream().map(Event::change).toList();
    }

    @Test
    void aChannelPointsWhereItWasMovedLast() throws IOException {
        published(garden("1.0.0"));
        published(garden("2.0.0"));
        Channels channels = registry.channels();

        assertThat(channels.move(GARDEN, STABLE, ONE, Optional::isEmpty, ANNA))
                .isEqualTo(new Channels.Result.Moved(true));
        assertThat(chosen("stable")).contains(ONE);
        assertThat(channels.move(GARDEN, STABLE, TWO, Optional::isEmpty, ANNA))
                .isEqualTo(new Channels.Result.Elsewhere(Optional.of(ONE)));
        assertThat(channels.move(GARDEN, STABLE, TWO, Optional.of(ONE)::equals, ANNA))
                .isEqualTo(new Channels.Result.Moved(false));
        assertThat(channels.move(GARDEN, STABLE, TWO, v -> true, ANNA))
                .isEqualTo(new Channels.Result.Unchanged());
        assertThat(channels.move(GARDEN, STABLE, new Version("3.0.0"), v -> true, ANNA))
                .isEqualTo(new Channels.Result.NoRelease());
        assertThat(chosen("stable")).contains(TWO);
        assertThat(changes())
                .filteredOn(Change.ChannelMoved.class::isInstance)
                .containsExactly(
                        new Change.ChannelMoved(STABLE, ONE), new Change.ChannelMoved(STABLE, TWO));
    }

    @Test
    void aWithdrawnReleaseIsNoLongerChosenUntilItIsReinstated() throws IOException {
        published(garden("1.0.0"));
        Registration second = published(garden("2.0.0"));
        Withdrawals withdrawals = registry.withdrawals();

        assertThat(withdrawals.withdraw(GARDEN, TWO, Optional.empty(), EXPIRED, ANNA))
                .isEqualTo(Withdrawals.Result.DONE);
        assertThat(withdrawals.withdraw(GARDEN, TWO, Optional.empty(), EXPIRED, ANNA))
                .isEqualTo(Withdrawals.Result.UNCHANGED);
        assertThat(List.of(chosen("latest"), chosen(">=1"))).containsOnly(Optional.of(ONE));
        assertThat(registry.channels().move(GARDEN, STABLE, TWO, v -> true, ANNA))
                .isEqualTo(new Channels.Result.Unusable(EXPIRED));
        assertThat(registry.history(GARDEN).withdrawal(TWO)).contains(EXPIRED);
        assertThat(registry.history(GARDEN).resolve(new Selector.Exact(TWO)))
                .isEqualTo(new Resolution.Exact(second));
        assertThat(withdrawals.reinstate(GARDEN, TWO, Optional.empty(), ANNA))
                .isEqualTo(Withdrawals.Result.DONE);
        assertThat(withdrawals.reinstate(GARDEN, TWO, Optional.empty(), ANNA))
                .isEqualTo(Withdrawals.Result.UNCHANGED);
        assertThat(chosen("latest")).contains(TWO);
        assertThat(
                        withdrawals.withdraw(
                                GARDEN, new Version("9.0.0"), Optional.empty(), ERROR, ANNA))
                .isEqualTo(Withdrawals.Result.NOT_FOUND);
    }

    @Test
    void anArticleIsWithdrawnByItself() throws IOException {
        published(garden("1.0.0"));
        Withdrawals withdrawals = registry.withdrawals();

        assertThat(withdrawals.withdraw(GARDEN, ONE, Optional.of(MINT), ERROR, ANNA))
                .isEqualTo(Withdrawals.Result.DONE);
        assertThat(
                        withdrawals.withdraw(
                                GARDEN, ONE, Optional.of(new ArticleId("none")), ERROR, ANNA))
                .isEqualTo(Withdrawals.Result.NOT_FOUND);
        assertThat(registry.history(GARDEN).withdrawal(ONE, MINT)).contains(ERROR);
        assertThat(registry.history(GARDEN).withdrawal(ONE)).isEmpty();
        assertThat(chosen("latest")).contains(ONE);
    }

    @Test
    @BadInput("M11")
    void aNumberOnceWithdrawnIsNeverUsedAgain() throws IOException {
        Registration first = published(garden("1.0.0"));
        registry.withdrawals().withdraw(GARDEN, ONE, Optional.empty(), ERROR, ANNA);
        Registry restarted = TestRegistry.over(store);
        restarted.follow();

        assertThat(restarted.publish(new Submission(garden("1.0.0"), List.of(), ANNA)))
                .isEqualTo(new PublishResult.Unchanged(first, Report.EMPTY));
        assertThat(
                        restarted.publish(
                                new Submission(
                                        changed("1.0.0", "title: Garden notes", "title: Other"),
                                        List.of(),
                                        ANNA)))
                .isInstanceOf(PublishResult.VersionTaken.class);
        assertThat(restarted.history(GARDEN).withdrawal(ONE)).contains(ERROR);
    }

    /** Another registry has read nothing yet, and so asks the store. */
    @Test
    void aSummarySaysWhatTheReleaseSays() throws IOException {
        Registration first = published(garden("1.0.0"));
        ReleaseSummary expected = ReleaseSummary.of(registry.release(first));

        Registry other = TestRegistry.over(store);
        other.follow();

        assertThat(other.summary(first)).isEqualTo(expected);
        assertThat(registry.summary(first)).isEqualTo(expected);
    }

    @Test
    void whatIsErasedIsGoneButItsNumber() throws IOException {
        Registration first = published(garden("1.0.0"));
        Registration second = published(garden("2.0.0"));
        Release before = registry.release(first);
        registry.article(before.articles().get(0));
        Digest own = before.articles().get(0).digest();
        List<Digest> kept =
                registry.release(second).files().entries().stream().map(FileEntry::digest).toList();
        assertThat(kept).doesNotContain(own);

        assertThat(registry.withdrawals().withdraw(GARDEN, ONE, Optional.empty(), ERASED, ANNA))
                .isEqualTo(Withdrawals.Result.DONE);

        assertThat(store.blob(own)).isEmpty();
        assertThat(store.articles(first.id())).isEmpty();
        assertThat(store.summary(first.id())).isEmpty();
        for (Digest digest : kept) {
            assertThat(store.blob(digest)).isPresent();
        }
        assertThat(registry.withdrawals().reinstate(GARDEN, ONE, Optional.empty(), ANNA))
                .isEqualTo(Withdrawals.Result.ERASED);
        assertThat(registry.withdrawals().withdraw(GARDEN, ONE, Optional.empty(), ERROR, ANNA))
                .isEqualTo(Withdrawals.Result.ERASED);
        assertThat(publish(garden("1.0.0")))
                .isEqualTo(new PublishResult.Unchanged(first, Report.EMPTY));
        assertThat(store.blob(own)).isEmpty();
        assertThat(registry.history(GARDEN).isErased(ONE)).isTrue();
        // The same text in a release of its own is content again.
        Registration third = published(version("0.9.0"));
        assertThat(registry.article(registry.release(third).articles().get(0)).title())
                .isEqualTo("Growing basil in a pot");
    }

    @Test
    void whoKeepsCopiesIsToldOfAnErasureAndOfNothingElse() throws IOException {
        published(garden("1.0.0"));
        List<Long> told = new ArrayList<>();
        registry.onErasure(() -> told.add(registry.history(GARDEN).sequence()));
        registry.withdrawals().withdraw(GARDEN, ONE, Optional.of(MINT), ERROR, ANNA);
        assertThat(told).isEmpty();

        registry.withdrawals().withdraw(GARDEN, ONE, Optional.of(MINT), ERASED, ANNA);

        assertThat(told).containsExactly(registry.history(GARDEN).sequence());
    }

    @Test
    void anErasedArticleLeavesTheOthers() throws IOException {
        Registration first = published(garden("1.0.0"));
        Digest mint = registry.release(first).translations(MINT).get(0).digest();

        registry.withdrawals().withdraw(GARDEN, ONE, Optional.of(MINT), ERASED, ANNA);

        assertThat(store.blob(mint)).isEmpty();
        assertThat(registry.release(first).articles())
                .extracting(a -> a.id().value())
                .containsExactly("growing-basil");
        assertThat(registry.article(registry.release(first).articles().get(0)).title())
                .isEqualTo("Growing basil in a pot");
    }

    @Test
    void reviewsCountWhereverTheBytesStand() throws IOException {
        Registration first = published(garden("1.0.0"));
        ArticleHead mint = registry.release(first).translations(MINT).get(0);
        Language english = new Language("en");
        ReviewStatement approved =
                new ReviewStatement.Approved(
                        new Reviewer("Dr Test Only", "botanist"),
                        Optional.of("12345"),
                        "facts",
                        LocalDate.parse("2026-11-20"),
                        LocalDate.parse("2027-11-20"));
        ReviewStatement revoked =
                new ReviewStatement.Revoked("Not read closely.", LocalDate.parse("2026-11-24"));
        Reviews reviews = registry.reviews();

        assertThat(reviews.add(GARDEN, ONE, MINT, english, approved, Optional.empty(), ANNA))
                .isEqualTo(new Reviews.Result.Stored(unsigned(approved)));
        assertThat(reviews.add(GARDEN, ONE, MINT, english, approved, Optional.empty(), ANNA))
                .isEqualTo(new Reviews.Result.Unchanged(unsigned(approved)));
        assertThat(
                        reviews.add(
                                GARDEN,
                                ONE,
                                MINT,
                                new Language("de"),
                                approved,
                                Optional.empty(),
                                ANNA))
                .isEqualTo(new Reviews.Result.NotFound());
        PackHistory reviewed = registry.history(GARDEN);
        assertThat(
                        List.of("2027-11-19", "2027-11-20").stream()
                                .map(day -> ReviewState.of(mint, reviewed, LocalDate.parse(day)))
                                .map(ReviewState::id))
                .containsExactly("reviewed", "overdue");
        assertThat(reviews.add(GARDEN, ONE, MINT, english, revoked, Optional.empty(), ANNA))
                .isEqualTo(new Reviews.Result.Stored(unsigned(revoked)));
        assertThat(ReviewState.of(mint, registry.history(GARDEN), LocalDate.parse("2026-11-25")))
                .isEqualTo(new ReviewState.Unreviewed());
        assertThat(registry.history(GARDEN).reviews(mint.digest()))
                .containsExactly(unsigned(approved), unsigned(revoked));
    }

    private static GivenStatement unsigned(ReviewStatement statement) {
        return new GivenStatement(statement, Optional.empty());
    }

    /**
     * Verified before it is stored, and kept as it was given, also for a server that reads anew.
     */
    @Test
    void aReviewIsStoredWithItsSignatureOrNotAtAll() throws Exception {
        Registration first = published(garden("1.0.0"));
        ArticleHead mint = registry.release(first).translations(MINT).get(0);
        Language english = new Language("en");
        TrustedKey key =
                TrustedKey.ofPem(
                        Files.readString(Path.of("src/test/resources/signature/rfc8037.pem")));
        TrustedKeys keys = new TrustedKeys(List.of(key));
        Registry strict = TestRegistry.trusting(store, keys, SignaturePolicy.REQUIRED);
        strict.follow();
        ReviewStatement approved =
                new ReviewStatement.Approved(
                        new Reviewer("Dr Test Only", "botanist"),
                        Optional.empty(),
                        "facts",
                        LocalDate.parse("2026-11-20"),
                        LocalDate.parse("2027-11-20"));
        ReviewSubject subject = ReviewSubject.of(first, mint);
        String right = TestSigner.rfc8037().jws(subject.signedText(approved));
        GivenStatement signed =
                new GivenStatement(approved, Optional.of(new Signature(key.id(), right)));

        for (Optional<String> wrong :
                List.of(
                        Optional.<String>empty(),
                        Optional.of("x"),
                        Optional.of(TestSigner.rfc8037().jws("contentpack review 1\n")))) {
            assertThat(strict.reviews().add(GARDEN, ONE, MINT, english, approved, wrong, ANNA))
                    .isInstanceOf(Reviews.Result.NotSigned.class);
        }
        assertThat(strict.history(GARDEN).reviews(mint.digest())).isEmpty();
        assertThat(
                        registry.reviews()
                                .add(GARDEN, ONE, MINT, english, approved, Optional.empty(), ANNA))
                .isEqualTo(new Reviews.Result.Stored(unsigned(approved)));
        for (Reviews.Result result :
                List.of(new Reviews.Result.Stored(signed), new Reviews.Result.Unchanged(signed))) {
            assertThat(
                            strict.reviews()
                                    .add(
                                            GARDEN,
                                            ONE,
                                            MINT,
                                            english,
                                            approved,
                                            Optional.of(right),
                                            ANNA))
                    .isEqualTo(result);
        }
        assertThat(
                        registry.reviews()
                                .add(GARDEN, ONE, MINT, english, approved, Optional.empty(), ANNA))
                .isEqualTo(new Reviews.Result.Unchanged(signed));

        Registry restarted = TestRegistry.over(store);
        restarted.follow();
        assertThat(restarted.history(GARDEN).reviews(mint.digest()))
                .containsExactly(unsigned(approved), signed);
        assertThat(restarted.changes(2, 10))
                .extracting(Event::change)
                .containsExactly(new Change.Reviewed(ONE, MINT, english, mint.digest(), signed));
        assertThat(ReviewState.of(mint, restarted.history(GARDEN), LocalDate.parse("2026-11-25")))
                .isEqualTo(
                        new ReviewState.Reviewed(
                                new Reviewer("Dr Test Only", "botanist"),
                                Optional.empty(),
                                LocalDate.parse("2026-11-20"),
                                LocalDate.parse("2027-11-20"),
                                false,
                                Optional.of(key.id())));
    }

    @Test
    void theHistoryTellsEveryKindApartInOneOrder() throws IOException {
        Registration first = published(garden("1.0.0"));
        registry.channels().move(GARDEN, STABLE, ONE, v -> true, ANNA);
        registry.withdrawals().withdraw(GARDEN, ONE, Optional.of(MINT), ERROR, ANNA);
        registry.withdrawals().reinstate(GARDEN, ONE, Optional.of(MINT), ANNA);
        Registration second = published(garden("2.0.0"));

        List<Event> events = registry.changes(0, 1_000);

        assertThat(events.stream().map(Event::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.subList(0, 5))
                .extracting(Event::change)
                .containsExactly(
                        new Change.Registered(first),
                        new Change.ChannelMoved(STABLE, ONE),
                        new Change.Withdrawn(ONE, Optional.of(MINT), ERROR),
                        new Change.Reinstated(ONE, Optional.of(MINT)),
                        new Change.Registered(second));
        assertThat(events.subList(5, events.size()))
                .extracting(Event::change)
                .containsExactlyElementsOf(
                        registry.release(second).manifest().redirects().stream()
                                .<Change>map(r -> new Change.Renamed(TWO, r))
                                .toList());
        assertThat(events).extracting(Event::actor).startsWith(Actor.BUILT_IN, ANNA, ANNA, ANNA);
        assertThat(events).extracting(Event::recorded).containsOnly(TestRegistry.NOW);
        assertThat(registry.changes(2, 1)).containsExactly(events.get(2));
    }

    @Test
    @BadInput("F13")
    void aClockThatJumpsBackChangesNoOrder() throws IOException {
        published(garden("1.0.0"));
        Registry earlier =
                TestRegistry.over(
                        store, InstantSource.fixed(TestRegistry.NOW.minus(Duration.ofDays(1))));
        earlier.channels().move(GARDEN, STABLE, ONE, v -> true, ANNA);
        Registration second =
                ((PublishResult.Published)
                                earlier.publish(new Submission(garden("2.0.0"), List.of(), ANNA)))
                        .registration();

        assertThat(earlier.changes(0, 100)).extracting(Event::recorded).isSorted();
        assertThat(second.datetime())
                .isAfter(earlier.history(GARDEN).release(ONE).orElseThrow().datetime());
    }

    @Test
    void ofManyMovesAtOnceNoneIsLostOrDoubled() throws Exception {
        published(garden("1.0.0"));
        published(garden("2.0.0"));
        int before = changes().size();
        List<Callable<Channels.Result>> moves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ChannelName channel = new ChannelName("lane-" + (char) ('a' + i % 10));
            Version to = i % 2 == 0 ? ONE : TWO;
            moves.add(() -> registry.channels().move(GARDEN, channel, to, v -> true, ANNA));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        long moved = 0;
        try {
            for (Future<Channels.Result> result : threads.invokeAll(moves)) {
                moved += result.get() instanceof Channels.Result.Moved ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(changes()).hasSize(before + (int) moved);
        assertThat(registry.changes(0, 1_000).stream().map(Event::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, before + moved).boxed().toList());
    }

    /** Whatever store there is: verified before anything is stored, and kept with the release. */
    @Test
    void whereSignaturesAreRequiredNothingElseIsStored() throws Exception {
        TrustedKey key =
                TrustedKey.ofPem(
                        Files.readString(Path.of("src/test/resources/signature/rfc8037.pem")));
        Registry strict =
                TestRegistry.over(
                        store,
                        InstantSource.fixed(TestRegistry.NOW),
                        new SignatureCheck(
                                new TrustedKeys(List.of(key)), SignaturePolicy.REQUIRED));
        PackFiles files = garden("1.0.0");
        String right =
                TestSigner.rfc8037()
                        .jws(
                                SignatureCheck.statement(
                                        new ReleaseId(GARDEN, ONE), files.list().digest()));
        String wrong = TestSigner.rfc8037().jws("contentpack release 1\n");

        for (List<String> signatures : List.of(List.<String>of(), List.of(right, wrong))) {
            assertThat(strict.publish(signed(files, signatures)))
                    .isInstanceOf(PublishResult.Refused.class);
            assertThat(strict.changes(0, 10)).isEmpty();
        }
        PublishResult published = strict.publish(signed(files, List.of(right)));

        Registration registration = ((PublishResult.Published) published).registration();
        assertThat(strict.signatures(registration)).containsExactly(new Signature(key.id(), right));
        assertThat(strict.publish(signed(files, List.of())))
                .isInstanceOf(PublishResult.Unchanged.class);
        assertThat(strict.publish(signed(files, List.of(wrong))))
                .isInstanceOf(PublishResult.Refused.class);
        assertThat(strict.publish(signed(files, List.of(right))))
                .isInstanceOf(PublishResult.Unchanged.class);
        assertThat(strict.signatures(registration)).hasSize(1);
    }

    private static Submission signed(PackFiles files, List<String> signatures) {
        return new Submission(files, List.of(), ANNA, pack -> true, signatures);
    }
}

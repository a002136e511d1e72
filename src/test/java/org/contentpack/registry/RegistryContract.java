package org.contentpack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.version.Selector;
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

    /** M8. */
    @Test
    void equalContentAgainChangesNothing() throws IOException {
        Registration first = published(garden("1.0.0"));

        assertThat(publish(garden("1.0.0")))
                .isEqualTo(new PublishResult.Unchanged(first, Report.EMPTY));
        assertThat(registry.history(GARDEN).registrations()).containsExactly(first);
    }

    /** M9. */
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

    /** M6: build metadata does not make another number. */
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
        public Outcome store(
                Release release,
                PackFiles files,
                ArchiveEntry archive,
                Optional<Registration> checkedAgainst)
                throws IOException {
            if (!happened) {
                happened = true;
                meanwhile.happens();
            }
            return store.store(release, files, archive, checkedAgainst);
        }

        @Override
        public List<Registration> after(long sequence, int limit) throws IOException {
            return store.after(sequence, limit);
        }

        @Override
        public List<ArticleHead> articles(ReleaseId id) throws IOException {
            return store.articles(id);
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
}

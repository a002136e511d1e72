package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.Author;
import org.contentpack.pack.Caution;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Owners;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Relation;
import org.contentpack.pack.Release;
import org.contentpack.pack.Removal;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Slug;
import org.contentpack.pack.Source;
import org.contentpack.pack.SourceId;
import org.contentpack.pack.Tag;
import org.contentpack.pack.Urgency;
import org.contentpack.pack.WarningSign;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseAssemblerTest {

    private static final Path FIXTURE =
            Path.of("src/test/resources/packs/manifest-all-keys-is-read");

    private static final ReleaseReader READER = new ReleaseReader(Limits.DEFAULT);

    private static Release release(Path folder) throws IOException {
        PackReading reading = Texts.read(InMemoryPackFiles.ofFolder(folder));
        assertThat(reading.findings())
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::toString)
                .isEmpty();
        return new ReleaseAssembler().assemble(reading.document());
    }

    @Test
    void everyKeyOfTheManifestBecomesAValue() throws IOException {
        assertThat(release(FIXTURE).manifest())
                .isEqualTo(
                        new Manifest(
                                new PackId("sleep-well"),
                                new Version("1.10.0"),
                                "12:30",
                                "no",
                                new Language("en-GB"),
                                "CC-BY-4.0 OR LicenseRef-house",
                                "Example press",
                                Optional.of(new Owners(Optional.of("Ada"), Optional.empty())),
                                Optional.of(URI.create("https://example.org/report")),
                                LocalDate.of(2026, 11, 24),
                                List.of(
                                        new Author("Ada", Optional.of("editor")),
                                        new Author("Ben", Optional.empty())),
                                List.of(
                                        new Provenance(
                                                "Old text",
                                                "example.com",
                                                "Cy",
                                                "Shortened, in two lines.")),
                                Optional.of(Profile.HEALTH),
                                List.of(new Tag("sleep"), new Tag("1e3")),
                                List.of(
                                        new AssetEntry(
                                                new FilePath("assets/bed.svg"),
                                                "A bed.",
                                                "Bed",
                                                "Ada",
                                                "MIT")),
                                List.of(new Relation(id("dark-room"), id("cool-room"))),
                                List.of(
                                        new Redirect(
                                                ItemKind.SECTION,
                                                Optional.of(id("dark-room")),
                                                "old-part",
                                                "help"),
                                        new Redirect(
                                                ItemKind.ASSET,
                                                Optional.empty(),
                                                "assets/old.svg",
                                                "assets/bed.svg")),
                                List.of(
                                        new Removal(
                                                ItemKind.ARTICLE,
                                                Optional.empty(),
                                                "hot-room",
                                                "Out of date.")),
                                List.of(
                                        new Change(
                                                ChangeKind.SAFETY,
                                                id("dark-room"),
                                                "A new warning."))));
    }

    @Test
    void everyKeyOfAnArticleBecomesAValue() throws IOException {
        ArticleHead head = release(FIXTURE).articles().get(1);
        byte[] file = Files.readAllBytes(FIXTURE.resolve(head.path().value()));
        assertThat(READER.article(head, file))
                .isEqualTo(
                        new Article(
                                new ArticleHead(
                                        id("dark-room"),
                                        new Language("es"),
                                        new Slug("cuarto-oscuro"),
                                        "El cuarto oscuro",
                                        "Por qué.",
                                        new Review.Reviewed(
                                                new Reviewer("Ben", "nurse"),
                                                LocalDate.of(2026, 5, 6),
                                                LocalDate.of(2028, 5, 6)),
                                        Optional.of(new Digest("sha256:" + "0".repeat(64))),
                                        new FilePath("articles/dark-room.es.md"),
                                        Digest.of(
                                                Files.readAllBytes(
                                                        FIXTURE.resolve(
                                                                "articles/dark-room.es.md"))),
                                        List.of(new SectionId("help"))),
                                List.of(new Author("Ada", Optional.empty())),
                                List.of(new Tag("sleep")),
                                "personas adultas",
                                LocalDate.of(2026, 1, 2),
                                LocalDate.of(2026, 3, 4),
                                List.of(
                                        new Source(
                                                new SourceId("nhs-copy"),
                                                "NHS",
                                                "Sleep",
                                                URI.create("https://example.org/sleep"),
                                                LocalDate.of(2026, 7, 8))),
                                Optional.of("No es un consejo."),
                                List.of(
                                        new Section(
                                                new SectionId("help"),
                                                Optional.of(SectionKind.WHEN_TO_GET_HELP),
                                                Optional.of("Ayuda"),
                                                List.of(new SourceId("nhs-copy")),
                                                """
                                                - {emergency} Llame.
                                                - {routine} Vaya
                                                  mañana.
                                                - Lea.

                                                > {not-for cites="nhs-copy"} No
                                                > sola.
                                                """,
                                                sectionDigest(),
                                                List.of(
                                                        new Caution(
                                                                "No\nsola.",
                                                                List.of(new SourceId("nhs-copy")),
                                                                Optional.empty())),
                                                List.of(
                                                        new WarningSign(
                                                                Urgency.EMERGENCY, "Llame."),
                                                        new WarningSign(
                                                                Urgency.ROUTINE,
                                                                "Vaya\nmañana."))))));
    }

    private static Digest sectionDigest() throws IOException {
        String file = Files.readString(FIXTURE.resolve("articles/dark-room.es.md"), UTF_8);
        return Digest.of(file.substring(file.indexOf("## Ayuda")));
    }

    @Test
    void anArticleWithoutLanguageInItsNameIsInThatOfThePack() throws IOException {
        assertThat(release(FIXTURE).articles())
                .extracting(a -> a.language().tag() + " " + a.path())
                .containsExactly("en-GB articles/dark-room.md", "es articles/dark-room.es.md");
    }

    @Test
    void bytesThatSpellNothingAreNotRead() throws IOException {
        ArticleHead head = release(FIXTURE).articles().get(1);

        assertThatIOException()
                .isThrownBy(() -> READER.article(head, new byte[0]))
                .withMessageContaining("articles/dark-room.es.md");
        assertThatIOException().isThrownBy(() -> READER.manifest(new byte[] {'a'}));
    }

    /** An older version of the software may have read the file otherwise. */
    @Test
    void theBytesDecideWhatAnArticleIs() throws IOException {
        ArticleHead head = release(FIXTURE).articles().get(1);
        byte[] file = Files.readAllBytes(FIXTURE.resolve(head.path().value()));
        ArticleHead older =
                new ArticleHead(
                        head.id(),
                        head.language(),
                        head.slug(),
                        "An older title",
                        head.summary(),
                        head.review(),
                        head.translates(),
                        head.path(),
                        head.digest(),
                        List.of());

        assertThat(READER.article(older, file)).isEqualTo(READER.article(head, file));
    }

    @Test
    void aManifestIsReadAgainByItself() throws IOException {
        assertThat(READER.manifest(Files.readAllBytes(FIXTURE.resolve("pack.yaml"))))
                .isEqualTo(release(FIXTURE).manifest());
    }

    @Test
    void aPackWithErrorsIsNoRelease() {
        for (PackReading wrong :
                List.of(
                        Texts.readManifest("a"),
                        Texts.readManifest("id: B\n"),
                        Texts.readArticle("Text.\n"),
                        Texts.readFrontMatter("id: dark-room\n"),
                        Texts.readBody("## A\n"),
                        Texts.readBody("## A {#a .b}\n"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReleaseAssembler().assemble(wrong.document()));
        }
    }

    static List<Path> builtInReleases() throws IOException {
        Path packs = Path.of("content-pack");
        Assumptions.assumeTrue(Files.isDirectory(packs), "there is no folder content-pack here");
        try (Stream<Path> found = Files.walk(packs, 2)) {
            return found.filter(f -> Files.exists(f.resolve("pack.yaml"))).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("builtInReleases")
    void aBuiltInReleaseHasTheDigestOfItsList(Path folder) throws IOException {
        Path list = folder.resolveSibling(folder.getFileName() + ".sha256");
        assertThat(release(folder).digest()).isEqualTo(Digest.of(Files.readAllBytes(list)));
    }

    private static ArticleId id(String text) {
        return new ArticleId(text);
    }
}

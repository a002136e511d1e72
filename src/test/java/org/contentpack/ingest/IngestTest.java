package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.finding.Report;
import org.contentpack.ingest.IngestResult.Drafted;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller says about a file, and texts at the edges of what is read. */
class IngestTest {

    private static final Path EXPORT =
            Path.of("src/test/resources/ingest/wordpress-export/export.xml");

    private static Drafted ingest(IngestOptions options, String name, String text) {
        return Drafts.drafted(new Ingest(options).ingest(name, text.getBytes(UTF_8)));
    }

    private static Report report(String name, String text) {
        return new Ingest(IngestOptions.NONE).ingest(name, text.getBytes(UTF_8)).report();
    }

    private static List<String> paths(Drafted drafted) {
        return drafted.draft().files().keySet().stream().map(FilePath::value).toList();
    }

    @Test
    void whatACallerSaysIsNotAskedOfTheFile() {
        Drafted drafted =
                ingest(
                        IngestOptions.NONE
                                .withPackId(new PackId("night-owls"))
                                .withLanguage(new Language("en-GB"))
                                .withProfile(Profile.HEALTH)
                                .withFormat(SourceFormat.MARKDOWN),
                        "owls.txt",
                        "# Owls\n\nThey *hunt*.\n");

        assertThat(drafted.draft().id()).hasToString("night-owls");
        assertThat(drafted.draft().files().get(new FilePath("pack.yaml")))
                .startsWith("format: 1\nid: night-owls\n")
                .contains("\nlanguage: en-GB\n")
                .endsWith("\nprofile: health\n");
        assertThat(drafted.draft().files().get(new FilePath("articles/owls.md")))
                .endsWith("---\nThey *hunt*.\n");
    }

    @Test
    void postsAreTakenByNameOrNumberWhateverTheirStatus() throws IOException {
        String export = Files.readString(EXPORT, UTF_8);

        assertThat(paths(ingest(IngestOptions.NONE.withPosts(Set.of("pie")), "e.xml", export)))
                .containsExactly("articles/unfinished-pie.md", "pack.yaml");
        assertThat(paths(ingest(IngestOptions.NONE.withPosts(Set.of("11")), "e.xml", export)))
                .containsExactly("articles/soup-from-leftovers.md", "pack.yaml");
        assertThat(
                        new Ingest(IngestOptions.NONE.withPosts(Set.of("none")))
                                .ingest("e.xml", export.getBytes(UTF_8)))
                .isInstanceOf(IngestResult.NoArticle.class);
    }

    @Test
    void postsOfOneTitleHaveIdsOfTheirOwn() {
        String item = "<item><title>Soup</title><content:encoded>Hot.</content:encoded></item>";
        String export = "<rss xmlns:wp=\"w\"><channel>" + item.repeat(3) + "</channel></rss>";

        assertThat(paths(ingest(IngestOptions.NONE, "e.xml", export)))
                .containsExactly(
                        "articles/soup-2.md",
                        "articles/soup-3.md",
                        "articles/soup.md",
                        "pack.yaml");
    }

    @Test
    void moreThanAHundredPostsAreToldOf() {
        String item = "<item><title>Soup</title><content:encoded>Hot.</content:encoded></item>";
        String export =
                "<rss xmlns:wp=\"w\"><channel>"
                        + item.repeat(WxrReader.MAX_POSTS + 1)
                        + "</channel></rss>";

        Drafted drafted = ingest(IngestOptions.NONE, "e.xml", export);

        assertThat(drafted.draft().files()).hasSize(WxrReader.MAX_POSTS + 1);
        assertThat(drafted.report().findings())
                .extracting(f -> f.rule().code())
                .contains("ING-008");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Home | Health A-Z | Ask us | Log in",
                "Home › Health › Legs",
                "Home » Health » Legs",
                "Home > Health > Legs"
            })
    void aMenuInOneLineIsNoHeading(String menu) {
        String text = "Owls at night\n\n" + menu + "\n\nThey hunt when it is dark.\n";

        assertThat(ingest(IngestOptions.NONE, "a.txt", text).draft().files())
                .hasEntrySatisfying(
                        new FilePath("articles/owls-at-night.md"),
                        article ->
                                assertThat(article).endsWith("---\nThey hunt when it is dark.\n"));
        assertThat(Drafts.codesAndPlaces(report("a.txt", text))).contains("ING-050 3:1");
    }

    /** Two parts, a sentence, long parts, lines of a table. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hunting | Owls",
                "Hunt | Eat | Sleep.",
                "What they do before midnight | What they do after midnight | Rest",
                "Owl | Prey | Time\nBarn owl | Mice | Dusk"
            })
    void barsAloneMakeNoMenu(String line) {
        String text = "Owls at night\n\n" + line + "\n\nThey hunt when it is dark.\n";

        assertThat(Drafts.codesAndPlaces(report("a.txt", text))).doesNotContain("ING-050 3:1");
    }

    @Test
    void aReservedWordIsNoId() {
        assertThat(paths(ingest(IngestOptions.NONE, "a.md", "# Health\n\nIt matters.\n")))
                .containsExactly("articles/health-2.md", "pack.yaml");
    }

    @Test
    void aDeviceOfWindowsIsNoPack() {
        Drafted drafted = ingest(IngestOptions.NONE, "a.md", "# Con\n\nPro and con.\n");

        assertThat(drafted.draft().id()).hasToString("pack-con");
    }

    @Test
    void whatIsTooLongIsLeftToBeShortened() throws IOException {
        String title = "Owl ".repeat(31).strip();
        String sentence = "An owl sits on a branch and ".repeat(7) + "sleeps.";
        Drafted drafted =
                ingest(IngestOptions.NONE, "a.md", "# " + title + "\n\n" + sentence + "\n");

        assertThat(Drafts.codesAndPlaces(drafted.report())).contains("ING-014 1:1", "ING-062 1:1");
        Drafts.validatesButForWhatIsToBeDecided(drafted);
    }

    @Test
    void aTitleAloneIsNoText() throws IOException {
        Drafted drafted = ingest(IngestOptions.NONE, "a.md", "# Owls\n");

        assertThat(Drafts.codesAndPlaces(drafted.report())).contains("ING-027 1:1");
        Drafts.validatesButForWhatIsToBeDecided(drafted);
    }

    @Test
    void aLanguageThatNothingShowsIsAskedFor() throws IOException {
        Drafted drafted = ingest(IngestOptions.NONE, "a.md", "# Lorem\n\nDolor amet.\n");

        assertThat(Drafts.codesAndPlaces(drafted.report())).contains("ING-060 1:1");
        Drafts.validatesButForWhatIsToBeDecided(drafted);
    }

    @Test
    void sameFileSameDraft() throws IOException {
        String export = Files.readString(EXPORT, UTF_8);

        assertThat(ingest(IngestOptions.NONE, "e.xml", export))
                .isEqualTo(ingest(IngestOptions.NONE, "e.xml", export));
    }

    @Test
    void placesAreThoseOfTheFileWithAnyLineEnds() {
        String text =
                "Owls\r\n\r\nThey hunt.\r\n\r\nPhoto by Ada.\r\n\r\nThe bird is of the night and you can hear it.\r\n";

        assertThat(Drafts.codesAndPlaces(report("a.txt", text))).contains("ING-030 5:1");
        assertThat(Drafts.codesAndPlaces(report("a.txt", text.replace("\r\n", "\r"))))
                .contains("ING-030 5:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2025-06-11T09:30:00+00:00 | 2025-06-11
                    2024-02-05 07:00:00 | 2024-02-05
                    March 3, 2024 | 2024-03-03
                    3 March 2024 | 2024-03-03
                    3 de julio de 2025 | 2025-07-03
                    03/04/2024 |
                    2024-02-30 |
                    February 30, 2024 |
                    yesterday |
                    """)
    void datesAreReadWhereTheyMeanOneDay(String text, LocalDate day) {
        assertThat(DraftArticle.day(text)).isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, Owls hunt., TEXT",
        "a.txt, <!DOCTYPE html><p>x, HTML",
        "a.html, x, HTML",
        "a.md, <p>x, MARKDOWN",
        "a.xml, x, WXR",
        "a, <p>x, HTML",
        "a.bin, <rss xmlns:wp='w'>, WXR"
    })
    void formatIsThatOfTheBeginningOrTheName(String name, String text, SourceFormat format) {
        assertThat(SourceFormat.of(name, text)).isEqualTo(format);
    }
}

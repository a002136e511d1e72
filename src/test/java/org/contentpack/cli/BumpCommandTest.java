package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next version: what is computed, what is asked, and that nothing is half done. */
class BumpCommandTest {

    @TempDir private Path folder;
    private Path work;
    private Path release;
    private Path article;
    private Path manifest;

    @BeforeEach
    void releaseAPack() throws IOException {
        work = TestPacks.tiny(folder.resolve("work"));
        article = work.resolve("articles/growing-basil.md");
        manifest = work.resolve("pack.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest, UTF_8)
                                .replace("version: 1.0.0", "version: 1.0.0  # as SemVer has it")
                        + """
                        # Told to editors.
                        changes:
                          - kind: addition
                            article: growing-basil
                            text: The first article.
                        """,
                UTF_8);
        Called.run("release", work, "--output", folder.resolve("releases"));
        release = folder.resolve("releases/tiny/1.0.0");
    }

    private void changeASentence() throws IOException {
        TestPacks.replace(article, "light and warmth.", "light, warmth and water.");
    }

    private String expected(String version, String kind, String text) throws IOException {
        return Files.readString(release.resolve("pack.yaml"), UTF_8)
                .replace("version: 1.0.0", "version: " + version)
                .replace("kind: addition", "kind: " + kind)
                .replace("The first article.", text);
    }

    private Called bump(Object... more) {
        Object[] all = new Object[4 + more.length];
        System.arraycopy(new Object[] {"bump", work, "--against", release}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Called.run(all);
    }

    private void assertContent() {
        assertThat(Called.run("validate", work, "--against", release))
                .isEqualTo(new Called(0, "no findings.\n", ""));
    }

    @Test
    void theSmallestStepAndTheNoteAreWrittenAndAllElseStays() throws IOException {
        changeASentence();
        Called said =
                bump(
                        "--kind",
                        "growing-basil=editorial",
                        "--note",
                        "growing-basil=Plainer  words.",
                        "--yes");

        assertThat(said)
                .isEqualTo(
                        new Called(
                                0,
                                """
                                tiny 1.0.0 -> 1.0.1
                                The structure asks for a step of at least: patch
                                """,
                                """
                                --- MANIFEST
                                +++ MANIFEST
                                @@ -1,5 +1,5 @@
                                 format: 1
                                 id: tiny
                                -version: 1.0.0  # as SemVer has it
                                +version: 1.0.1  # as SemVer has it
                                 title: A tiny pack
                                 summary: One article with one picture.
                                @@ -22,5 +22,5 @@
                                 # Told to editors.
                                 changes:
                                -  - kind: addition
                                +  - kind: editorial
                                     article: growing-basil
                                -    text: The first article.
                                +    text: Plainer words.
                                """
                                        .replace("MANIFEST", manifest.toString())));
        assertThat(manifest).hasContent(expected("1.0.1", "editorial", "Plainer words."));
        assertContent();
        assertThat(bump("--yes"))
                .isEqualTo(
                        new Called(
                                0,
                                """
                                tiny 1.0.0 -> 1.0.1
                                The structure asks for a step of at least: patch
                                """,
                                "Version and notes stand there already; nothing was written.\n"));
    }

    @Test
    void onATerminalKindsAndTextsAreAskedUntilTheyCanBeTaken() throws IOException {
        changeASentence();
        Called said =
                Called.answered(
                        List.of("big", "safety", " ", "Water it.", "yes"),
                        "bump",
                        work,
                        "--against",
                        release);

        assertThat(said.exit()).isZero();
        assertThat(said.err()).startsWith("growing-basil [en] is changed: #intro\n--- ");
        assertThat(manifest).hasContent(expected("1.0.1", "safety", "Water it."));
        assertContent();
    }

    @Test
    void withoutAnAnswerNothingIsWritten() throws IOException {
        changeASentence();
        Map<String, String> before = TestPacks.files(folder);
        for (List<String> answers :
                List.of(
                        List.<String>of(),
                        List.of("safety"),
                        List.of("safety", "Water it."),
                        List.of("safety", "Water it.", "n"))) {
            Called said = Called.answered(answers, "bump", work, "--against", release);
            assertThat(said.exit()).as("%s", answers).isEqualTo(1);
            assertThat(said.err()).endsWith("Nothing was written.\n");
        }
        Called nobody = bump("--kind", "growing-basil=safety", "--note", "growing-basil=Water.");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err())
                .endsWith("Nothing was written: give --yes to write without being asked.\n");
        assertThat(TestPacks.files(folder)).isEqualTo(before);
    }

    @Test
    void whatIsMissingWhereNobodyCanBeAskedIsAWrongCall() throws IOException {
        changeASentence();
        assertThat(bump("--yes"))
                .isEqualTo(
                        new Called(
                                2,
                                """
                                tiny 1.0.0 -> 1.0.1
                                The structure asks for a step of at least: patch
                                """,
                                "Missing what changed: --kind growing-basil=KIND, --note"
                                        + " growing-basil=TEXT\n"
                                        + "Try: contentpack bump --help\n"));
        assertThat(bump("--kind", "growing-basil=huge").err())
                .startsWith("Invalid value for option '--kind' ")
                .contains("\"huge\" is none of: safety, correction, addition, editorial, review");
        assertThat(bump("--note", "mint=New.").err())
                .startsWith("The pack has no article \"mint\" to note a change of\n");
    }

    @Test
    void whatIsNewAsksForALargerStepAndForANoteOfItsKind() throws IOException {
        TestPacks.replace(
                article, "## Watering", "## Light {#light}\n\nSix hours a day.\n\n## Watering");
        Files.writeString(
                work.resolve("articles/growing-mint.md"),
                Files.readString(article, UTF_8)
                        .replace("growing-basil", "growing-mint")
                        .replace("Basil likes", "Mint likes")
                        .replace("Six hours", "Four hours")
                        .replace("Water the soil", "Keep the soil wet"),
                UTF_8);
        Called said =
                bump(
                        "--kind",
                        "growing-basil=correction",
                        "--note",
                        "growing-basil=How much light.",
                        "--note",
                        "growing-mint=A second herb.",
                        "--json",
                        "--yes");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .isEqualTo(
                        """
                        {
                          "pack" : "tiny",
                          "from" : "1.0.0",
                          "to" : "1.1.0",
                          "bump" : "minor",
                          "changes" : [ {
                            "kind" : "correction",
                            "article" : "growing-basil",
                            "text" : "How much light."
                          }, {
                            "kind" : "addition",
                            "article" : "growing-mint",
                            "text" : "A second herb."
                          } ],
                          "written" : true
                        }
                        """);
        assertThat(Called.run("validate", work, "--against", release).exit()).isZero();
    }

    @Test
    void notesAboutArticlesThatHaveAnotherNameNowAreLeftOut() throws IOException {
        Path renamed = work.resolve("articles/growing-thyme.md");
        Files.move(article, renamed);
        TestPacks.replace(renamed, "id: growing-basil", "id: growing-thyme");
        TestPacks.replace(
                manifest,
                "# Told to editors.",
                """
                redirects:
                  - {kind: article, from: growing-basil, to: growing-thyme}
                # Told to editors.""");
        assertThat(Called.run("validate", work).out()).contains("error[REF-065]: ");
        Called zip = Called.run("build", release, "-o", folder.resolve("tiny.zip"));
        assertThat(zip.exit()).isZero();
        Called said =
                Called.run(
                        "bump",
                        work,
                        "--against",
                        folder.resolve("tiny.zip"),
                        "--note",
                        "growing-thyme=Another name.",
                        "--yes");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .isEqualTo(
                        """
                        tiny 1.0.0 -> 1.1.0
                        The structure asks for a step of at least: minor
                          article growing-basil: renamed
                          article growing-thyme: added
                        """);
        assertContent();
    }

    @Test
    void aVersionBelowTheFloorIsRefusedAndALargerOneTaken() throws IOException {
        TestPacks.replace(manifest, "license: CC0-1.0\npub", "license: CC-BY-4.0\npub");
        Called low = bump("--to", "1.9.0", "--yes");
        assertThat(low.exit()).isEqualTo(2);
        assertThat(low.err())
                .startsWith("Option --to: 1.9.0 is less than the changes ask for, which is 2.0.0");
        assertThat(bump("--to", "3.0.0", "--released", "2027-01-31", "--yes").exit()).isZero();
        assertThat(manifest)
                .hasContent(
                        Files.readString(release.resolve("pack.yaml"), UTF_8)
                                .replace("license: CC0-1.0\npub", "license: CC-BY-4.0\npub")
                                .replace("version: 1.0.0", "version: 3.0.0")
                                .replace("2026-11-24", "2027-01-31")
                                .replaceAll("changes:\n(.*\n)*", "changes: []\n"));
        assertContent();
        assertThat(bump("--yes").out()).startsWith("tiny 1.0.0 -> 3.0.0\n");
    }

    @Test
    void aNoteThatAPersonWroteIsKept() throws IOException {
        changeASentence();
        Files.writeString(
                manifest,
                Files.readString(manifest, UTF_8)
                        + "  - {kind: safety, article: growing-basil, text: Not for cats.}\n",
                UTF_8);
        assertThat(bump("--yes").exit()).isZero();
        assertThat(manifest)
                .hasContent(
                        Files.readString(release.resolve("pack.yaml"), UTF_8)
                                .replace("version: 1.0.0", "version: 1.0.1")
                                .replaceAll(
                                        "changes:\n(.*\n)*",
                                        "changes:\n  - {kind: safety, article: growing-basil,"
                                                + " text: Not for cats.}\n"));
        assertContent();
    }

    @Test
    void nothingChangedIsSaidAndNothingWritten() throws IOException {
        Map<String, String> before = TestPacks.files(folder);
        assertThat(bump())
                .isEqualTo(
                        new Called(
                                0,
                                "Nothing has changed since tiny@1.0.0; nothing was written.\n",
                                ""));
        assertThat(bump("--json").out())
                .isEqualTo(
                        """
                        {
                          "pack" : "tiny",
                          "from" : "1.0.0",
                          "to" : "1.0.0",
                          "changes" : [ ],
                          "written" : false
                        }
                        """);
        assertThat(TestPacks.files(folder)).isEqualTo(before);
    }

    @Test
    void whatAPersonHasToMendIsToldAndNothingWritten() throws IOException {
        TestPacks.replace(article, "## Watering {#watering ", "## Watering {#water ");
        TestPacks.replace(article, "(#watering)", "(#water)");
        Map<String, String> before = TestPacks.files(folder);
        Called said = bump("--yes");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).startsWith(work + "/pack.yaml (1 error)\n\nerror[VER-002]: ");
        assertThat(said.out()).endsWith("\n1 error in 1 file.\n");
        assertThat(said.err()).isEmpty();
        assertThat(TestPacks.files(folder)).isEqualTo(before);
    }

    @Test
    void aReleaseAndWhatIsNoFolderAreOneLine() throws IOException {
        assertThat(Called.run("bump", release, "--against", release))
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "bump: "
                                        + release
                                        + ": it is a release with the list 1.0.0.sha256 beside it,"
                                        + " which never changes; change the folder that authors"
                                        + " work in\n"));
        assertThat(Called.run("bump", folder.resolve("no"), "--against", release).err())
                .isEqualTo("bump: " + folder.resolve("no") + ": there is no such folder\n");
        assertThat(Called.run("bump", manifest, "--against", release).err())
                .isEqualTo("bump: " + manifest + ": only a folder can be changed\n");
        TestPacks.replace(manifest, "id: tiny", "id: huge");
        assertThat(bump().err()).isEqualTo("bump: these are different packs: tiny and huge\n");
    }

    @Test
    void aManifestInBracesIsLeftAlone() throws IOException {
        changeASentence();
        Files.writeString(
                manifest,
                """
                {format: 1, id: tiny, version: 1.0.0, title: A tiny pack, summary: One article with one picture.,
                language: en, license: CC0-1.0, publisher: Content Pack project, owners: {content: Content Pack project},
                reportTo: 'https://example.org/report', released: 2026-11-24, authors: [{name: Content Pack project}],
                assets: [{path: assets/leaf.svg, alt: A leaf., title: A basil leaf, credit: Us, license: CC0-1.0}]}
                """,
                UTF_8);
        Called said = bump("--yes");
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .isEqualTo(
                        "bump: pack.yaml: it is written in a way that cannot be changed in its"
                                + " place; put each key in a line of its own\n");
    }
}

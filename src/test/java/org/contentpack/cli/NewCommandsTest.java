package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is begun lacks what a person has to write, and only that; nothing is overwritten. */
class NewCommandsTest {

    @TempDir private Path folder;

    /** Codes and what they speak of first. */
    private static List<String> findings(Path pack) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode finding :
                new JsonMapper()
                        .readTree(Called.run("validate", "--format", "json", pack).out())
                        .path("packs")
                        .path(0)
                        .path("findings")) {
            found.add(
                    finding.path("severity").asText()
                            + " "
                            + finding.path("code").asText()
                            + " "
                            + finding.path("message").asText());
        }
        return found;
    }

    @Test
    void aPackLacksWhatAPersonHasToWrite() throws IOException {
        Path pack = folder.resolve("Pots of Herbs");
        assertThat(Called.run("new", "pack", pack))
                .isEqualTo(new Called(0, pack + "/pack.yaml\n", ""));
        assertThat(TestPacks.files(pack))
                .isEqualTo(
                        Map.of(
                                "pack.yaml",
                                """
                                format: 1
                                id: pots-of-herbs
                                version: 1.0.0-draft
                                # title: ⟦one line⟧
                                # summary: ⟦what the pack is about⟧
                                # language: ⟦a tag such as en or pt-BR⟧
                                license: LicenseRef-Undecided
                                # publisher: ⟦who publishes the pack⟧
                                # owners: ⟦who answers for its words and for what it says of health⟧
                                # reportTo: ⟦an https or mailto address⟧
                                # released: ⟦day of the release, as in 2026-01-31⟧
                                # authors: ⟦who wrote it⟧
                                """));
    }

    @Test
    void whatIsWrittenByAPersonIsAllThatIsMissing() throws IOException {
        Path pack = folder.resolve("herbs");
        Called.run(
                "new",
                "pack",
                pack,
                "--title",
                "Pots of herbs",
                "--language",
                "en",
                "--profile",
                "health");
        Called article =
                Called.run("new", "article", pack, "growing-mint", "--title", "Growing mint");
        assertThat(article).isEqualTo(new Called(0, pack + "/articles/growing-mint.md\n", ""));
        assertThat(findings(pack))
                .containsExactly(
                        "error HLT-002 Article \"growing-mint\" has no section of kind \"when-to-get-help\".",
                        "error ART-026 Key \"audience\" is missing.",
                        "error ART-026 Key \"contentChanged\" is missing.",
                        "error ART-026 Key \"firstPublished\" is missing.",
                        "error ART-026 Key \"summary\" is missing.",
                        "error ART-032 List \"authors\" is empty; it must name at least one.",
                        "error HLT-001 Article \"growing-mint\" has no disclaimer.",
                        "error HLT-007 Article \"growing-mint\" names no source.",
                        "error ART-062 The article has no text below its front matter.",
                        "error MAN-026 Key \"publisher\" is missing.",
                        "error MAN-026 Key \"released\" is missing.",
                        "error MAN-026 Key \"summary\" is missing.",
                        "error MAN-032 List \"authors\" is empty; it must name at least one.",
                        "warning MAN-057 The pack names no \"owners\".",
                        "warning MAN-058 The pack has no \"reportTo\": readers cannot report a mistake.",
                        "warning MAN-056 No licence has been chosen for \"license\".");
        TestPacks.replace(
                pack.resolve("pack.yaml"),
                "# authors: ⟦who wrote it⟧",
                """
                summary: Herbs in pots.
                publisher: Example Garden Club
                owners: {content: Ann, clinical: Ben}
                reportTo: https://example.org/report
                released: 2026-11-24
                authors: [{name: Ann}]""");
        TestPacks.replace(
                pack.resolve("articles/growing-mint.md"),
                "review:\n    status: unreviewed\n",
                """
                summary: How to keep mint.
                authors: [{name: Ann}]
                audience: adults
                firstPublished: 2026-11-24
                contentChanged: 2026-11-24
                review: {status: unreviewed}
                sources: [{id: book, publisher: Club, title: Book, url: 'https://example.org/', checked: 2026-11-24}]
                disclaimer: No advice.
                """);
        Files.writeString(
                pack.resolve("articles/growing-mint.md"),
                Files.readString(pack.resolve("articles/growing-mint.md"), UTF_8)
                        + """
                        ## When to get help {#help .when-to-get-help cites="book"}

                        - {emergency} Call for help at once.
                        """,
                UTF_8);
        assertThat(findings(pack)).allMatch(found -> found.startsWith("warning MAN-056 "));
    }

    @Test
    void whatIsThereIsLeftAsItIs() throws IOException {
        Path pack = TestPacks.tiny(folder.resolve("tiny"));
        Map<String, String> before = TestPacks.files(folder);
        assertThat(Called.run("new", "pack", pack))
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "pack: "
                                        + pack
                                        + ": the folder is not empty; nothing was written\n"));
        assertThat(Called.run("new", "pack", pack.resolve("pack.yaml")).err())
                .isEqualTo("pack: " + pack + "/pack.yaml: it exists already and is no folder\n");
        assertThat(Called.run("new", "article", pack, "growing-basil"))
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "article: \"growing-basil\" is taken by articles/growing-basil.md;"
                                        + " nothing was written\n"));
        assertThat(Called.run("new", "article", folder.resolve("no"), "mint").exit()).isEqualTo(3);
        assertThat(Called.run("new", "article", folder, "mint").err())
                .isEqualTo(
                        "article: "
                                + folder
                                + ": it has no pack.yaml that can be read; try: contentpack new"
                                + " pack\n");
        assertThat(TestPacks.files(folder)).isEqualTo(before);
        Called.run("release", pack, "--output", folder.resolve("releases"));
        Path release = folder.resolve("releases/tiny/1.0.0");
        assertThat(Called.run("new", "article", release, "mint").err())
                .startsWith("article: " + release + ": it is a release with the list ");
    }

    @Test
    void aSlugOfAnotherLanguageIsTakenToo() throws IOException {
        Path pack = TestPacks.tiny(folder.resolve("tiny"));
        TestPacks.replace(
                pack.resolve("articles/growing-basil.md"), "slug: growing-basil", "slug: basil");
        assertThat(Called.run("new", "article", pack, "basil").err())
                .isEqualTo(
                        "article: \"basil\" is taken by articles/growing-basil.md; nothing was"
                                + " written\n");
    }

    @Test
    void wordsThatNameNothingAreAWrongCall() {
        assertThat(Called.run("new").exit()).isEqualTo(2);
        assertThat(Called.run("new", "pack", folder.resolve("123")).err())
                .startsWith(
                        "The folder's name \"123\" makes no id of a pack; give one with --id\n");
        assertThat(Called.run("new", "pack", folder.resolve("x"), "--language", "!").err())
                .startsWith("Invalid value for option '--language': \"!\"\n");
        for (String slug : List.of("Growing Mint", "api", "../mint", "1")) {
            Called said = Called.run("new", "article", folder, slug);
            assertThat(said.exit()).as(slug).isEqualTo(2);
            assertThat(said.err()).startsWith("\"" + slug + "\" is no slug for an article: ");
        }
    }

    @Test
    void programsReadWhatWasWritten() throws IOException {
        Path pack = folder.resolve("herbs");
        assertThat(Called.run("new", "pack", pack, "--id", "pots", "--json").out())
                .isEqualTo(
                        """
                        {
                          "pack" : "pots",
                          "files" : [ "PACK/pack.yaml" ]
                        }
                        """
                                .replace("PACK", pack.toString()));
        assertThat(Called.run("new", "article", pack, "mint", "--json").out())
                .isEqualTo(
                        """
                        {
                          "article" : "mint",
                          "file" : "PACK/articles/mint.md"
                        }
                        """
                                .replace("PACK", pack.toString()));
    }
}

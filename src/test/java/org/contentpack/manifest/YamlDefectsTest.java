package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.manifest.Texts.FRONT_MATTER;
import static org.contentpack.manifest.Texts.MANIFEST;
import static org.contentpack.manifest.Texts.codesAndPlaces;
import static org.contentpack.manifest.Texts.readArticle;
import static org.contentpack.manifest.Texts.readFrontMatter;
import static org.contentpack.manifest.Texts.readManifest;

import java.util.Arrays;
import java.util.List;
import org.contentpack.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What YAML allows and packs do not, in manifests (12 good lines before) and in front matter. */
class YamlDefectsTest {

    /** Text behind a good manifest, and the findings as if it began in line 1. */
    static List<Arguments> texts() {
        return List.of(
                Arguments.of("tags: [a\nx\n", List.of("010 3:1")),
                Arguments.of("tags: \"a\n", List.of("010 2:1")),
                Arguments.of("tags: [a, \"\\UFFFFFFFF\"]\n", List.of("010 1:8")),
                Arguments.of(
                        "tags: [!!java.net.URL a, !local b]\n", List.of("011 1:8", "011 1:26")),
                Arguments.of("tags: !!set [a]\n", List.of("011 1:7")),
                Arguments.of("tags: &x [a]\n", List.of("012 1:7")),
                Arguments.of("tags: &x [*x]\n", List.of("012 1:7", "013 1:11", "031 1:11")),
                Arguments.of("<<: {tags: [a]}\n", List.of("014 1:1")),
                Arguments.of("tags: [a]\n\"tags\": [b]\n", List.of("015 2:1")),
                Arguments.of("? [a]\n: b\n", List.of("016 1:3")),
                Arguments.of("? {a: b}\n: c\n", List.of("016 1:3")),
                Arguments.of("tag: [a]\n", List.of("021 1:1")),
                Arguments.of("tags:\n", List.of("022 1:1")),
                Arguments.of("tags: ~\n", List.of("022 1:1")),
                Arguments.of("tags: [a, null, ' ']\n", List.of("022 1:11", "022 1:17")),
                Arguments.of("tags: [[a], {b: c}, d]\n", List.of("023 1:8", "023 1:13")),
                Arguments.of("tags: [[a], B]\n", List.of("023 1:8", "031 1:13")),
                Arguments.of("tags: a\n", List.of("024 1:7")),
                Arguments.of("tags: {a: b}\n", List.of("024 1:7")),
                Arguments.of("tags: [a\u0007]\n", List.of("031 1:8", "004 1:9")),
                Arguments.of("tags: [\"a\\0\"]\n", List.of("004 1:8", "031 1:8")),
                Arguments.of("tags: [\"\\ud800\"]\n", List.of("004 1:8", "031 1:8")),
                Arguments.of("# \u202Ea\u2066\n", List.of("005 1:3", "005 1:5")),
                Arguments.of(
                        "# \uD83D\uDE00\uFFFE\uFEFF\u0085\n",
                        List.of("004 1:4", "004 1:5", "004 1:6")),
                Arguments.of("# a\r\n", List.of("006 1:4")),
                Arguments.of("# a\r# b\n", List.of("006 1:4")),
                Arguments.of("#\n# e\u0301\n", List.of("007 2:1")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @BadInput({"Y1", "Y5"})
    void inAManifest(String text, List<String> findings) {
        assertThat(codesAndPlaces(readManifest(MANIFEST + text)))
                .containsExactlyElementsOf(shifted("MAN-", findings, 12));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void inFrontMatterTheLinesAreThoseOfTheFile(String text, List<String> findings) {
        String end = text.endsWith("\n") ? "" : "\n";
        assertThat(codesAndPlaces(readFrontMatter(FRONT_MATTER + text + end)))
                .containsExactlyElementsOf(shifted("ART-", findings, 10));
    }

    private static List<String> shifted(String group, List<String> findings, int lines) {
        return findings.stream()
                .map(f -> f.split("[ :]"))
                .map(f -> group + f[0] + " " + (Integer.parseInt(f[1]) + lines) + ":" + f[2])
                .toList();
    }

    @Test
    @BadInput("Y6")
    void aSecondDocumentIsFoundWhereItBegins() {
        assertThat(codesAndPlaces(readManifest(MANIFEST + "---\na: b\n")))
                .containsExactly("MAN-017 13:1");
        assertThat(codesAndPlaces(readManifest(MANIFEST + "...\n---\na: b\n")))
                .containsExactly("MAN-017 14:1");
        assertThat(codesAndPlaces(readFrontMatter(FRONT_MATTER + "...\n--- # two\na: b\n")))
                .containsExactly("ART-017 12:1");
    }

    @Test
    void theEndMarkAloneIsNoSecondDocument() {
        assertThat(codesAndPlaces(readManifest("---\n" + MANIFEST + "...\n"))).isEmpty();
    }

    @Test
    void aMappingIsDue() {
        assertThat(codesAndPlaces(readManifest("- a\n"))).containsExactly("MAN-020 1:1");
        assertThat(codesAndPlaces(readManifest("# nothing\n"))).containsExactly("MAN-020 1:1");
        assertThat(codesAndPlaces(readManifest(""))).containsExactly("MAN-020 1:1");
        assertThat(codesAndPlaces(readFrontMatter("text\n"))).containsExactly("ART-020 2:1");
        assertThat(codesAndPlaces(readManifest(MANIFEST + "assets: [a]\nrelated: [[]]\n")))
                .containsExactly("MAN-025 13:10", "MAN-025 14:11");
        assertThat(codesAndPlaces(readFrontMatter(FRONT_MATTER + "translates: [a]\n")))
                .containsExactly("ART-025 11:13");
    }

    @Test
    void nestingIsBounded() {
        String nested = "x: " + "[".repeat(32) + "]".repeat(32) + "\n";
        assertThat(codesAndPlaces(readManifest(MANIFEST + nested)))
                .containsExactly("MAN-018 13:35");
        assertThat(codesAndPlaces(readFrontMatter(FRONT_MATTER + nested)))
                .containsExactly("ART-018 11:35");
        assertThat(
                        codesAndPlaces(
                                readManifest(
                                        MANIFEST + nested.replace("[[", "[").replace("]]", "]"))))
                .containsExactly("MAN-021 13:1");
    }

    @Test
    void theNumberOfValuesIsBounded() {
        String many = "tags:\n" + "- a\n".repeat(500_000);
        assertThat(codesAndPlaces(readManifest(many))).containsExactly("MAN-019 499999:3");
        assertThat(codesAndPlaces(readFrontMatter(many))).containsExactly("ART-042");
    }

    @Test
    @BadInput("Y6")
    void onlyUtf8WithoutByteOrderMarkIsRead() {
        assertThat(codesAndPlaces(readManifest("\uFEFF" + MANIFEST)))
                .containsExactly("MAN-003 1:1");
        assertThat(codesAndPlaces(readArticle("\uFEFF" + Texts.ARTICLE)))
                .containsExactly("ART-003 1:1");
        assertThat(codesAndPlaces(readManifest(MANIFEST.getBytes(UTF_16LE))))
                .containsExactly("MAN-002 1:1");
        assertThat(codesAndPlaces(readManifest(("\uFEFF" + MANIFEST).getBytes(UTF_16LE))))
                .containsExactly("MAN-002 1:1");
        assertThat(codesAndPlaces(readArticle(Texts.ARTICLE.getBytes(UTF_16LE))))
                .containsExactly("ART-002 1:1");
    }

    @Test
    @BadInput("Y9")
    void bytesThatAreNoUtf8AreFoundInTheirPlace() {
        assertThat(codesAndPlaces(readManifest(broken(MANIFEST, "Ada"))))
                .containsExactly("MAN-001 9:19");
        assertThat(codesAndPlaces(readArticle(broken(Texts.ARTICLE, "Text"))))
                .containsExactly("ART-001 12:1");
    }

    private static byte[] broken(String text, String at) {
        byte[] bytes = text.getBytes(UTF_8);
        bytes[text.indexOf(at)] = (byte) 0xC0;
        return bytes;
    }

    @Test
    void aTextEndsWithALineFeed() {
        assertThat(codesAndPlaces(readManifest(MANIFEST.strip()))).containsExactly("MAN-008 12:23");
        assertThat(codesAndPlaces(readArticle(Texts.ARTICLE.strip())))
                .containsExactly("ART-008 12:6");
    }

    @Test
    void allFindingsOfAFileComeInOneRun() {
        String text =
                String.join(
                        "\n",
                        Arrays.asList(
                                "format: 1",
                                "id: [a]",
                                "version: 1.10",
                                "title:",
                                "titel: Sleep",
                                "language: en_US",
                                "licence: MIT",
                                "owners: Ada",
                                ""));
        assertThat(codesAndPlaces(readManifest(text)))
                .containsExactly(
                        "MAN-026 1:1",
                        "MAN-026 1:1",
                        "MAN-026 1:1",
                        "MAN-026 1:1",
                        "MAN-032 1:1",
                        "MAN-058 1:1",
                        "MAN-023 2:5",
                        "MAN-053 3:10",
                        "MAN-022 4:1",
                        "MAN-021 5:1",
                        "MAN-054 6:11",
                        "MAN-021 7:1",
                        "MAN-025 8:9");
        assertThat(Texts.messages(readManifest(text)))
                .startsWith(
                        "Key \"license\" is missing.",
                        "Key \"publisher\" is missing.",
                        "Key \"released\" is missing.",
                        "Key \"summary\" is missing.",
                        "List \"authors\" is empty; it must name at least one.");
        assertThat(Texts.hints(readManifest(text)))
                .contains("Write it like \"1.10.0\".", "Write it like \"en-US\".")
                .noneMatch(hint -> hint.endsWith(" Did you mean \"title\"?"))
                .anyMatch(hint -> hint.endsWith(" Did you mean \"license\"?"));
    }
}

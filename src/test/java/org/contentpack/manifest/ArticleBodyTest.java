package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.manifest.Texts.body;
import static org.contentpack.manifest.Texts.codesAndPlaces;
import static org.contentpack.manifest.Texts.readBody;

import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Position;
import org.contentpack.manifest.BodyDocument.CautionDocument;
import org.contentpack.manifest.BodyDocument.HeadingDocument;
import org.contentpack.manifest.BodyDocument.ImageDocument;
import org.contentpack.manifest.BodyDocument.LinkDocument;
import org.contentpack.manifest.BodyDocument.ListItemDocument;
import org.contentpack.manifest.BodyDocument.ParagraphDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.pack.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies begin in line 12 of the file. */
class ArticleBodyTest {

    private static SectionDocument section(String body, int index) {
        PackReading reading = readBody(body);
        assertThat(codesAndPlaces(reading)).isEmpty();
        return body(reading).sections().get(index);
    }

    @Test
    void sectionsAreCutAtHeadingsOfTheSecondLevel() {
        String intro = "\nHello.\n\n";
        String one = "## One *bit* {#one .cause cites=\"a b\"}\n\n\n  First.\n\n### Within\n\n";
        String two = "Two {#two}\n---\n";
        PackReading reading = readBody(intro + one + two);
        assertThat(codesAndPlaces(reading)).isEmpty();
        assertThat(body(reading).sections())
                .containsExactly(
                        new SectionDocument(
                                Optional.of("intro"),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                "Hello.\n",
                                Digest.of(intro),
                                new Position(12, 1),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(
                                        new ParagraphDocument(
                                                "Hello.", false, new Position(13, 1)))),
                        new SectionDocument(
                                Optional.of("one"),
                                List.of("cause"),
                                List.of("a", "b"),
                                Optional.of("One bit"),
                                "  First.\n\n### Within\n",
                                Digest.of(one),
                                new Position(15, 1),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new HeadingDocument(3, "Within", new Position(20, 1))),
                                List.of(
                                        new ParagraphDocument(
                                                "First.", false, new Position(18, 1)))),
                        new SectionDocument(
                                Optional.of("two"),
                                List.of(),
                                List.of(),
                                Optional.of("Two"),
                                "",
                                Digest.of(two),
                                new Position(22, 1),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ## a\n",
                "- ## a\n",
                "    ## a\n",
                "```\n## a\n```\n",
                "##a\n",
                "\\## a\n"
            })
    void nothingButAHeadingOfTheArticleItselfBeginsASection(String body) {
        PackReading reading = readBody("Intro.\n\n" + body);
        assertThat(codesAndPlaces(reading)).isEmpty();
        assertThat(body(reading).sections()).hasSize(1);
    }

    @Test
    void aHeadingIsPlainTextWithoutItsAttributes() {
        assertThat(section("## A &amp; *b* `c` [d](e) {#f}\n", 1).heading()).contains("A & b c d");
        assertThat(section("## {#a}\n", 1).heading()).contains("");
        assertThat(section("## {b} {#a}\n", 1).heading()).contains("{b}");
    }

    @Test
    void aHeadingMayBeClosedByNumberSigns() {
        assertThat(section("## One {#one} ##\n", 1).id()).contains("one");
    }

    @Test
    void paragraphsAreWhatAReaderSeesOfThem() {
        String body =
                """
                - {urgent}
                  Call *now*,
                  or [go](https://example.org/).
                - > {not-for cites="a"} Not
                  > if ill.

                {plain} text ![Alt](a.svg)
                """;
        assertThat(section("## A {#a}\n\n" + body, 1).paragraphs())
                .containsExactly(
                        new ParagraphDocument("Call now,\nor go.", false, new Position(15, 1)),
                        new ParagraphDocument("Not\nif ill.", true, new Position(17, 5)),
                        new ParagraphDocument("{plain} text", false, new Position(20, 1)));
    }

    @Test
    void aCautionIsTheTextOfABlockQuoteBehindItsMarker() {
        String body =
                """
                > A quote.

                > {not-for cites="a b"} Do not run
                > uphill
                downhill.
                >
                > - at all

                - item

                  > {not-for basis="general-caution"} Not in an item.
                """;
        assertThat(section(body, 0).cautions())
                .containsExactly(
                        new CautionDocument(
                                "Do not run\nuphill\ndownhill.\n\n- at all",
                                List.of("a", "b"),
                                Optional.empty(),
                                new Position(14, 1)),
                        new CautionDocument(
                                "Not in an item.",
                                List.of(),
                                Optional.of("general-caution"),
                                new Position(22, 3)));
    }

    @Test
    void listItemsAreThoseOfTheSectionItself() {
        String body =
                """
                - {urgent} Go
                  there now.

                  - inner
                * {{7*7}} text
                1. ${jndi:x}
                """;
        assertThat(section(body, 0).listItems())
                .containsExactly(
                        new ListItemDocument(
                                Optional.of("urgent"),
                                "Go\nthere now.\n\n- inner",
                                new Position(12, 1)),
                        new ListItemDocument(Optional.empty(), "{{7*7}} text", new Position(16, 1)),
                        new ListItemDocument(Optional.empty(), "${jndi:x}", new Position(17, 1)));
    }

    @Test
    void linksAndImagesAreFoundWithTheirPlaces() {
        String body =
                """
                \uD83D\uDE00 [a *b*](#c) <https://d.example> [e](l.md)

                ![g `h`](../assets/i.svg "j") ![](k)
                """;
        SectionDocument section = section(body, 0);
        assertThat(section.links())
                .containsExactly(
                        new LinkDocument("#c", "a b", new Position(12, 3)),
                        new LinkDocument(
                                "https://d.example", "https://d.example", new Position(12, 15)),
                        new LinkDocument("l.md", "e", new Position(12, 35)));
        assertThat(section.images())
                .containsExactly(
                        new ImageDocument(
                                "../assets/i.svg", "g h", Optional.of("j"), new Position(14, 1)),
                        new ImageDocument("k", "", Optional.empty(), new Position(14, 31)));
    }

    @Test
    void whatStandsInASectionIsToldOfThatSection() {
        PackReading reading = readBody("[a](b)\n\n## C {#c}\n[d](e)\n\n## F {#f}\n- [g](h)\n");
        assertThat(body(reading).sections())
                .extracting(s -> s.links().stream().map(LinkDocument::destination).toList())
                .containsExactly(List.of("b"), List.of("e"), List.of("h"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## A | ART-066 12:1",
                "## A {.cause} | ART-066 12:1",
                "## A {#a} b | ART-066 12:1",
                "## A {#a | ART-063 12:6",
                "## A {#a cites=\"b} | ART-063 12:6",
                "## A {#a cites=b} | ART-064 12:6",
                "## A {#a cites=“b”} | ART-064 12:6",
                "## A {#a id=\"b\"} | ART-064 12:6",
                "## A {#a b} | ART-064 12:6",
                "## A {#a #b} | ART-065 12:6",
                "## A {#a cites=\"b\" cites=\"c\"} | ART-065 12:6",
                "## A {#A} | ART-067 12:6",
                "## A {#__proto__} | ART-067 12:6",
                "## A {#a.b} | ART-067 12:6",
                "## A {#intro} | ART-068 12:6",
                "## *A {#a* .b} | ART-067 12:7, ART-069 12:7",
                "## A \\\\{#a} | ART-066 12:1",
                "## A {#a .reason} | ART-069 12:6",
                "## A {#a .cause .summary} | ART-070 12:6",
                "# A | ART-060 12:1",
                "> # A | ART-060 12:3",
                "<b>a</b> | ART-061 12:1, ART-061 12:5",
                "a <!-- b --> | ART-061 12:3",
                "<div> | ART-061 12:1",
                "> {warning} a | ART-071 12:1",
                "> {#a} b | ART-071 12:1",
                "> {not-for cites=\"a | ART-063 12:1",
                "> {not-for source=\"a\"} b | ART-064 12:1",
                "> {not-for basis=\"a\" basis=\"b\"} c | ART-065 12:1",
                "- {urgent a | ART-063 12:1",
                "- {urgent cites=\"a\"} b | ART-064 12:1",
                "- {urgent now} b | ART-064 12:1",
            })
    void aDefectIsFoundWhereItIs(String line, String findings) {
        assertThat(String.join(", ", codesAndPlaces(readBody(line + "\n")))).isEqualTo(findings);
    }

    @Test
    void anUnderlinedHeadingOfTheFirstLevelIsOneToo() {
        assertThat(codesAndPlaces(readBody("A\n===\n"))).containsExactly("ART-060 12:1");
    }

    @Test
    void anIdIsProposedForAHeadingWithoutOne() {
        assertThat(Texts.hints(readBody("## ¿Qué ayuda, además?\n")))
                .containsExactly(
                        "Write one in braces behind the heading, such as #que-ayuda-ademas.");
        assertThat(Texts.hints(readBody("## 10 שאלות\n")))
                .containsExactly("Write one in braces behind the heading, such as #section.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n\n"})
    void anArticleHasAText(String body) {
        PackReading reading = readBody(body);
        assertThat(codesAndPlaces(reading)).contains("ART-062 12:1");
        assertThat(body(reading).sections()).isEmpty();
    }

    /** A definition would reach into other sections, which are read, sent and moved alone. */
    @Test
    void referencesAreNotDefined() {
        assertThat(
                        codesAndPlaces(
                                readBody(
                                        "![a][q]\n\n[q]: ../assets/a.svg\n\n## B {#b}\n\n[q]: //e\n")))
                .containsExactly("ART-072 14:1", "ART-072 18:1");
    }

    @Test
    void codeIsNoHtml() {
        assertThat(codesAndPlaces(readBody("`<b>`\n\n    <script>\n\n1 < 2 & 3 <?\n"))).isEmpty();
    }
}

package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contentpack.ingest.IngestResult.Drafted;
import org.contentpack.ingest.IngestResult.NoArticle;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds is data: it ends, and it ends in a result. */
class HostileSourceTest {

    /** Far more than any of these takes: work that grows with the square would not end in it. */
    private static final Duration BOUND = Duration.ofSeconds(120);

    private static final Map<String, Supplier<String>> SOURCES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("divs.html", () -> "<div>".repeat(100_000) + "x"),
                            Map.entry("bold.html", () -> "<p>" + "<b>".repeat(50_000) + "x"),
                            Map.entry("lists.html", () -> "<ul><li>a".repeat(20_000)),
                            Map.entry("quotes.html", () -> "<blockquote>a".repeat(20_000)),
                            Map.entry(
                                    "table.html",
                                    () -> "<table>" + "<tr><td>a<td>b".repeat(50_000)),
                            Map.entry("tables.html", () -> "<table><tr><td>a".repeat(2_000)),
                            Map.entry("headings.html", () -> "<h2>same</h2><p>x".repeat(10_000)),
                            Map.entry(
                                    "word.html",
                                    () ->
                                            "<p style='mso-list:l0 level1 lfo1'>x</p>"
                                                    .repeat(10_000)),
                            Map.entry("breaks.html", () -> "<p>" + "a<br>".repeat(50_000)),
                            Map.entry("marks.html", () -> "<p>" + "*_`[".repeat(50_000)),
                            Map.entry("spaces.html", () -> "<p>a" + " ".repeat(1_000_000) + "b"),
                            Map.entry("quotes.md", () -> "> ".repeat(20_000) + "a"),
                            Map.entry("brackets.md", () -> "[".repeat(50_000)),
                            Map.entry("lists.md", () -> "- ".repeat(20_000) + "a"),
                            Map.entry("html.md", () -> "<div>\n\n".repeat(10_000) + "a"),
                            Map.entry(
                                    "yaml.md", () -> "---\na: " + "[".repeat(50_000) + "\n---\nb"),
                            Map.entry("items.txt", () -> "- x\n".repeat(50_000)),
                            Map.entry("sentences.txt", () -> "T\n\n" + "a. ".repeat(200_000)),
                            Map.entry("blanks.txt", () -> " \n".repeat(500_000) + "a"),
                            Map.entry(
                                    "items.xml",
                                    () ->
                                            "<rss xmlns:wp=\"w\"><channel>"
                                                    + "<item><title>T</title>".repeat(20_000)),
                            Map.entry(
                                    "codes.xml",
                                    () ->
                                            "<rss xmlns:wp=\"w\"><channel><item><content:encoded><![CDATA["
                                                    + "[a ".repeat(100_000))));

    static Stream<String> names() {
        return SOURCES.keySet().stream();
    }

    private static IngestResult ingest(String name, byte[] bytes) {
        return new Ingest(IngestOptions.NONE).ingest(name, bytes);
    }

    private static String article(IngestResult result) {
        return Drafts.drafted(result).draft().files().entrySet().stream()
                .filter(f -> f.getKey().isIn("articles"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("names")
    void pathologicalTextsEnd(String name) {
        byte[] bytes = SOURCES.get(name).get().getBytes(UTF_8);

        IngestResult result = assertTimeoutPreemptively(BOUND, () -> ingest(name, bytes));

        assertThat(result.report().findings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.html", "a.md", "a.xml"})
    void randomBytesAreNoException(String name) throws IOException {
        Random random = new Random(20261130);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            if (i % 2 == 0) {
                for (int j = 0; j < bytes.length; j++) {
                    bytes[j] = (byte) "<>p/ul#*-[]()\n\n &;a{}`\"=!".charAt((bytes[j] & 0xFF) % 24);
                }
            }
            if (ingest(name, bytes) instanceof Drafted drafted) {
                Drafts.validatesButForWhatIsToBeDecided(drafted);
            }
        }
    }

    @Test
    void entitiesAreNeitherExpandedNorFetched() {
        String bomb =
                """
                <?xml version="1.0"?>
                <!DOCTYPE rss [
                <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY x SYSTEM "file:///etc/hostname">
                ]>
                <rss xmlns:wp="w"><channel><item><title>Bombs</title>
                <content:encoded>Seen &b; and &x; here.</content:encoded></item></channel></rss>
                """;

        assertThat(article(ingest("bomb.xml", bomb.getBytes(UTF_8))))
                .endsWith("---\nSeen \\&b; and \\&x; here.\n");
    }

    @Test
    void scriptsBecomeNothing() {
        String page =
                "<title>T t</title><p onclick=\"x()\">a<script>b()</script><svg onload=c()></svg>"
                        + "<a href=\" java\nscript:d()\">e</a><style>f{}</style>";

        assertThat(article(ingest("page.html", page.getBytes(UTF_8)))).endsWith("---\nae\n");
    }

    @Test
    void badBytesAreReplacedAndTold() {
        byte[] bytes = "Title here\n\nA caf\u00E9 \u0000 stands.\n".getBytes(ISO_8859_1);

        Drafted drafted = Drafts.drafted(ingest("a.txt", bytes));

        assertThat(Drafts.codesAndPlaces(drafted.report())).contains("ING-003 3:6", "ING-004 3:8");
        assertThat(article(drafted)).endsWith("---\nA caf\uFFFD stands.\n");
    }

    @Test
    void aCharsetThatIsDeclaredOrNamedIsRead() {
        byte[] declared =
                "<meta charset=windows-1252><h1>T</h1><p>A caf\u00E9.</p>".getBytes(ISO_8859_1);
        byte[] named = "Title here\n\nA caf\u00E9.\n".getBytes(ISO_8859_1);

        assertThat(article(ingest("a.html", declared))).endsWith("---\nA café.\n");
        assertThat(
                        article(
                                new Ingest(IngestOptions.NONE.withCharset(ISO_8859_1))
                                        .ingest("a.txt", named)))
                .endsWith("---\nA café.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004rest", "%PDF-1.7 rest", "{\\rtf1 rest"})
    void filesOfProgramsAreNoText(String head) {
        assertNoArticle(ingest("a.txt", head.getBytes(UTF_8)), "ING-007 1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.html", "a.md"})
    void nothingIsNoArticle(String name) {
        assertNoArticle(ingest(name, new byte[0]), "ING-001 1:1");
        assertNoArticle(ingest(name, " \n\n ".getBytes(UTF_8)), "ING-001 1:1");
    }

    @Test
    void anExportWithoutPostsIsNone() {
        assertNoArticle(ingest("a.xml", "<rss xmlns:wp=\"w\"/>".getBytes(UTF_8)), "ING-005 1:1");
    }

    @Test
    void tooManyBytesOrTagsAreNotRead() {
        assertNoArticle(ingest("a.txt", new byte[Ingest.MAX_BYTES + 1]), "ING-002 1:1");
        assertNoArticle(
                ingest("a.html", "<p>".repeat(Ingest.MAX_TAGS + 1).getBytes(UTF_8)), "ING-009 1:1");
    }

    private static void assertNoArticle(IngestResult result, String finding) {
        assertThat(result).isInstanceOf(NoArticle.class);
        assertThat(Drafts.codesAndPlaces(result.report())).isEqualTo(List.of(finding));
    }

    @Test
    void aPageOfFiveMegabytesIsReadAndTheLengthOfItsArticleIsToldOf() throws IOException {
        StringBuilder page = new StringBuilder("<html lang=en><title>Long walks</title><article>");
        for (int i = 0; page.length() < 5_000_000; i++) {
            page.append("<h2>Mile ").append(i).append("</h2><p>After it the road is ");
            page.append("long and <b>dry</b>, and nobody sells water there. ".repeat(8));
            page.append("</p>\n");
        }
        byte[] bytes = page.toString().getBytes(UTF_8);

        IngestResult result = assertTimeoutPreemptively(BOUND, () -> ingest("long.html", bytes));

        assertThat(Drafts.codesAndPlaces(result.report())).contains("ING-026 1:1");
        assertThat(Drafts.validate(Drafts.drafted(result).draft()).findings())
                .extracting(f -> f.rule().code())
                .contains("ART-042");
    }

    @Test
    void aPageThatIsLongForWhatStandsAroundItsArticleIsReadAsAnyOther() {
        String around = "<nav>" + "<a href=/x>Other</a> ".repeat(100_000) + "</nav>";
        String data = "<script>" + "x".repeat(2_500_000) + "</script>";
        String page =
                "<title>Short walks</title>" + around + data + "<main><p>One mile.</p></main>";

        IngestResult result =
                assertTimeoutPreemptively(BOUND, () -> ingest("long.html", page.getBytes(UTF_8)));

        assertThat(Drafts.drafted(result).draft().files())
                .containsOnlyKeys(
                        new FilePath("articles/short-walks.md"), new FilePath("pack.yaml"));
        assertThat(article(result)).endsWith("---\nOne mile.\n");
    }
}

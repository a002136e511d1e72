package org.contentpack.sync.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.http.Json;
import org.junit.jupiter.api.Test;

/** Which blocks of a post are ours, which an editor's, and what is left as it stands. */
class BlocksTest {

    private static final String PICTURE =
            "https://blog.example/content/images/2026/12/calf-0123456789abcdef-1.svg";

    private static ObjectNode paragraph(String section, String text) {
        return (ObjectNode)
                LexicalWriter.again("<p>" + text + "</p>", style(section), a -> a).get(0);
    }

    private static ObjectNode heading(String section, String text) {
        return (ObjectNode)
                LexicalWriter.again("<h2>" + text + "</h2>", style(section), a -> a).get(0);
    }

    private static ObjectNode card(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }

    private static String style(String section) {
        return section.isEmpty() ? "" : Blocks.style(new SectionId(section));
    }

    private static Blocks of(JsonNode... blocks) {
        return Blocks.of(Arrays.asList(blocks), a -> a);
    }

    private static Passage ours(String section, String text) {
        return Passage.of(new SectionId(section), text);
    }

    @Test
    void aBlockBelongsToTheSectionThatItsWordsNameAndAllElseIsAnEditorsOwn() {
        assertThat(
                        of(
                                        paragraph("", "above"),
                                        heading("rest", "Rest"),
                                        paragraph("rest", "a"),
                                        paragraph("", "typed below"),
                                        paragraph("walk", "b"),
                                        paragraph("rest", "dragged away"))
                                .passages())
                .containsExactly(
                        Passage.own("<p>above</p>"),
                        ours("rest", "<h2>Rest</h2><p>a</p>"),
                        Passage.own("<p>typed below</p>"),
                        ours("walk", "<p>b</p>"),
                        Passage.own("<p>dragged away</p>"));
    }

    @Test
    void whatStandsInsideASectionIsAnEditOfIt() {
        assertThat(
                        of(
                                        heading("rest", "Rest"),
                                        card("bookmark"),
                                        paragraph("", "typed"),
                                        paragraph("rest", "a"))
                                .passages())
                .containsExactly(
                        ours(
                                "rest",
                                "<h2>Rest</h2><kg-card>{\"type\":\"bookmark\"}</kg-card>"
                                        + "<p>typed</p><p>a</p>"));
    }

    @Test
    void aPictureOfOursBelongsToTheSectionAboveItAndOneOfAnEditorsDoesNot() {
        ObjectNode ours = card("image").put("src", PICTURE).put("alt", "x");
        ObjectNode other = card("image").put("src", "https://blog.example/content/images/cat.png");

        assertThat(of(heading("rest", "Rest"), ours, other, ours).passages())
                .containsExactly(
                        ours(
                                "rest",
                                "<h2>Rest</h2><figure><img src=\""
                                        + PICTURE
                                        + "\" alt=\"x\"></figure>"),
                        Passage.own(
                                "<figure><img src=\"https://blog.example/content/images/cat.png\""
                                        + " alt=\"\"></figure>"),
                        Passage.own("<figure><img src=\"" + PICTURE + "\" alt=\"x\"></figure>"));
    }

    @Test
    void aHeadingThatWasTypedAnewBelongsToTheTextBelow() {
        assertThat(of(heading("", "Rest well"), paragraph("rest", "a")).passages())
                .containsExactly(ours("rest", "<h2>Rest well</h2><p>a</p>"));
    }

    @Test
    void anEmptyLineIsNoPassageAndStays() {
        ObjectNode empty = (ObjectNode) LexicalWriter.emptyLine("");
        Blocks blocks = of(paragraph("rest", "a"), empty, paragraph("", "own"));

        assertThat(blocks.passages())
                .containsExactly(ours("rest", "<p>a</p>"), Passage.own("<p>own</p>"));
        assertThat(written(blocks, blocks.passages()))
                .containsExactly(paragraph("rest", "a"), empty, paragraph("", "own"));
    }

    @Test
    void whatStaysIsWrittenAsItStandsAndWhatChangesIsMarked() {
        ObjectNode odd = paragraph("rest", "a").put("other", 1);
        ObjectNode own = paragraph("", "own").put("colour", "red");
        Blocks blocks = of(odd, own, paragraph("walk", "b"));

        assertThat(
                        written(
                                blocks,
                                List.of(
                                        Passage.own("<p>own</p>"),
                                        ours("walk", "<p>c</p>"),
                                        ours("rest", "<p>a</p>"),
                                        Passage.own("<p>again</p>"))))
                .containsExactly(own, paragraph("walk", "c"), odd, paragraph("", "again"));
    }

    /** A rule or code at the end of a section has no words that could name it. */
    @Test
    void aSectionThatEndsWithoutWordsIsFoundAgainWhole() {
        Passage code = ours("rest", "<p>a</p><pre><code>x</code></pre><hr>");
        Passage next = Passage.own("<p>own</p>");

        List<JsonNode> written = written(of(), List.of(code, next));

        assertThat(Blocks.of(written, a -> a).passages()).containsExactly(code, next);
    }

    /** As an introduction can, below a notice. */
    @Test
    void aSectionThatBeginsWithAPictureIsFoundAgainWhole() {
        Passage notice = ours("contentpack-notice", "<p>Not reviewed.</p>");
        Passage intro =
                ours("intro", "<figure><img src=\"" + PICTURE + "\" alt=\"x\"></figure><p>a</p>");

        List<JsonNode> written = written(of(), List.of(notice, intro));

        assertThat(Blocks.of(written, a -> a).passages()).containsExactly(notice, intro);
    }

    @Test
    void aTextWithoutNamesIsTakenApartByItsHeadings() {
        Blocks blocks =
                of(
                        paragraph("", "intro"),
                        heading("", "Our herbs"),
                        paragraph("", "a"),
                        heading("", " watering "),
                        paragraph("", "b"),
                        heading("", "Else"),
                        paragraph("", "c"));
        Map<String, SectionId> headings = Map.of("Watering", new SectionId("watering"));

        Blocks found = blocks.byHeadings(headings);

        assertThat(found.passages())
                .containsExactly(
                        Passage.own("<p>intro</p>"),
                        Passage.own("<h2>Our herbs</h2>"),
                        Passage.own("<p>a</p>"),
                        ours("watering", "<h2>watering</h2><p>b</p>"),
                        Passage.own("<h2>Else</h2>"),
                        Passage.own("<p>c</p>"));
        assertThat(written(found, found.passages()).get(4)).isEqualTo(paragraph("watering", "b"));
    }

    @Test
    void whatIsNoTextOfGhostsHasNoBlocks() {
        assertThat(Blocks.children("")).isEmpty();
        assertThat(Blocks.children("null")).isEmpty();
        assertThat(Blocks.children("{")).isEmpty();
        assertThat(Blocks.children("{\"root\":{\"children\":7}}")).isEmpty();
    }

    private static List<JsonNode> written(Blocks blocks, List<Passage> body) {
        List<JsonNode> written = new ArrayList<>();
        blocks.written(new Content(new TreeMap<>(), body), a -> a)
                .path("root")
                .path("children")
                .forEach(written::add);
        return written;
    }
}

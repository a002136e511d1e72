package org.contentpack.sync.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.export.wordpress.References;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.wordpress.PostBody.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a post is ours, and what its editors put beside it. */
class PostBodyTest {

    private static String group(String id, String inside) {
        return "<!-- wp:group {\"className\":\"contentpack-section contentpack-id-"
                + id
                + "\"} -->\n<div class=\"wp-block-group\">"
                + inside
                + "</div>\n<!-- /wp:group -->";
    }

    private static Piece ours(String id, String raw) {
        return new Piece(Optional.of(new SectionId(id)), raw);
    }

    private static Piece own(String raw) {
        return new Piece(Optional.empty(), raw);
    }

    private static List<Piece> pieces(String raw) {
        return PostBody.parse(raw).pieces();
    }

    @Test
    void sectionsAreGroupsOfOursAndAllElseIsAnEditorsOwn() {
        String nested =
                "<!-- wp:group -->\n<div>" + group("pain", "x") + "</div>\n<!-- /wp:group -->";
        String paragraph = "<!-- wp:paragraph -->\n<p>Ours.</p>\n<!-- /wp:paragraph -->";
        String alone = "<!-- wp:latest-posts {\"postsToShow\":3} /-->";

        assertThat(
                        pieces(
                                "Before. "
                                        + group(
                                                "pain",
                                                "<!-- wp:group --><div></div><!-- /wp:group -->")
                                        + paragraph
                                        + "\n\n"
                                        + alone
                                        + group("rest", "b")
                                        + "<p>Between.</p>"
                                        + group("pain", "a copy")
                                        + nested))
                .containsExactly(
                        own("Before."),
                        ours(
                                "pain",
                                group("pain", "<!-- wp:group --><div></div><!-- /wp:group -->")),
                        own(paragraph),
                        own(alone),
                        ours("rest", group("rest", "b")),
                        own("<p>Between.</p>"),
                        own(group("pain", "a copy")),
                        own(nested));
    }

    @Test
    void aSectionIsFoundAtAnyDepthAndWhatIsAroundItIsTheEditors() {
        String columns = "<!-- wp:columns -->\n<div><!-- wp:column -->\n<div>";
        String middle = "</div>\n<!-- /wp:column -->\n\n<!-- wp:column -->\n<div>";
        String end = "</div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->";
        String raw =
                group("rest", "a")
                        + columns
                        + group("pain", group("inner", "x"))
                        + middle
                        + group("help", "b")
                        + group("rest", "a copy")
                        + end
                        + "<p>After.</p>";

        assertThat(pieces(raw))
                .containsExactly(
                        ours("rest", group("rest", "a")),
                        own(columns),
                        ours("pain", group("pain", group("inner", "x"))),
                        own(middle),
                        ours("help", group("help", "b")),
                        own(group("rest", "a copy") + end),
                        own("<p>After.</p>"));
    }

    @Test
    void aGroupThatIsNotClosedReachesToTheEnd() {
        String open = "<!-- wp:group {\"className\":\"contentpack-id-pain\"} --><div>and on";

        assertThat(pieces("First." + open)).containsExactly(own("First."), ours("pain", open));
    }

    @Test
    void anEndWithoutABeginningIsText() {
        assertThat(pieces("<p>a</p><!-- /wp:group --><p>b</p>"))
                .containsExactly(own("<p>a</p><!-- /wp:group -->"), own("<p>b</p>"));
    }

    @Test
    void whatIsNearlyADelimiterIsText() {
        for (String text :
                List.of(
                        "<!--wp:group-->",
                        "<!-- wp:Group -->",
                        "<!-- a comment -->",
                        "<!-- wp:group {\"className\":\"contentpack-id-pain\"} ",
                        "<!-- wp:a\u2028-->")) {
            assertThat(pieces(text)).as(text).hasSize(1).allMatch(p -> p.section().isEmpty());
        }
    }

    /** These took hours or all of the stack once: a text is looked at once, whatever is in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- wp:a {",
                "<!-- wp:a { } ",
                "<!-- wp:a {}}}}} -->",
                "<!-- ",
                "<!-- /wp:a -->",
                "<!-- wp:a -->",
                "<!-- wp:a {\"b\":\"<!-- wp:a {",
                "-->",
                "http://",
                "https://a-0123456789abcdef",
                "<h2>"
            })
    void aHostileTextEndsToo(String part) {
        String text = part.repeat(2_000_000 / part.length());

        PostBody body = PostBody.parse(text);

        assertThat(String.join("", body.pieces().stream().map(Piece::raw).toList()).length())
                .isBetween(text.strip().length() * 9 / 10, text.length());
        assertThat(References.addresses(text)).isEqualTo(Map.of());
    }

    @Test
    void attributesOfAnyLengthAreRead() {
        String long1 = "x".repeat(300_000);
        String block =
                "<!-- wp:group {\"note\":\""
                        + long1
                        + "\",\"className\":\"contentpack-id-pain\"} --><div></div><!-- /wp:group -->";

        assertThat(pieces(block)).containsExactly(ours("pain", block));
    }
}

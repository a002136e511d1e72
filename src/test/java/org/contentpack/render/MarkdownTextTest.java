package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.contentpack.pack.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A text stays a text, whatever is in it, tried on texts made at random from written-down seeds.
 */
class MarkdownTextTest {

    private static final int CASES = 3_000;

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).build();
    private static final Labels ENGLISH = Labels.in(new Language("en"));

    /** What Hugo finds in a page before it reads Markdown. */
    private static final Pattern RUN = Pattern.compile("\\{\\{[<%]|<!--more-->");

    private static final List<String> PIECES =
            List.of(
                    "{{<",
                    ">}}",
                    "{{%",
                    "%}}",
                    "{{",
                    "{",
                    "}",
                    "<!--more-->",
                    "<script>",
                    "</b>",
                    "]]>",
                    "`",
                    "``",
                    "```",
                    "~~~",
                    "~~",
                    "*",
                    "**",
                    "_",
                    "[",
                    "]",
                    "](x)",
                    "![",
                    "(",
                    ")",
                    "\"",
                    "'",
                    "\\",
                    "&amp;",
                    "&#123;",
                    "&",
                    "|",
                    ":",
                    "#",
                    "-",
                    "+",
                    "=",
                    "1.",
                    "1)",
                    ">",
                    "$",
                    "^",
                    "word",
                    "naïve",
                    "نص",
                    "😀",
                    "https://e.org",
                    "<https://e.org/{{<>",
                    "<a@b.c>",
                    "[a](<{{< x >}}> \"t {{% y %}}\")",
                    "\t");

    private static final List<String> BETWEEN =
            List.of("", "", " ", " ", "\n", "\n\n", "\n    ", "\n> ");

    private static String random(Random random, boolean lines) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(
                    lines
                            ? BETWEEN.get(random.nextInt(BETWEEN.size()))
                            : random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "{{< x >}} § \\{\\{\\< x \\>\\}\\}",
                ": a § \\: a",
                "a_b § a\\_b",
                "# a § \\# a",
                "a | b § a \\| b"
            })
    void whatMeansSomethingIsEscaped(String text, String written) {
        assertThat(MarkdownText.plain(text)).isEqualTo(written);
    }

    @Test
    void aPlainTextIsReadAsItself() {
        for (long seed = 0; seed < CASES; seed++) {
            String text = random(new Random(seed), false).strip().replaceAll("\\s+", " ");
            String written = MarkdownText.plain(text);

            Node read = PARSER.parse(written);
            StringBuilder words = new StringBuilder();
            read.accept(
                    new AbstractVisitor() {
                        @Override
                        public void visit(Text node) {
                            words.append(node.getLiteral());
                        }

                        @Override
                        public void visit(Code code) {
                            throw new AssertionError("code in " + written);
                        }
                    });
            assertThat(words).as("seed " + seed + ": " + written).hasToString(text);
            assertThat(RUN.matcher(written).find()).as(written).isFalse();
        }
    }

    @Test
    void aTreeIsReadAsItself() {
        for (long seed = 0; seed < CASES; seed++) {
            Node tree = PARSER.parse(random(new Random(seed), true));
            String written = MarkdownText.of(tree, ENGLISH);

            // The tree is plainer by now: no raw HTML, nothing that could be run.
            assertThat(words(HTML.render(PARSER.parse(written))))
                    .as("seed " + seed + ": " + written)
                    .isEqualTo(words(HTML.render(tree)));
            assertThat(RUN.matcher(written).find()).as(written).isFalse();
        }
    }

    /**
     * White space is free, a break before the first word is none, and the tree has its own escapes
     * as they are.
     */
    private static String words(String html) {
        return html.replaceAll("\\s+", "")
                .replaceAll("(<(?:p|h[1-6]|li)>)(?:<br/>)+", "$1")
                .replaceAll("\\\\([:+])", "$1");
    }
}

package org.contentpack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same words. */
class MarkdownWritingTest {

    private static final String SIGNS = "ab 1.)-+*_#>`[](){}!<&\\|~:=\"'/";

    private static final Parser PARSER = Parser.builder().build();

    private static String readBack(Node block) {
        Document document = new Document();
        document.appendChild(block);
        return Blocks.plain(PARSER.parse(new MarkdownWriting().block(block)));
    }

    private static Paragraph paragraph(String... pieces) {
        Paragraph paragraph = new Paragraph();
        for (int i = 0; i < pieces.length; i++) {
            Node parent =
                    i % 2 == 0 ? paragraph : i % 4 == 1 ? new StrongEmphasis() : new Emphasis();
            if (parent != paragraph) {
                paragraph.appendChild(parent);
            }
            parent.appendChild(new Text(pieces[i]));
        }
        return paragraph;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+ plus",
                "- minus",
                "1. one",
                "1986. A year",
                "# no heading",
                "> no quote",
                "***",
                "---",
                "===",
                "`code`",
                "[a]: b",
                "<b>",
                "&amp;",
                "a*b*c",
                "{urgent} x",
                "\\*",
                "~~~",
                "[a](b)",
                "![a](b)",
                "a\\",
                "<!-- x -->",
                "    four spaces",
                "http://a.example"
            })
    void marksOfMarkdownStayText(String text) {
        assertThat(readBack(paragraph(text))).isEqualTo(Characters.line(text));
    }

    @Test
    void bracesThatBeginAttributesAreEscaped() {
        Document document = new Document();
        Paragraph paragraph = paragraph("{not-for} us");
        document.appendChild(paragraph);

        assertThat(new MarkdownWriting().block(paragraph)).isEqualTo("\\{not-for} us");
    }

    @Test
    void randomTextsReadBack() {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            String[] pieces = new String[1 + random.nextInt(4)];
            StringBuilder words = new StringBuilder();
            for (int j = 0; j < pieces.length; j++) {
                StringBuilder piece = new StringBuilder();
                for (int k = 0; k < 1 + random.nextInt(8); k++) {
                    piece.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                }
                // White space never stands at the edges of emphasis: InlineRun sees to that.
                pieces[j] = piece.toString().strip().isEmpty() ? "x" : piece.toString().strip();
                words.append(pieces[j]);
            }
            BulletList list = new BulletList();
            list.setTight(true);
            ListItem item = new ListItem();
            item.appendChild(paragraph(pieces));
            list.appendChild(item);

            assertThat(readBack(paragraph(pieces)))
                    .as(List.of(pieces).toString())
                    .isEqualTo(Characters.line(words.toString()));
            assertThat(readBack(list))
                    .as(List.of(pieces).toString())
                    .isEqualTo(Characters.line(words.toString()));
        }
    }
}

package org.contentpack.search;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.contentpack.pack.Section;

/**
 * The words of a section as a reader sees them, in one line: no marks of Markdown, no addresses, no
 * markers such as {@code {emergency}}. Pictures give their alternative text.
 */
final class SectionText extends AbstractVisitor {

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(Section.MAX_NESTING).build();

    /** What stands in front of a list item or a caution for programs. */
    private static final Pattern MARKER = Pattern.compile("^\\{[^}]*\\}\\s*");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final StringBuilder words = new StringBuilder();

    private SectionText() {}

    static String of(Section section) {
        SectionText text = new SectionText();
        PARSER.parse(section.markdown()).accept(text);
        return SPACES.matcher(text.words).replaceAll(" ").strip();
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        words.append('\n');
    }

    @Override
    public void visit(Text text) {
        words.append(
                isFirstOfMarked(text)
                        ? MARKER.matcher(text.getLiteral()).replaceFirst("")
                        : text.getLiteral());
    }

    private static boolean isFirstOfMarked(Text text) {
        Node block = text.getParent();
        return text.getPrevious() == null
                && block instanceof Paragraph
                && block.getPrevious() == null
                && (block.getParent() instanceof ListItem
                        || block.getParent() instanceof BlockQuote);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        words.append(' ');
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        words.append(code.getLiteral()).append('\n');
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        words.append(code.getLiteral()).append('\n');
    }

    @Override
    public void visit(SoftLineBreak line) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak line) {
        words.append(' ');
    }

    @Override
    public void visit(org.commonmark.node.Heading heading) {
        visitChildren(heading);
        words.append('\n');
    }
}

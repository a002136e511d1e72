package org.contentpack.ingest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.contentpack.pack.Section;

/**
 * Writes blocks as Markdown that reads back as the same words. The writer is commonmark-java's;
 * what it wrote is read again, and where it reads otherwise, as with emphasis that ends inside a
 * word, the block is written without emphasis, and at last with every mark escaped.
 */
final class MarkdownWriting {

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(Section.MAX_NESTING).build();

    private static final Pattern INDENT_ONLY = Pattern.compile("(?m)^[ \\t]++$");

    /** Braces begin attributes in packs; the library escapes what CommonMark knows. */
    private static final MarkdownRenderer RENDERER =
            MarkdownRenderer.builder()
                    .nodeRendererFactory(
                            new MarkdownNodeRendererFactory() {
                                @Override
                                public NodeRenderer create(MarkdownNodeRendererContext context) {
                                    return new Nothing();
                                }

                                @Override
                                public Set<Character> getSpecialCharacters() {
                                    return Set.of('{');
                                }
                            })
                    .build();

    /** Without a line feed at its end. The block is changed where it cannot be written as it is. */
    String block(Node block) {
        String words = Blocks.plain(block);
        String written = write(block);
        if (!words.equals(read(written, block))) {
            withoutEmphasis(block);
            written = write(block);
        }
        if (!words.equals(read(written, block))) {
            escapeAll(block);
            written = write(block);
        }
        return written;
    }

    private static String write(Node block) {
        Document document = new Document();
        Node after = block.getNext();
        Node parent = block.getParent();
        document.appendChild(block);
        String written = INDENT_ONLY.matcher(RENDERER.render(document).strip()).replaceAll("");
        if (after != null) {
            after.insertBefore(block);
        } else if (parent != null) {
            parent.appendChild(block);
        }
        return written;
    }

    /** The words of the first block, where it is the only one and of the same kind. */
    private static String read(String written, Node block) {
        Node document = PARSER.parse(written);
        Node first = document.getFirstChild();
        boolean isSame =
                first != null
                        && first == document.getLastChild()
                        && first.getClass() == block.getClass();
        return isSame ? Blocks.plain(first) : "";
    }

    private static void withoutEmphasis(Node block) {
        for (Node node : Blocks.all(block, Node.class)) {
            if (node instanceof Emphasis || node instanceof StrongEmphasis) {
                Blocks.children(node).forEach(node::insertBefore);
                node.unlink();
            }
        }
        join(block);
    }

    /** Pieces of one text as one: the writer looks at the beginning of each. */
    private static void join(Node block) {
        for (Text text : Blocks.all(block, Text.class)) {
            if (text.getPrevious() instanceof Text before) {
                text.setLiteral(before.getLiteral() + text.getLiteral());
                text.setSourceSpans(before.getSourceSpans());
                before.unlink();
            }
        }
    }

    private static void escapeAll(Node block) {
        for (Node leaf :
                block instanceof Paragraph || block instanceof Heading
                        ? List.of(block)
                        : Blocks.leaves(block)) {
            for (Text text : Blocks.all(leaf, Text.class)) {
                // The one node whose literal is written as it is.
                HtmlInline escaped = new HtmlInline();
                escaped.setLiteral(text.getLiteral().replaceAll("(?=\\p{Punct})", "\\\\"));
                text.insertBefore(escaped);
                text.unlink();
            }
        }
    }

    /** Only the characters count. */
    private static final class Nothing implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of();
        }

        @Override
        public void render(Node node) {
            throw new IllegalStateException("there is nothing to render: " + node);
        }
    }
}

package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.contentpack.finding.Position;
import org.contentpack.pack.Section;

/**
 * The Markdown of one article as a tree whose nodes know their place in the file.
 *
 * <p>Limits: blocks nest {@link Section#MAX_NESTING} deep and inlines as deep as the parser allows
 * (100 in commonmark-java 0.32); what is nested deeper is text. Walks do not recurse.
 */
final class MarkdownTree {

    /** Deepest nesting of quotes, lists and items. */
    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(Section.MAX_NESTING)
                    .build();

    private final String text;
    private final Lines lines;
    private final int bodyStart;
    private final Node root;

    /**
     * @param text of the whole file
     * @param bodyStart where in it the Markdown begins
     */
    MarkdownTree(String text, int bodyStart) {
        this.text = text;
        this.lines = new Lines(text);
        this.bodyStart = bodyStart;
        this.root = PARSER.parse(text.substring(bodyStart));
    }

    Document root() {
        return (Document) root;
    }

    Lines lines() {
        return lines;
    }

    /** Index in the file of a node's first character; of its parent's where it has none itself. */
    int start(Node node) {
        Node at = node;
        while (at.getSourceSpans().isEmpty() && at.getParent() != null) {
            at = at.getParent();
        }
        return at.getSourceSpans().isEmpty()
                ? bodyStart
                : bodyStart + at.getSourceSpans().get(0).getInputIndex();
    }

    /** Index in the file behind a node's last character. */
    int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return start(node);
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return bodyStart + last.getInputIndex() + last.getLength();
    }

    Position position(Node node) {
        return lines.at(start(node));
    }

    /** The characters between a heading's marks, as written. */
    String inlineSource(Node heading) {
        return heading.getFirstChild() == null
                ? ""
                : text.substring(start(heading.getFirstChild()), end(heading.getLastChild()));
    }

    /** The place of a character by its index in {@link #inlineSource}. */
    Position inlinePosition(Node heading, int index) {
        return lines.at(start(heading.getFirstChild()) + index);
    }

    /**
     * What a reader sees of a heading before an index in {@link #inlineSource} where the last brace
     * opens.
     */
    String plainTextBefore(Node heading, int index) {
        int cut = start(heading.getFirstChild()) + index;
        StringBuilder plain = new StringBuilder();
        walk(
                heading,
                part -> {
                    if (end(part) <= cut || !(part instanceof Text words)) {
                        plain.append(start(part) < cut ? ownText(part) : "");
                    } else if (start(part) <= cut) {
                        int brace = words.getLiteral().lastIndexOf('{');
                        plain.append(words.getLiteral(), 0, Math.max(brace, 0));
                    }
                });
        return plain.toString();
    }

    /** The node's lines as they stand in the file, blank ones within it included. */
    List<String> lines(Node node) {
        List<String> written = new ArrayList<>();
        int line = -1;
        for (SourceSpan span : node.getSourceSpans()) {
            for (int blank = line + 1; line >= 0 && blank < span.getLineIndex(); blank++) {
                written.add("");
            }
            line = span.getLineIndex();
            int from = bodyStart + span.getInputIndex();
            written.add(text.substring(from, from + span.getLength()));
        }
        return written;
    }

    /** All nodes below the given one, in the order of the text. */
    static void walk(Node top, Consumer<Node> visitor) {
        Node at = top.getFirstChild();
        while (at != null) {
            visitor.accept(at);
            Node next = at.getFirstChild();
            while (next == null && at != null && at != top) {
                next = at.getNext();
                at = next == null ? at.getParent() : at;
            }
            at = at == top ? null : next;
        }
    }

    /** What a reader sees of a node, without mark-up. */
    static String plainText(Node node) {
        StringBuilder plain = new StringBuilder();
        walk(node, part -> plain.append(ownText(part)));
        return plain.toString();
    }

    /** The same with a line feed where a line ends, and without pictures. */
    static String proseOf(Node node) {
        StringBuilder prose = new StringBuilder();
        walk(
                node,
                part -> {
                    if (part instanceof SoftLineBreak || part instanceof HardLineBreak) {
                        prose.append('\n');
                    } else if (!(part.getParent() instanceof Image)) {
                        prose.append(ownText(part));
                    }
                });
        return prose.toString();
    }

    private static String ownText(Node part) {
        if (part instanceof Text words) {
            return words.getLiteral();
        } else if (part instanceof Code code) {
            return code.getLiteral();
        }
        return part instanceof SoftLineBreak || part instanceof HardLineBreak ? " " : "";
    }
}

package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Handling trees of blocks: the nodes of commonmark-java, whatever format they were read from, and
 * two of ours. The place of a node is the index of its first character in the source.
 */
final class Blocks {

    private Blocks() {}

    /** A picture's place in the text. It is taken out before the draft is written. */
    static final class Picture extends CustomBlock {
        String alt = "";
        String address = "";
        String credit = "";
    }

    /** A place where a heading seems to be missing. */
    static final class LostHeading extends CustomBlock {}

    static <N extends Node> N at(N node, int index) {
        node.setSourceSpans(List.of(SourceSpan.of(0, 0, index, 0)));
        return node;
    }

    /** Of the node, or of the first one in it that knows. */
    static int index(Node node) {
        for (Node at = node; at != null; at = at.getFirstChild()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().get(0).getInputIndex();
            }
        }
        return 0;
    }

    static Text text(String literal, int index) {
        return at(new Text(literal), index);
    }

    static Heading heading(int level, int index) {
        Heading heading = at(new Heading(), index);
        heading.setLevel(level);
        return heading;
    }

    /**
     * @param number of the first item; 0 for bullets
     */
    static ListBlock list(int number, int index) {
        if (number == 0) {
            return at(new BulletList(), index);
        }
        OrderedList list = at(new OrderedList(), index);
        list.setMarkerStartNumber(number);
        list.setMarkerDelimiter(".");
        return list;
    }

    /**
     * Lists whose items are one paragraph each, and lists in them, stand without blank lines; a
     * list that does not begin with 1 needs one before it, or it would be text.
     */
    static void tighten(ListBlock list) {
        boolean tight = true;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
                boolean isFirst = block == item.getFirstChild();
                tight &= isFirst ? block instanceof Paragraph : block instanceof ListBlock;
                tight &= !(block instanceof OrderedList inner && inner.getMarkerStartNumber() > 1);
            }
        }
        list.setTight(tight);
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    static boolean isEmpty(Node parent) {
        return parent.getFirstChild() == null;
    }

    /** All of a kind below a node, in the order of the text. Does not recurse. */
    static <N extends Node> List<N> all(Node top, Class<N> kind) {
        List<N> found = new ArrayList<>();
        Node at = top.getFirstChild();
        while (at != null) {
            if (kind.isInstance(at)) {
                found.add(kind.cast(at));
            }
            Node next = at.getFirstChild();
            while (next == null && at != null && at != top) {
                next = at.getNext();
                at = next == null ? at.getParent() : at;
            }
            at = at == top ? null : next;
        }
        return found;
    }

    /** Paragraphs and headings, in the order of the text. */
    static List<Node> leaves(Node top) {
        return all(top, Node.class).stream()
                .filter(node -> node instanceof Paragraph || node instanceof Heading)
                .toList();
    }

    /** What a reader sees of a node, in one line. */
    static String plain(Node node) {
        StringBuilder plain = new StringBuilder();
        for (Node part : all(node, Node.class)) {
            if (part instanceof Text words) {
                plain.append(words.getLiteral());
            } else if (part instanceof Code code) {
                plain.append(code.getLiteral());
            } else if (part instanceof SoftLineBreak
                    || part instanceof HardLineBreak
                    || part instanceof Paragraph
                    || part instanceof ListItem) {
                plain.append(' ');
            }
        }
        return Characters.line(plain.toString());
    }

    /** Moves all of a node's children behind another's. */
    static void move(Node from, Node to) {
        children(from).forEach(to::appendChild);
    }

    /** Takes a list or quote away that has nothing in it any more. */
    static void unlinkIfEmpty(Node node) {
        Node at = node;
        while (at != null && at.getParent() != null && isEmpty(at)) {
            Node parent = at.getParent();
            at.unlink();
            at = parent;
        }
    }
}

package org.contentpack.ingest;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * The words of one paragraph while they are gathered: white space as browsers show it, and never at
 * the edges of emphasis, where Markdown would not see it. For one paragraph.
 */
final class InlineRun {

    private final Paragraph paragraph = new Paragraph();
    private Node parent = paragraph;
    private boolean isSpaceDue;
    private boolean isHeading;

    boolean isEmpty() {
        return Blocks.isEmpty(paragraph);
    }

    /** True inside emphasis or a link. */
    boolean isNested() {
        return parent != paragraph;
    }

    boolean endsInBreak() {
        return parent.getLastChild() instanceof HardLineBreak && !isSpaceDue;
    }

    /** A heading has one line: breaks in it are spaces. */
    void isHeading(boolean heading) {
        isHeading = heading;
    }

    /**
     * @param index of the first character, white space included
     */
    void text(String raw, int index) {
        String clean = Characters.clean(raw);
        String words = clean.strip();
        int lead = raw.length() - raw.stripLeading().length();
        if (words.isEmpty()) {
            isSpaceDue |= !clean.isEmpty();
            return;
        }
        isSpaceDue |= Character.isWhitespace(clean.charAt(0));
        space();
        add(Blocks.text(Characters.line(words), index + lead), index + lead);
        isSpaceDue = Character.isWhitespace(clean.charAt(clean.length() - 1));
    }

    void code(String literal, int index) {
        String words = Characters.line(literal);
        if (!words.isEmpty()) {
            space();
            Code code = new Code(words);
            add(Blocks.at(code, index), index);
        }
    }

    void lineBreak() {
        if (isHeading) {
            isSpaceDue = true;
        } else if (!isEmpty()) {
            parent.appendChild(new HardLineBreak());
            isSpaceDue = false;
        }
    }

    /** What is gathered meanwhile stands in the given node; one within its like, or empty, goes. */
    void in(Node wrapper, int index, Runnable content) {
        if (isWithin(wrapper.getClass())) {
            content.run();
            return;
        }
        space();
        Node outer = parent;
        boolean goesOn =
                !(wrapper instanceof Link)
                        && outer.getLastChild() != null
                        && outer.getLastChild().getClass() == wrapper.getClass();
        Node inner = goesOn ? outer.getLastChild() : Blocks.at(wrapper, index);
        if (!goesOn) {
            outer.appendChild(inner);
        }
        parent = inner;
        content.run();
        parent = outer;
        while (inner.getLastChild() instanceof HardLineBreak trailing) {
            trailing.unlink();
            isSpaceDue = true;
        }
        if (Blocks.isEmpty(inner)) {
            inner.unlink();
        }
    }

    private boolean isWithin(Class<?> kind) {
        for (Node at = parent; at != null; at = at.getParent()) {
            if (at.getClass() == kind) {
                return true;
            }
        }
        return false;
    }

    /** A space that is due, before emphasis that it would be the first character of. */
    private void space() {
        if (!isSpaceDue) {
            return;
        }
        isSpaceDue = false;
        Node last = parent.getLastChild();
        Node opened = parent;
        while (last == null && opened != paragraph) {
            last = opened.getPrevious();
            if (last == null) {
                opened = opened.getParent();
            }
        }
        if (last == null || last instanceof HardLineBreak) {
            return;
        }
        if (last.getParent() == parent) {
            parent.appendChild(new Text(" "));
        } else {
            opened.insertBefore(new Text(" "));
        }
    }

    private void add(Node node, int index) {
        parent.appendChild(node);
        if (paragraph.getSourceSpans().isEmpty()) {
            Blocks.at(paragraph, index);
        }
    }

    /** The paragraph, empty where nothing was gathered. */
    Paragraph end() {
        while (paragraph.getLastChild() instanceof HardLineBreak trailing) {
            trailing.unlink();
        }
        return paragraph;
    }
}

package org.contentpack.manifest;

import java.util.List;
import org.contentpack.finding.Position;

/** A YAML value as it was written, with its place in the file. */
sealed interface LocatedNode {

    Position position();

    /** What the value is, in words. */
    String shape();

    /**
     * A text, never a number, a truth value or a date, whatever YAML would make of it.
     *
     * @param text without quotation marks, escapes resolved, folded lines joined
     * @param isPlain true where it was written without quotation marks and not as a block
     */
    record Scalar(String text, boolean isPlain, Position position) implements LocatedNode {
        @Override
        public String shape() {
            return "text";
        }
    }

    /** Values in order. */
    record Sequence(List<LocatedNode> items, Position position) implements LocatedNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String shape() {
            return "list";
        }
    }

    /** Keys and values in order, no key twice. */
    record Mapping(List<Entry> entries, Position position) implements LocatedNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String shape() {
            return "mapping";
        }
    }

    /** One key with its value. */
    record Entry(Scalar key, LocatedNode value) {}
}

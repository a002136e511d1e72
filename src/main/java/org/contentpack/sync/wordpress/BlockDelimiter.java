package org.contentpack.sync.wordpress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment by which WordPress knows a block: where it begins, where it ends, or all of it.
 *
 * @param start in the text, in characters
 * @param end behind it
 * @param attributes as JSON, braces included
 * @param isAlone whether the block has nothing in it
 * @see <a href="https://developer.wordpress.org/block-editor/explanations/architecture/data-flow/">
 *     Block editor handbook, data flow and data format</a>
 */
record BlockDelimiter(
        int start,
        int end,
        String name,
        Optional<String> attributes,
        boolean closes,
        boolean isAlone) {

    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private static final Pattern INSIDE =
            Pattern.compile(
                    "\\s+(/)?wp:((?:[a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*)\\s+(\\{.*\\}\\s+)?(/)?",
                    Pattern.DOTALL);

    /**
     * The first at or behind a place. Comments end at the next {@code -->} whatever is in them, so
     * that every character is looked at once.
     */
    static Optional<BlockDelimiter> next(String text, int from) {
        int start = text.indexOf(OPEN, from);
        while (start >= 0) {
            int close = text.indexOf(CLOSE, start + OPEN.length());
            if (close < 0) {
                return Optional.empty();
            }
            int end = close + CLOSE.length();
            Matcher inside = INSIDE.matcher(text).region(start + OPEN.length(), close);
            if (inside.matches()) {
                return Optional.of(
                        new BlockDelimiter(
                                start,
                                end,
                                inside.group(2),
                                Optional.ofNullable(inside.group(3)).map(String::strip),
                                inside.group(1) != null,
                                inside.group(4) != null));
            }
            start = text.indexOf(OPEN, end);
        }
        return Optional.empty();
    }

    /** The one that a text begins with. */
    static Optional<BlockDelimiter> first(String text) {
        return text.startsWith(OPEN)
                ? next(text, 0).filter(delimiter -> delimiter.start == 0)
                : Optional.empty();
    }
}

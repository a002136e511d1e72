package org.contentpack.cli.report;

import java.util.Locale;

/**
 * Text of others made safe to print: no character of it moves the cursor, turns the direction of
 * writing, or cannot be seen.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">UTR 36, Unicode Security Considerations</a>
 */
public final class Printable {

    /** Columns between two stops of the tab. */
    static final int TAB = 4;

    private Printable() {}

    /** The text in one line. */
    public static String text(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.append(c == '\t' ? " " : shown(c)));
        return printable.toString();
    }

    /** What stands for one character; a tab is the caller's, who knows its column. */
    static String shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> {
                if (c < 0x20) {
                    yield String.valueOf((char) (0x2400 + c));
                }
                yield c == 0x7F ? "\u2421" : name(c);
            }
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    name(c);
            default -> Character.toString(c);
        };
    }

    private static String name(int c) {
        return String.format(Locale.ROOT, "<U+%04X>", c);
    }
}

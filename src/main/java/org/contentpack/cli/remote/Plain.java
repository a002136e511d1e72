package org.contentpack.cli.remote;

/**
 * Texts of a server made safe to print: in one line, not endless, and without anything that a
 * terminal obeys.
 */
public final class Plain {

    private static final int MAX = 500;

    private Plain() {}

    /** The text with a space for each control, format or separating character. */
    public static String text(String told) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < told.length() && plain.length() <= MAX; ) {
            int c = told.codePointAt(i);
            i += Character.charCount(c);
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        plain.append(' ');
                default -> plain.appendCodePoint(c);
            }
        }
        String one = plain.toString().replaceAll(" {2,}", " ").strip();
        return one.length() > MAX ? one.substring(0, MAX) + "…" : one;
    }
}

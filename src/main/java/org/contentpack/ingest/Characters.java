package org.contentpack.ingest;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Characters as a pack may hold them: composed (NFC), without controls, without what turns the
 * direction of writing, and with plain spaces. Marks that only join or part letters stay, since
 * Persian and emoji need them.
 */
final class Characters {

    private static final char REPLACEMENT = '\uFFFD';

    private static final Pattern SPACES = Pattern.compile("\\s++");

    private Characters() {}

    /** Every character that may not stand in a pack left out or exchanged. */
    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == '\n' || c == '\t') {
                clean.append((char) c);
            } else {
                append(c, clean);
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /** Most texts need nothing done. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** The same in one line, without space at both ends and without more than one between words. */
    static String line(String text) {
        return SPACES.matcher(clean(text)).replaceAll(" ").strip();
    }

    /** True for what is no text: controls but white space, and what overrides directions. */
    static boolean isHidden(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\f')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static void append(int c, StringBuilder clean) {
        switch (Character.getType(c)) {
            case Character.CONTROL -> clean.append(c == '\f' ? " " : "");
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    clean.append(' ');
            case Character.FORMAT -> {
                if (isJoiner(c) || isMark(c) || isTag(c)) {
                    clean.appendCodePoint(c);
                }
            }
            case Character.SURROGATE -> clean.append(REPLACEMENT);
            case Character.UNASSIGNED -> {
                // Newer than this JDK, unless it is no character for ever.
                boolean isNever = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
                clean.appendCodePoint(isNever ? REPLACEMENT : c);
            }
            default -> clean.appendCodePoint(c);
        }
    }

    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }

    /** Of direction, reordering nothing but what touches them. */
    private static boolean isMark(int c) {
        return c == 0x200E || c == 0x200F || c == 0x061C;
    }

    /** Part of the flags of Scotland and Wales. */
    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }
}

package org.contentpack.manifest.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text: letters, digits and apostrophes, in lower case.
 *
 * @param start index in the text
 * @param end index behind it
 */
public record Token(String word, int start, int end) {

    /** The words of a text in its order; what stands between them is left out. */
    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = -1;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isPart(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                tokens.add(token(text, start, i));
                start = -1;
            }
        }
        if (start >= 0) {
            tokens.add(token(text, start, text.length()));
        }
        return tokens;
    }

    /** False for numbers. */
    // A loop, since each word of a pack is asked this more than once.
    boolean hasLetter() {
        for (int i = 0, c; i < word.length(); i += Character.charCount(c)) {
            c = word.codePointAt(i);
            if (Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '\''
                || c == '’';
    }

    private static Token token(String text, int start, int end) {
        String word = text.substring(start, end).replace('’', '\'').toLowerCase(Locale.ROOT);
        return new Token(word, start, end);
    }
}

package org.contentpack.compare;

import java.util.ArrayList;
import java.util.List;
import org.contentpack.compare.Token.Kind;

/**
 * Takes a text apart into {@link Token}s, in time that grows with its length only. The tokens
 * joined are the text, whatever it is: what only looks like the beginning of a tag is a sign.
 *
 * <p>In scripts that put no spaces between words, an ideograph is a word; elsewhere a run of
 * letters is.
 */
final class TokenReader {

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    /** Longest character reference in characters, {@code &} and {@code ;} included. */
    private static final int MAX_REFERENCE = 34;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    /** Set once, so that a text full of opened comments is not searched to its end for each. */
    private boolean noMoreCommentEnds;

    private TokenReader(String text) {
        this.text = text;
    }

    static List<Token> read(String text) {
        TokenReader reader = new TokenReader(text);
        while (reader.position < text.length()) {
            reader.next();
        }
        return reader.tokens;
    }

    private void next() {
        int first = text.codePointAt(position);
        if (first == '<') {
            int end = markEnd();
            add(end > position ? Kind.MARK : Kind.SIGN, Math.max(end, position + 1));
        } else if (isSpace(first)) {
            add(Kind.SPACE, runOfSpace());
        } else if (Character.isIdeographic(first)) {
            add(Kind.WORD, position + Character.charCount(first));
        } else if (Character.isLetterOrDigit(first)) {
            add(Kind.WORD, runOfLetters());
        } else {
            int end = first == '&' ? referenceEnd() : position;
            add(Kind.SIGN, Math.max(end, position + Character.charCount(first)));
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(position, end)));
        position = end;
    }

    /** The end of the tag or comment that begins here, or the position where there is none. */
    private int markEnd() {
        if (!text.startsWith(COMMENT, position)) {
            return tagEnd();
        }
        int end = noMoreCommentEnds ? -1 : text.indexOf(COMMENT_END, position + COMMENT.length());
        noMoreCommentEnds = end < 0;
        return end < 0 ? position : end + COMMENT_END.length();
    }

    private int tagEnd() {
        int name = text.startsWith("</", position) ? position + 2 : position + 1;
        if (name >= text.length() || !isAsciiLetter(text.charAt(name))) {
            return position;
        }
        for (int i = name; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '<') {
                return position;
            }
            if (c == '"' || c == '\'') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    return position;
                }
            }
        }
        return position;
    }

    private int referenceEnd() {
        int last = Math.min(text.length(), position + MAX_REFERENCE);
        for (int i = position + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > position + 1 ? i + 1 : position;
            }
            if (!isAsciiLetter(c) && !(c >= '0' && c <= '9') && c != '#') {
                return position;
            }
        }
        return position;
    }

    private int runOfSpace() {
        int end = position;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int runOfLetters() {
        int end = position;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (Character.isIdeographic(c) || !(Character.isLetterOrDigit(c) || joins(c))) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Marks over, under and around letters, and the joiners between them. */
    private static boolean joins(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> c == '\u200c' || c == '\u200d';
        };
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}

package org.contentpack.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for: words, phrases in double quotes, and either of them with {@code -} in
 * front to leave out what has it. There is no other syntax, so that every text means something.
 *
 * @param units in the order of the text; at least one is not left out
 */
public record SearchWords(String text, List<Unit> units) {

    /** Longest text in characters. */
    public static final int MAX_LENGTH = 200;

    /** Most words and phrases. */
    public static final int MAX_UNITS = 20;

    /**
     * One word or phrase.
     *
     * @param isLeftOut whether what has it is left out
     */
    record Unit(String text, boolean isPhrase, boolean isLeftOut) {}

    public SearchWords {
        units = List.copyOf(units);
        if (text.length() > MAX_LENGTH
                || units.size() > MAX_UNITS
                || units.stream().allMatch(Unit::isLeftOut)) {
            throw new IllegalArgumentException(
                    "a search must have a word to look for, at most "
                            + MAX_UNITS
                            + " of them in "
                            + MAX_LENGTH
                            + " characters: \""
                            + text
                            + "\"");
        }
    }

    /** What a text looks for; empty where it has no word, or is longer than the bounds. */
    public static Optional<SearchWords> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<Unit> units = units(text);
        return units.size() > MAX_UNITS || units.stream().allMatch(Unit::isLeftOut)
                ? Optional.empty()
                : Optional.of(new SearchWords(text, units));
    }

    private static List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean leftOut = text.charAt(at) == '-' && at + 1 < text.length();
            int begin = leftOut ? at + 1 : at;
            boolean phrase = text.charAt(begin) == '"';
            int end = phrase ? endOfPhrase(text, begin + 1) : endOfWord(text, begin);
            String unit = text.substring(phrase ? begin + 1 : begin, end);
            if (unit.codePoints().anyMatch(Character::isLetterOrDigit)) {
                units.add(new Unit(unit, phrase, leftOut));
            }
            at = phrase ? end + 1 : end;
        }
        return units;
    }

    /** A phrase that nothing ends goes to the end of the text. */
    private static int endOfPhrase(String text, int from) {
        int quote = text.indexOf('"', from);
        return quote < 0 ? text.length() : quote;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != '"') {
            end++;
        }
        return Math.max(end, from + 1);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}

package org.contentpack.pack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a section within its article, the same in every language.
 *
 * @param value lower-case words joined by - that begin with a letter, at most 100 characters, for
 *     example {@code muscle-fatigue}
 */
public record SectionId(String value) implements Comparable<SectionId> {

    /** Longest value in characters. */
    public static final int MAX_LENGTH = 100;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    public SectionId {
        if (!isSectionId(value)) {
            throw new IllegalArgumentException(
                    "section id must be lower-case words joined by - that begin with a letter, at most 100 characters: \""
                            + value
                            + "\"");
        }
    }

    /** The value as written, or empty where it does not have the form. */
    public static Optional<SectionId> parse(String text) {
        return isSectionId(text) ? Optional.of(new SectionId(text)) : Optional.empty();
    }

    /** True where the text has the form of a value. */
    public static boolean isSectionId(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    /**
     * An id made of a heading's words, at most {@value #MAX_LENGTH} characters of them, accents
     * left out; empty where it has no letter from a to z.
     */
    public static Optional<SectionId> proposed(String heading) {
        return parse(PlainLetters.joined(heading, true, MAX_LENGTH));
    }

    @Override
    public int compareTo(SectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.contentpack.pack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a pack, the same in every release of it.
 *
 * <p>Names of Windows devices are left out: no folder can be called so there.
 *
 * @param value lower-case words joined by - that begin with a letter, at most 100 characters, for
 *     example {@code leg-cramps-at-night}
 */
public record PackId(String value) implements Comparable<PackId> {

    /** Longest value in characters. */
    public static final int MAX_LENGTH = 100;

    private static final Pattern FORM =
            Pattern.compile(
                    "(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    public PackId {
        if (!isPackId(value)) {
            throw new IllegalArgumentException(
                    "pack id must be lower-case words joined by - that begin with a letter, at most 100 characters: \""
                            + value
                            + "\"");
        }
    }

    /** The value as written, or empty where it does not have the form. */
    public static Optional<PackId> parse(String text) {
        return isPackId(text) ? Optional.of(new PackId(text)) : Optional.empty();
    }

    /** True where the text has the form of a value. */
    public static boolean isPackId(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    /**
     * An id made of a title's words, at most {@value #MAX_LENGTH} characters of them, accents left
     * out; empty where it has no letter from a to z.
     */
    public static Optional<PackId> proposed(String title) {
        return parse(PlainLetters.joined(title, true, MAX_LENGTH));
    }

    @Override
    public int compareTo(PackId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

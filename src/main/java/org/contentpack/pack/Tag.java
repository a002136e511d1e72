package org.contentpack.pack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word that groups articles or packs.
 *
 * @param value lower-case words joined by -, at most 60 characters, for example {@code leg-cramps}
 */
public record Tag(String value) implements Comparable<Tag> {

    /** Longest value in characters. */
    public static final int MAX_LENGTH = 60;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    public Tag {
        if (!isTag(value)) {
            throw new IllegalArgumentException(
                    "tag must be lower-case words joined by -, at most 60 characters: \""
                            + value
                            + "\"");
        }
    }

    /** The value as written, or empty where it does not have the form. */
    public static Optional<Tag> parse(String text) {
        return isTag(text) ? Optional.of(new Tag(text)) : Optional.empty();
    }

    /** True where the text has the form of a value. */
    public static boolean isTag(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

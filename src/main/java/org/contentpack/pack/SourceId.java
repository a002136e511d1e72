package org.contentpack.pack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a cited source within its article.
 *
 * @param value lower-case words joined by - that begin with a letter, at most 60 characters, for
 *     example {@code nhs-copy}
 */
public record SourceId(String value) implements Comparable<SourceId> {

    /** Longest value in characters. */
    public static final int MAX_LENGTH = 60;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    public SourceId {
        if (!isSourceId(value)) {
            throw new IllegalArgumentException(
                    "source id must be lower-case words joined by - that begin with a letter, at most 60 characters: \""
                            + value
                            + "\"");
        }
    }

    /** The value as written, or empty where it does not have the form. */
    public static Optional<SourceId> parse(String text) {
        return isSourceId(text) ? Optional.of(new SourceId(text)) : Optional.empty();
    }

    /** True where the text has the form of a value. */
    public static boolean isSourceId(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

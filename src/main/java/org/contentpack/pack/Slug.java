package org.contentpack.pack;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The part of an address that names an article in one language, against {@link ArticleId}, which
 * never changes.
 *
 * @param value lower-case words joined by -, at most 100 characters, for example {@code
 *     por-que-dan-calambres-en-las-piernas}
 */
public record Slug(String value) implements Comparable<Slug> {

    /** Longest value in characters. */
    public static final int MAX_LENGTH = 100;

    private static final Set<String> RESERVED =
            Set.of(
                    "api",
                    "archive",
                    "articles",
                    "assets",
                    "blobs",
                    "channels",
                    "changes",
                    "compare",
                    "exports",
                    "feed",
                    "health",
                    "index",
                    "latest",
                    "packs",
                    "schemas",
                    "search",
                    "sections",
                    "timemap",
                    "versions");

    private static final Pattern FORM = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    public Slug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException(
                    "slug must be lower-case words joined by -, at most 100 characters: \""
                            + value
                            + "\"");
        }
    }

    /** The value as written, or empty where it does not have the form. */
    public static Optional<Slug> parse(String text) {
        return isSlug(text) ? Optional.of(new Slug(text)) : Optional.empty();
    }

    /** True where the text has the form of a value. */
    public static boolean isSlug(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    /**
     * A slug made of a title's words, at most {@value #MAX_LENGTH} characters of them; empty where
     * it has no letter from a to z and no digit.
     */
    public static Optional<Slug> proposed(String title) {
        return parse(PlainLetters.joined(title, false, MAX_LENGTH));
    }

    /** True where the value is a word that servers and sites use in addresses. */
    public boolean isReserved() {
        return isReserved(value);
    }

    /** The same of any text. */
    public static boolean isReserved(String text) {
        return RESERVED.contains(text);
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

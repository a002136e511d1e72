package org.contentpack.pack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an article, stable for ever and the same in every language, against {@link Slug},
 * which may change and differs by language.
 *
 * @param value lower-case words joined by - that begin with a letter, at most 100 characters, for
 *     example {@code what-causes-leg-cramps-at-night}
 */
public record ArticleId(String value) implements Comparable<ArticleId> {

    /** Longest value in characters. */
    public static final int MAX_LENGTH = 100;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    public ArticleId {
        if (!isArticleId(value)) {
            throw new IllegalArgumentException(
                    "article id must be lower-case words joined by - that begin with a letter, at most 100 characters: \""
                            + value
                            + "\"");
        }
    }

    /** The value as written, or empty where it does not have the form. */
    public static Optional<ArticleId> parse(String text) {
        return isArticleId(text) ? Optional.of(new ArticleId(text)) : Optional.empty();
    }

    /** True where the text has the form of a value. */
    public static boolean isArticleId(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    /**
     * An id made of a title's words, at most {@value #MAX_LENGTH} characters of them, accents left
     * out; empty where it has no letter from a to z.
     */
    public static Optional<ArticleId> proposed(String title) {
        return parse(PlainLetters.joined(title, true, MAX_LENGTH));
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.contentpack.purge;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a cache in configuration, messages and the file that says how far it was told.
 *
 * @param value lower-case words joined by - that begin with a letter, at most 60 characters
 */
public record CacheName(String value) {

    private static final Pattern FORM =
            Pattern.compile("(?=.{1,60}$)[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    public CacheName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "cache name must be lower-case words joined by - that begin with a letter, at"
                            + " most 60 characters: \""
                            + value
                            + "\"");
        }
    }

    public static Optional<CacheName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CacheName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

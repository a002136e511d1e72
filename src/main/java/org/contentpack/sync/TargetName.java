package org.contentpack.sync;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a target in configuration, addresses and messages.
 *
 * @param value lower-case words joined by - that begin with a letter, at most 60 characters
 */
public record TargetName(String value) implements Comparable<TargetName> {

    private static final Pattern FORM =
            Pattern.compile("(?=.{1,60}$)[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    public TargetName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "target name must be lower-case words joined by - that begin with a letter, at"
                            + " most 60 characters: \""
                            + value
                            + "\"");
        }
    }

    public static Optional<TargetName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TargetName(text)) : Optional.empty();
    }

    @Override
    public int compareTo(TargetName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

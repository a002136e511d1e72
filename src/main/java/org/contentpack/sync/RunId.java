package org.contentpack.sync;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a run; from 1. */
public record RunId(long number) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** The id that the text names in its one spelling, or empty. */
    public static Optional<RunId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new RunId(Long.parseLong(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}

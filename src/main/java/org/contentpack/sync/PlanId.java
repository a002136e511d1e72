package org.contentpack.sync;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a plan; from 1. */
public record PlanId(long number) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** The id that the text names in its one spelling, or empty. */
    public static Optional<PlanId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new PlanId(Long.parseLong(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}

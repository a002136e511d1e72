package org.contentpack.purge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to which event a cache was told, once and again.
 *
 * @param once sequence of the last event that it was told of
 * @param again the same for the second time; never behind {@code once}
 */
record Told(long once, long again) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ([0-9]{1,18})\\s*");

    Told {
        if (again < 0 || once < again) {
            throw new IllegalArgumentException(
                    "once must not be behind again: " + once + " < " + again);
        }
    }

    static Told of(long sequence) {
        return new Told(sequence, sequence);
    }

    /** Empty where the text was not written by {@link #line}. */
    static Optional<Told> parse(String line) {
        Matcher found = FORM.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        long once = Long.parseLong(found.group(1));
        long again = Long.parseLong(found.group(2));
        return once < again ? Optional.empty() : Optional.of(new Told(once, again));
    }

    String line() {
        return once + " " + again + "\n";
    }
}

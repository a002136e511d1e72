package org.contentpack.cli.report;

import java.util.Locale;

/**
 * How findings are told.
 *
 * @param width columns of the terminal, at least {@value #MIN_WIDTH}
 * @param version of this software
 */
public record ReportSettings(Colour colour, int width, RulePages pages, String version) {

    /** Fewest columns that lines are shown in. */
    public static final int MIN_WIDTH = 40;

    public ReportSettings {
        if (width < MIN_WIDTH) {
            throw new IllegalArgumentException("width must be >= " + MIN_WIDTH + ": " + width);
        }
    }

    /** Whether a terminal may be told to change its colours. */
    public enum Colour {
        NEVER,
        ALWAYS;

        /** {@code never}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

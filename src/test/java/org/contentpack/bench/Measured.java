package org.contentpack.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of one thing, in nanoseconds. */
record Measured(long... nanos) {

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    static long time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    double medianMillis() {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    /** {@code 12.3 ms}; seconds from ten thousand milliseconds. */
    static String millis(double millis) {
        return millis < 10_000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }

    /** How much longer than another, as {@code 1.23}. */
    String ratioTo(Measured other) {
        return String.format(Locale.ROOT, "%.2f", medianMillis() / other.medianMillis());
    }
}

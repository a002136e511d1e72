package org.contentpack.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;

/** How many findings of each severity there are. */
record Counts(long errors, long warnings, long infos) {

    static Counts of(List<Finding> findings) {
        return new Counts(
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                count(findings, Severity.INFO));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** {@code 2 errors, 1 warning}; {@code no findings} where there are none. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, errors, "error");
        add(parts, warnings, "warning");
        add(parts, infos, "note");
        return parts.isEmpty() ? "no findings" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(number(count, word));
        }
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String number(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}

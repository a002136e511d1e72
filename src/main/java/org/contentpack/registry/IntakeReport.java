package org.contentpack.registry;

import java.util.List;
import java.util.Locale;
import org.contentpack.finding.Report;

/**
 * What came of the packs that the server takes in by itself, those that came with it and those in
 * its inbox, in the order in which it took them.
 */
public record IntakeReport(List<Entry> entries) {

    public IntakeReport {
        entries = List.copyOf(entries);
    }

    /** What became of one pack. */
    public enum Outcome {
        REGISTERED,
        UNCHANGED,
        REFUSED,
        /** It or the store could not be read; the log says more. */
        FAILED
    }

    /**
     * One pack.
     *
     * @param origin where it was found, in words, without a path of the machine
     * @param report what was found; for a pack that is unchanged, nothing
     */
    public record Entry(String origin, Outcome outcome, Report report) {}

    /** Every pack that is not served, in a sentence with its first finding. */
    public List<String> refusals() {
        return entries.stream()
                .filter(e -> e.outcome == Outcome.REFUSED || e.outcome == Outcome.FAILED)
                .map(
                        e ->
                                e.origin
                                        + ": "
                                        + e.report.findings().stream()
                                                .map(Object::toString)
                                                .findFirst()
                                                .orElse(e.outcome.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}

package org.contentpack.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All findings of one pack, in the order of {@link Finding#compareTo}, none twice.
 *
 * <p>At most {@value #MAX_FINDINGS} are kept, the errors before the rest, so that a hostile pack
 * cannot make an answer without end; {@link #total} says how many there were.
 *
 * @param total how many there were, at least the number of {@code findings}
 */
public record Report(List<Finding> findings, int total) {

    /** Most findings that a report keeps. */
    public static final int MAX_FINDINGS = 1_000;

    /** Nothing was found. */
    public static final Report EMPTY = new Report(List.of(), 0);

    public Report {
        findings = List.copyOf(findings);
    }

    public static Report of(Collection<Finding> findings) {
        List<Finding> sorted = findings.stream().distinct().sorted().toList();
        List<Finding> kept =
                sorted.size() <= MAX_FINDINGS
                        ? sorted
                        : sorted.stream()
                                .sorted(Comparator.comparing(Finding::severity))
                                .limit(MAX_FINDINGS)
                                .sorted()
                                .toList();
        return new Report(kept, sorted.size());
    }

    /** True where the pack is refused. */
    public boolean hasErrors() {
        return refusal().isPresent();
    }

    /** What the pack is refused for: that of the first stage with an error. */
    public Optional<Refusal> refusal() {
        return findings.stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.rule().refusal())
                .min(Comparator.naturalOrder());
    }

    public Report and(Collection<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        Report both = of(all);
        return new Report(both.findings, Math.max(both.total, total));
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}

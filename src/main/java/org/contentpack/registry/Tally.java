package org.contentpack.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;

/** Counts what came of publications. Safe for use by several threads. */
final class Tally {

    private final Map<String, LongAdder> publications = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> findings = new ConcurrentHashMap<>();

    void count(PublishResult result) {
        if (result instanceof PublishResult.Published published) {
            count("published", published.report());
        } else if (result instanceof PublishResult.Unchanged unchanged) {
            count("unchanged", unchanged.report());
        } else if (result instanceof PublishResult.VersionTaken taken) {
            count("version-taken", taken.report());
        } else if (result instanceof PublishResult.Refused refused) {
            count("refused", refused.report());
        } else {
            count("not-allowed", Report.EMPTY);
        }
    }

    void countFailure() {
        count("failed", Report.EMPTY);
    }

    private void count(String outcome, Report report) {
        add(publications, outcome);
        for (Finding finding : report.findings()) {
            add(findings, finding.rule().code());
        }
    }

    private static void add(Map<String, LongAdder> counts, String key) {
        counts.computeIfAbsent(key, k -> new LongAdder()).increment();
    }

    Map<String, Long> publications() {
        return sums(publications);
    }

    Map<String, Long> findings() {
        return sums(findings);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum()));
    }
}

package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.finding.Report;
import org.contentpack.manifest.Lines;

/**
 * Gathers what is found in the file that is taken in, of each rule at most as much as a report
 * keeps. For one thread.
 */
final class Findings {

    private final String file;
    private final Lines lines;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<IngestRule, Integer> counts = new EnumMap<>(IngestRule.class);

    Findings(String file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * @param index of the character in the file's text
     */
    void add(IngestRule rule, int index, Object... arguments) {
        add(rule, lines.at(index), arguments);
    }

    void add(IngestRule rule, Position position, Object... arguments) {
        if (counts.merge(rule, 1, Integer::sum) <= Report.MAX_FINDINGS) {
            findings.add(Finding.of(rule, new Location(file, Optional.of(position)), arguments));
        }
    }

    Position at(int index) {
        return lines.at(index);
    }

    Report report() {
        return Report.of(findings);
    }
}

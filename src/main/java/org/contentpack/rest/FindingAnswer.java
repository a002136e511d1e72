package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Position;
import org.contentpack.finding.Report;

/**
 * The wire shape of one finding.
 *
 * @param file absent for the pack as a whole
 * @param line absent for a file as a whole
 */
record FindingAnswer(
        String code,
        String severity,
        Optional<String> file,
        Optional<Integer> line,
        Optional<Integer> column,
        String message,
        String hint) {

    static FindingAnswer of(Finding finding) {
        return new FindingAnswer(
                finding.rule().code(),
                finding.severity().id(),
                Optional.of(finding.location().file()).filter(file -> !file.isEmpty()),
                finding.location().position().map(Position::line),
                finding.location().position().map(Position::column),
                finding.message(),
                finding.hint());
    }

    static List<FindingAnswer> of(Report report) {
        return report.findings().stream().map(FindingAnswer::of).toList();
    }
}

package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Report;

/**
 * The wire shape of what would come of publishing.
 *
 * @param valid whether the pack would be registered
 * @param refusal the problem it would be refused with
 * @param total how many findings there are, which may be more than are given
 */
record ValidationAnswer(
        boolean valid, Optional<String> refusal, int total, List<FindingAnswer> findings) {

    static ValidationAnswer of(Report report) {
        return new ValidationAnswer(
                !report.hasErrors(),
                report.refusal().map(Refusal::id),
                report.total(),
                FindingAnswer.of(report));
    }
}

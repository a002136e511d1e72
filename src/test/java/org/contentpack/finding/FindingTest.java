package org.contentpack.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Test;

class FindingTest {

    private record TestRule(String code, Severity severity, Refusal refusal) implements Rule {
        @Override
        public String message() {
            return "The value \"{0}\" is not taken; it''s {1}.";
        }

        @Override
        public String hint() {
            return "Take {1}.";
        }
    }

    private static final Rule LATE = rule("REF-900", Severity.ERROR, Refusal.CONTENT_INVALID);
    private static final Rule EARLY = rule("MAN-900", Severity.ERROR, Refusal.MANIFEST_INVALID);
    private static final Rule MILD = rule("ART-900", Severity.WARNING, Refusal.CONTENT_INVALID);

    private static Rule rule(String code, Severity severity, Refusal refusal) {
        return new TestRule(code, severity, refusal);
    }

    private static Location at(String file, int line, int column) {
        return Location.of(new FilePath(file), new Position(line, column));
    }

    @Test
    void aFindingReadsLikeACompilersMessage() {
        Finding finding = Finding.of(EARLY, at("pack.yaml", 3, 10), "1.10", "1.10.0");

        assertThat(finding)
                .hasToString(
                        "pack.yaml:3:10: error: MAN-900 The value \"1.10\" is not taken; it's 1.10.0.");
        assertThat(finding.hint()).isEqualTo("Take 1.10.0.");
    }

    @Test
    void whatAPackSaysCannotActInATerminalOrALog() {
        Finding finding =
                Finding.of(EARLY, Location.PACK, "a\u001b[31m\n\u202e\u200bb{0}", "x".repeat(500));

        assertThat(finding.message())
                .isEqualTo(
                        "The value \"aU+001B[31mU+000AU+202EU+200Bb{0}\" is not taken; it's "
                                + "x".repeat(200)
                                + "….");
    }

    @Test
    void aReportIsInOrderAndHasNothingTwice() {
        Finding third = Finding.of(LATE, at("pack.yaml", 10, 1));
        Finding second = Finding.of(EARLY, at("pack.yaml", 9, 12));
        Finding first = Finding.of(MILD, at("articles/a.md", 20, 1));

        assertThat(Report.of(List.of(third, second, first, second)))
                .isEqualTo(new Report(List.of(first, second, third), 3));
    }

    @Test
    void aPackIsRefusedForTheFirstStageThatFailed() {
        Finding late = Finding.of(LATE, Location.PACK);
        Finding early = Finding.of(EARLY, Location.PACK);
        Finding mild = Finding.of(MILD, Location.PACK);

        assertThat(Report.of(List.of(late, early, mild)).refusal())
                .contains(Refusal.MANIFEST_INVALID);
        assertThat(Report.of(List.of(mild)).refusal()).isEqualTo(Optional.empty());
        assertThat(Report.of(List.of(mild)).hasErrors()).isFalse();
    }

    @Test
    void aReportWithoutEndIsCutButKeepsItsErrors() {
        List<Finding> many = new ArrayList<>();
        for (int line = 1; line <= 3_000; line++) {
            many.add(Finding.of(MILD, at("articles/a.md", line, 1)));
        }
        Finding error = Finding.of(EARLY, at("pack.yaml", 1, 1));
        many.add(error);

        Report report = Report.of(many);

        assertThat(report.total()).isEqualTo(3_001);
        assertThat(report.findings()).hasSize(Report.MAX_FINDINGS).contains(error);
    }
}

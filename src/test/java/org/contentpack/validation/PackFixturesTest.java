package org.contentpack.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.BadInput;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pack among the fixtures has exactly the findings that stand beside it. */
@BadInput({"M1", "M2", "M12", "M15", "I1", "I5", "I7", "I8", "I9", "L10"})
class PackFixturesTest {

    static Stream<Fixture> packs() throws IOException {
        return Fixture.all().stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void findingsAreExactlyTheExpectedOnes(Fixture pack) throws IOException {
        assertThat(codesAndPlaces(pack.validate().report())).isEqualTo(pack.expected());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void outcomeIsTheLastWordOfTheName(Fixture pack) throws IOException {
        Report report = pack.validate().report();
        String outcome =
                report.findings().stream()
                        .map(Finding::severity)
                        .sorted()
                        .map(Severity::id)
                        .findFirst()
                        .orElse("valid");
        assertThat(pack.name()).endsWith("-" + outcome);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void messagesAreWholeSentences(Fixture pack) throws IOException {
        assertThat(pack.validate().report().findings())
                .allSatisfy(
                        finding -> {
                            assertThat(finding.message()).endsWith(".").doesNotContain("{0}");
                            assertThat(finding.advice()).endsWith(".").doesNotContain("{0}");
                        });
    }

    /** {@code MAN-004 pack.yaml:3:10}, in the order of the report. */
    static List<String> codesAndPlaces(Report report) {
        return report.findings().stream()
                .map(f -> (f.rule().code() + " " + f.location()).strip())
                .toList();
    }
}

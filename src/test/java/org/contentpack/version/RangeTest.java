package org.contentpack.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What node-semver's documentation promises of ranges, case by case. */
class RangeTest {

    private static final List<Version> PUBLISHED =
            Stream.of(
                            "0.1.0",
                            "0.1.5",
                            "0.2.0",
                            "0.2.3",
                            "1.0.0",
                            "1.0.5",
                            "1.1.0-rc.1",
                            "1.1.0",
                            "1.1.7",
                            "1.2.0-beta.1",
                            "1.2.0-beta.2",
                            "2.0.0",
                            "2.1.0",
                            "3.0.0-alpha.1")
                    .map(Version::new)
                    .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "1 → 1.1.7",
                "1.x → 1.1.7",
                "1.X.x → 1.1.7",
                "1.* → 1.1.7",
                "1.1 → 1.1.7",
                "1.1.x → 1.1.7",
                "1.0 → 1.0.5",
                "x → 2.1.0",
                "X → 2.1.0",
                "* → 2.1.0",
                "^1.0 → 1.1.7",
                "^1.0.0 → 1.1.7",
                "^1 → 1.1.7",
                "^0.1 → 0.1.5",
                "^0.1.0 → 0.1.5",
                "^0 → 0.2.3",
                "^0.x → 0.2.3",
                "~0 → 0.2.3",
                "1 ~1.0 → 1.0.5",
                "~1.0 ^1 → 1.0.5",
                "* <1.1 → 1.0.5",
                "<1.1 * → 1.0.5",
                "^* → 2.1.0",
                "~x → 2.1.0",
                ">=* → 2.1.0",
                "* - * → 2.1.0",
                "* - 1.0 → 1.0.5",
                "^0.1.x → 0.1.5",
                "<=1 → 1.1.7",
                ">1 → 2.1.0",
                "<1.1 → 1.0.5",
                "0 → 0.2.3",
                "x.x → 2.1.0",
                "1 || x → 2.1.0",
                "^0||^0.1 → 0.2.3",
                "~1.1 → 1.1.7",
                "~1.1.0 → 1.1.7",
                "~1 → 1.1.7",
                "~0.2.0 → 0.2.3",
                ">=1.0.0 → 2.1.0",
                ">1.1.7 → 2.1.0",
                "<1 → 0.2.3",
                "<=1.0.5 → 1.0.5",
                "=1.0.5 → 1.0.5",
                ">=1 <1.1 → 1.0.5",
                ">=1.0.0 <2.0.0 → 1.1.7",
                "1.0.0 - 1.1.0 → 1.1.0",
                "1.0 - 2 → 2.1.0",
                "0.1 || 1.0 → 1.0.5",
                "^1.2.0-beta.1 → 1.2.0-beta.2",
                "~1.2.0-beta.1 → 1.2.0-beta.2",
                ">=1.2.0-beta.1 <1.2.0 → 1.2.0-beta.2",
                ">=3.0.0-alpha.0 → 3.0.0-alpha.1"
            })
    void aRangeChoosesItsHighest(String range, String highest) {
        assertThat(Range.parse(range).orElseThrow().highest(PUBLISHED))
                .contains(new Version(highest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">x",
                "<*",
                "^0.0",
                "^0.0.x",
                "4",
                "^4.0",
                ">3",
                "1.2",
                "~1.2.0",
                "<0.1",
                ">=3.0.0",
                "1.0.6 - 1.0.9"
            })
    void aRangeWithoutAMatchChoosesNothing(String range) {
        assertThat(Range.parse(range).orElseThrow().highest(PUBLISHED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1",
                "=v1.0.0",
                "latest",
                "latest.integration",
                "[1.0,2.0)",
                "1.0+",
                "01",
                "1.2.3-01",
                "^",
                "~",
                ">=",
                "1..2",
                "1.2.3.4",
                "^^1",
                "1,2",
                "a",
                "1.0.0 -2.0.0",
                "|| 1",
                "1 ||"
            })
    void whatIsNoRangeIsNotRead(String text) {
        assertThat(Range.parse(text)).isEmpty();
    }

    /** Two thousand ranges made at random, with the verdicts of node-semver itself. */
    @Test
    void rangesContainWhatNodeSemverSaysTheyDo() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("src/test/resources/spec/node-semver-ranges.tsv"));
        List<Version> versions = Stream.of(lines.get(1).split(" ")).map(Version::new).toList();
        for (String line : lines.subList(2, lines.size())) {
            String range = line.substring(0, line.indexOf('\t'));
            Range parsed = Range.parse(range).orElseThrow();
            StringBuilder verdicts = new StringBuilder();
            versions.forEach(v -> verdicts.append(parsed.contains(v) ? 1 : 0));

            assertThat(verdicts.toString()).as(range).isEqualTo(line.substring(range.length() + 1));
        }
        assertThat(lines).hasSizeGreaterThan(2_000);
    }
}

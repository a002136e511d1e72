package org.contentpack.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.contentpack.BadInput;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semver4j.Semver;

class VersionTest {

    /** What is no semantic version, or is one beyond the stated limits. */
    @BadInput({"M4", "M5"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "01.2.3",
                "1.02.3",
                "1.2.03",
                "v1.2.3",
                "=1.2.3",
                "1.2.3-",
                "1.2.3-01",
                "1.2.3-a..b",
                "1.2.3+",
                "1.2.3+a..b",
                " 1.2.3",
                "1.2.3 ",
                "1.2.3\n",
                "1.2.3.4",
                "1.2.x",
                "-1.2.3",
                "١.٢.٣",
                "1.2.3-ü",
                "9007199254740993.0.0",
                "1.2.3-9999999999"
            })
    void whatIsNoVersionIsRead(String text) {
        assertThat(Version.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0",
                "1.10.0",
                "1.2.3-rc.1",
                "1.2.3-0.3.7",
                "1.2.3--",
                "1.2.3-0a",
                "1.2.3+001",
                "1.2.3-rc.1+build.5",
                "999999999.0.0"
            })
    void aVersionIsKeptAsWritten(String text) {
        assertThat(Version.parse(text)).map(Version::text).contains(text);
    }

    @Test
    void misuseNamesTheValueAndTheRequirement() {
        assertThatThrownBy(() -> new Version("1.10"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "version must be a semantic version of at most 64 characters: \"1.10\"");
    }

    /** The order that SemVer 2.0.0, section 11, gives as its example, and its neighbours. */
    @Test
    void precedenceIsThatOfTheSpecification() {
        List<String> ascending =
                List.of(
                        "0.9.0",
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.2.0",
                        "1.10.0",
                        "2.0.0");
        List<Version> shuffled =
                new java.util.ArrayList<>(ascending.stream().map(Version::new).toList());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().sorted().map(Version::text)).isEqualTo(ascending);
    }

    @Test
    void orderAndStabilityAreThoseOfTheLibrary() {
        Random random = new Random(20_261_130);
        String[] numbers = {"0", "1", "2", "9", "10", "11", "100", "999999999"};
        String[] tails = {
            "", "-0", "-1", "-rc.1", "-rc.2", "-rc.10", "-a-b", "+1-2", "+b", "-rc.1+b-c"
        };
        for (int i = 0; i < 20_000; i++) {
            Version one = random(random, numbers, tails);
            Version other = random(random, numbers, tails);
            Semver left = new Semver(one.withoutBuild().text());
            Semver right = new Semver(other.withoutBuild().text());

            assertThat(Integer.signum(one.compareTo(other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(Integer.signum(left.compareTo(right)));
            assertThat(one.isStable()).as("%s", one).isEqualTo(left.getPreRelease().isEmpty());
        }
    }

    private static Version random(Random random, String[] numbers, String[] tails) {
        return new Version(
                numbers[random.nextInt(numbers.length)]
                        + "."
                        + numbers[random.nextInt(numbers.length)]
                        + "."
                        + numbers[random.nextInt(numbers.length)]
                        + tails[random.nextInt(tails.length)]);
    }

    @Test
    void buildMetadataHasNoPrecedence() {
        Version one = new Version("1.0.0+a");
        Version other = new Version("1.0.0+b");

        assertThat(one.compareTo(other)).isZero();
        assertThat(one).isNotEqualTo(other);
        assertThat(one.withoutBuild()).isEqualTo(other.withoutBuild());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, PATCH, 1.2.4",
        "1.2.3, MINOR, 1.3.0",
        "1.2.3, MAJOR, 2.0.0",
        "1.2.3-rc.1+5, MINOR, 1.3.0"
    })
    void theNextVersionIsTheLowestOfItsStep(String from, Bump bump, String next) {
        assertThat(new Version(from).next(bump)).isEqualTo(new Version(next));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.1, PATCH, true",
        "1.0.0, 1.0.1, MINOR, false",
        "1.0.0, 1.1.0, MINOR, true",
        "1.0.0, 1.1.0-rc.1, MINOR, true",
        "1.0.0, 2.0.0, MINOR, true",
        "1.0.0, 1.9.0, MAJOR, false",
        "1.0.0, 1.0.0, PATCH, false"
    })
    void aStepIsReachedByAtLeastItsSize(String from, String to, Bump bump, boolean reached) {
        assertThat(bump.isReachedBy(new Version(from), new Version(to))).isEqualTo(reached);
    }

    /** L12: bait for a backtracking pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0.0-", "1.0.0-a", "1.0.0+", "^1.0.0-", "1 || "})
    @BadInput("L12")
    void longBaitIsRefusedAtOnce(String prefix) {
        String bait = prefix + "-".repeat(50_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(Selector.parse(bait)).isEqualTo(Optional.empty()));
    }

    @Test
    void bumpsAreOrderedBySize() {
        assertThat(Arrays.asList(Bump.values()))
                .containsExactly(Bump.PATCH, Bump.MINOR, Bump.MAJOR);
        assertThat(Bump.PATCH.or(Bump.MINOR)).isEqualTo(Bump.MINOR);
    }
}

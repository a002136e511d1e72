package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.manifest.Texts.MANIFEST;
import static org.contentpack.manifest.Texts.codesAndPlaces;
import static org.contentpack.manifest.Texts.readBody;
import static org.contentpack.manifest.Texts.readManifest;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contentpack.BadInput;
import org.contentpack.archive.Limits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small texts that make careless readers slow, large or deep. Bounds are those of the time that the
 * reading thread itself works, so that a busy machine breaks none.
 */
class PathologicalTextTest {

    private static final Duration BOMB = Duration.ofMillis(300);
    private static final Duration LARGE = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final int LONGEST_BODY = (int) Limits.DEFAULT.articleBytes() - 1_000;
    private static final Duration HANGING = Duration.ofSeconds(60);

    private static PackReading within(Duration bound, Supplier<PackReading> reading) {
        return assertTimeoutPreemptively(
                HANGING,
                () -> {
                    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                    long before = threads.getCurrentThreadCpuTime();
                    PackReading read = reading.get();
                    Duration worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
                    assertThat(worked).isLessThan(bound);
                    return read;
                });
    }

    /** What is loaded once takes longer than what is measured. */
    @BeforeAll
    static void readOnce() {
        assertThat(codesAndPlaces(readBody("# [a](b)\n"))).containsExactly("ART-060 12:1");
    }

    static List<Arguments> bombs() {
        String laughs =
                IntStream.range(1, 10)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + "*a, ".repeat(9) + "*a]\n")
                        .collect(Collectors.joining());
        return List.of(
                Arguments.of("a: &a [x]\n" + laughs, "MAN-012"),
                Arguments.of("tags: &a [*a]\n", "MAN-013"),
                Arguments.of("a: &a {<<: *a}\n", "MAN-014"),
                Arguments.of("tags: " + "[".repeat(10_000) + "]".repeat(10_000), "MAN-018"),
                Arguments.of("tags: " + "{".repeat(10_000) + "}".repeat(10_000), "MAN-018"),
                Arguments.of("{".repeat(10_000) + ":}".repeat(10_000), "MAN-018"),
                Arguments.of("{a: ".repeat(10_000) + "}".repeat(10_000), "MAN-018"),
                Arguments.of("- ".repeat(10_000) + "a", "MAN-018"),
                Arguments.of("? ".repeat(10_000) + "a", "MAN-018"),
                Arguments.of("[".repeat(10_000), "MAN-018"),
                Arguments.of("id: \"" + "a".repeat(900_000) + "\"\n", "MAN-052"),
                Arguments.of("version: 1.0.0-" + "-".repeat(50_000) + "\n", "MAN-053"),
                Arguments.of("tags: [" + "a-".repeat(50_000) + "]\n", "MAN-031"),
                Arguments.of("a".repeat(900_000) + ": b\n", "MAN-010"),
                Arguments.of("? " + "a".repeat(900_000) + "\n: b\n", "MAN-021"),
                Arguments.of("%YAML 9" + "9".repeat(1000) + ".1\n---\na: b\n", "MAN-010"),
                Arguments.of("%TAG ! tag:x,2026:\n---\na: !b c\n", "MAN-011"));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    @BadInput({"Y2", "Y3", "Y4", "L12"})
    void aBombIsFoundAtOnce(String text, String code) {
        PackReading reading = within(BOMB, () -> readManifest(text));
        assertThat(codesAndPlaces(reading)).anyMatch(found -> found.startsWith(code + " "));
    }

    @Test
    @BadInput("Y12")
    void anUnknownKeyDoesNotHideTheRest() {
        String text = MANIFEST + "x: !!javax.script.ScriptEngineManager [a]\n";
        assertThat(codesAndPlaces(readManifest(text)))
                .containsExactly("MAN-021 13:1", "MAN-011 13:4");
    }

    @Test
    @BadInput("Y11")
    void halfAMillionKeysAndValuesAreTooMany() {
        String keys =
                IntStream.range(0, 250_000)
                        .mapToObj(i -> Integer.toString(i, 36) + ": a\n")
                        .collect(Collectors.joining());
        PackReading manifest = within(LARGE, () -> readManifest(keys));
        assertThat(codesAndPlaces(manifest)).containsExactly("MAN-019 250000:7");
        // Longer than an article may be by default, so that its own bound is met.
        byte[] file = ("---\n" + keys + "---\nText.\n").getBytes(UTF_8);
        PackReading article = within(LARGE, () -> Texts.readArticleAlone(file));
        assertThat(codesAndPlaces(article)).containsExactly("ART-019 250001:7");
    }

    @Test
    void tensOfThousandsOfWrongEntriesCostNoMoreThanTheirText() {
        for (String entry : List.of("{},", "[],", "~,")) {
            String entries = MANIFEST + "assets: [" + entry.repeat(60_000) + "]\n";
            PackReading reading = within(LARGE, () -> readManifest(entries));
            assertThat(reading.findings()).hasSize(1_000);
        }
    }

    @Test
    @BadInput("Y11")
    void aManifestOfTenMegabytesIsNotEvenRead() {
        PackReading reading = within(BOMB, () -> readManifest(new byte[10 << 20]));
        assertThat(codesAndPlaces(reading)).containsExactly("MAN-042");
    }

    @Test
    void findingsAreBounded() {
        String text = MANIFEST + ("#" + "\u0001".repeat(1000) + "\n").repeat(500);
        assertThat(readManifest(text).findings()).hasSize(1_000);
    }

    static List<Arguments> markdown() {
        return List.of(
                Arguments.of("brackets", "[".repeat(50_000)),
                Arguments.of("images", "![".repeat(50_000)),
                Arguments.of("emphasis", "*a **a ".repeat(20_000)),
                Arguments.of("links", "[a](".repeat(50_000)),
                Arguments.of("closed brackets", "[".repeat(50_000) + "a" + "]".repeat(50_000)),
                Arguments.of("nested images", "![".repeat(20_000) + "](x)".repeat(20_000)),
                Arguments.of("stars", "*".repeat(100_000) + "a" + "*".repeat(100_000)),
                Arguments.of("quotes", ">".repeat(10_000)),
                Arguments.of("spaced quotes", "> ".repeat(10_000) + "a"),
                Arguments.of("lists", "- ".repeat(10_000) + "a"),
                Arguments.of("markers", "> {not-for ".repeat(50_000)),
                Arguments.of("braces", "## " + "{a=\"".repeat(50_000)),
                Arguments.of("open braces", "## " + "{a ".repeat(50_000)),
                Arguments.of("attributes", "## a {#a" + " cites=\"b\"".repeat(50_000) + "}"),
                Arguments.of("headings", "## a {#a}\n".repeat(50_000)),
                Arguments.of("links in one line", "[a](b) ".repeat(100_000)),
                Arguments.of("links in lines", "[a](b)\n".repeat(50_000)),
                Arguments.of("columns", "|a".repeat(10_000) + "|\n" + "|-".repeat(10_000) + "|"),
                Arguments.of("backticks", "`".repeat(30_000) + " `a".repeat(30_000)),
                Arguments.of("comments", "<!-- ".repeat(50_000)),
                Arguments.of("tags", "a <b ".repeat(50_000)),
                Arguments.of(
                        "references",
                        IntStream.range(0, 50_000)
                                        .mapToObj(i -> "[a" + i + "]: b\n")
                                        .collect(Collectors.joining())
                                + "\n"
                                + "[a1] ".repeat(20_000)),
                Arguments.of(
                        "nested list",
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> "  ".repeat(i) + "- a\n")
                                .collect(Collectors.joining())));
    }

    /** The time grows with the length of a text, so the longest article bounds it. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "![", "[a](", "*a **a ", "***a", "[[a]](b) ", "- a\n", "## a\n"})
    @BadInput("L11")
    void theLongestArticleOfNothingButMarksIsReadInSeconds(String mark) {
        String text = mark.repeat(LONGEST_BODY / mark.length());

        PackReading reading = within(LONGEST, () -> readBody(text + "\n"));

        assertThat(reading.document().articles()).hasSize(1);
    }

    @Test
    void anArticleThatIsLongerIsNotEvenRead() {
        String text = "a".repeat((int) Limits.DEFAULT.articleBytes());

        assertThat(codesAndPlaces(within(BOMB, () -> readBody(text)))).containsExactly("ART-042");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markdown")
    @BadInput("L11")
    void markdownIsReadInBoundedTime(String name, String text) {
        String allowed = text.substring(0, Math.min(text.length(), LONGEST_BODY));
        PackReading reading = within(LARGE, () -> readBody(allowed + "\n"));
        assertThat(reading.document().articles()).hasSize(1);
    }
}

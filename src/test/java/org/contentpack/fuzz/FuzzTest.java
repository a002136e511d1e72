package org.contentpack.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs that a fuzzer makes up, led by what code they reach. Whatever it found wrong lies in the
 * corpus and is tried again each time; beyond that it looks for {@value #SECONDS} seconds, or for
 * as long as {@code -Dfuzz.seconds=} says.
 */
class FuzzTest {

    private static final String SECONDS = "15";

    private static final String WATCHED = "org.contentpack.**:org.commonmark.**:org.snakeyaml.**";

    private static final Path CORPUS = Path.of("src/test/resources/fuzz").toAbsolutePath();
    private static final Path WORK = Path.of("target/fuzz").toAbsolutePath();
    private static final Pattern DONE = Pattern.compile("(?m)^Done ([0-9]+) runs");

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whatIsInTheCorpusIsHeld(Path input) throws IOException {
        FuzzTarget.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    /** What it makes up is kept below {@code target/fuzz}, and so is an input that it finds. */
    @Test
    void nothingIsFound() throws IOException, InterruptedException {
        Files.createDirectories(WORK.resolve("corpus"));
        Path log = WORK.resolve("log.txt");
        Process fuzzer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+EnableDynamicAgentLoading",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Jazzer.class.getName(),
                                "--target_class=" + FuzzTarget.class.getName(),
                                "--instrumentation_includes=" + WATCHED,
                                "--custom_hook_includes=" + WATCHED,
                                "--reproducer_path=" + WORK,
                                "-artifact_prefix=" + WORK + "/",
                                "-max_total_time=" + System.getProperty("fuzz.seconds", SECONDS),
                                "-seed=1",
                                "-timeout=10",
                                "-max_len=8192",
                                "-rss_limit_mb=2048",
                                WORK.resolve("corpus").toString(),
                                CORPUS.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int exit = fuzzer.waitFor();
        String said = Files.readString(log);
        Matcher runs = DONE.matcher(said);

        assertThat(exit).as(said).isZero();
        assertThat(runs.find()).as(said).isTrue();
        assertThat(Integer.parseInt(runs.group(1))).as(said).isPositive();
    }
}

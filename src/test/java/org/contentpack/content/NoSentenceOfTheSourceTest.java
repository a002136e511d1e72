package org.contentpack.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pack carries the facts of the article it derives from, never its sentences. */
class NoSentenceOfTheSourceTest {

    private static final Path SOURCES = Path.of("../shared/seed");
    private static final Path PACK = Path.of("content-pack/leg-cramps-at-night");

    /** Shorter runs are names and the field's fixed terms. */
    private static final int RUN = 8;

    static Stream<Path> texts() throws IOException {
        try (Stream<Path> files = Files.walk(PACK)) {
            return files
                    .filter(p -> p.toString().endsWith(".md") || p.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Set<String> runs(String text) {
        List<String> words =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}']+"))
                        .filter(w -> !w.isEmpty())
                        .toList();
        Set<String> runs = new HashSet<>();
        IntStream.rangeClosed(0, words.size() - RUN)
                .forEach(i -> runs.add(String.join(" ", words.subList(i, i + RUN))));
        return runs;
    }

    private static Set<String> runsOfTheSource() throws IOException {
        Set<String> runs = new HashSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                runs.addAll(runs(Files.readString(file)));
            }
        }
        return runs;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noEightWordsInARowAreThoseOfTheSource(Path text) throws IOException {
        assumeTrue(Files.isDirectory(SOURCES), "SKIPPED: the source article is not here");
        Set<String> shared = runs(Files.readString(text));
        shared.retainAll(runsOfTheSource());

        assertThat(shared).isEmpty();
    }

    @Test
    void aCopiedSentenceWouldBeNoticed() throws IOException {
        assumeTrue(Files.isDirectory(SOURCES), "SKIPPED: the source article is not here");

        assertThat(runsOfTheSource()).contains("leg cramps at night are a common complaint");
    }
}

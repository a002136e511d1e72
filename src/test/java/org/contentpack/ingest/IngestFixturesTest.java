package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contentpack.finding.Finding;
import org.contentpack.ingest.IngestResult.Drafted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each source below {@code ingest} comes to the draft and the findings that lie beside it.
 *
 * <p>{@code -Dingest.write=true} writes them anew; read the difference before you commit it.
 */
class IngestFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/ingest");
    private static final String FINDINGS = "expected.txt";

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.sorted().map(IngestFixturesTest::source).toList().stream();
        }
    }

    private static Path source(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().equals(FINDINGS))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IngestResult ingest(Path source) throws IOException {
        return new Ingest(IngestOptions.NONE)
                .ingest(source.getFileName().toString(), Files.readAllBytes(source));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void findingsAreThoseBesideTheSource(Path source) throws IOException {
        List<String> found =
                ingest(source).report().findings().stream().map(Finding::toString).toList();
        Path expected = source.resolveSibling(FINDINGS);
        if (Boolean.getBoolean("ingest.write")) {
            Files.write(expected, found, UTF_8);
        }
        assertThat(found).isEqualTo(Files.readAllLines(expected, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void draftIsThatBesideTheSource(Path source) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (ingest(source) instanceof Drafted drafted) {
            drafted.draft().files().forEach((path, text) -> texts.put(path.value(), text));
        }
        Path folder = source.resolveSibling("draft");
        if (Boolean.getBoolean("ingest.write")) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = folder.resolve(text.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.getValue(), UTF_8);
            }
        }
        assertThat(texts).isEqualTo(read(folder));
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    texts.put(path, Files.readString(file, UTF_8));
                }
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void draftValidatesButForWhatIsToBeDecided(Path source) throws IOException {
        if (ingest(source) instanceof Drafted drafted) {
            Drafts.validatesButForWhatIsToBeDecided(drafted);
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void draftHasNoWordThatTheSourceLacks(Path source) throws IOException {
        if (ingest(source) instanceof Drafted drafted) {
            Drafts.hasNoWordOfItsOwn(drafted, Files.readString(source, UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void messagesAreWholeSentences(Path source) throws IOException {
        assertThat(ingest(source).report().findings())
                .allSatisfy(
                        finding -> {
                            assertThat(finding.message()).endsWith(".").doesNotContain("{0}");
                            assertThat(finding.hint()).endsWith(".").doesNotContain("{0}");
                        });
    }

    @Test
    void anInventedWordWouldBeNoticed() throws IOException {
        Path source = source(FIXTURES.resolve("headings-none"));
        Drafted drafted = Drafts.drafted(ingest(source));

        assertThatThrownBy(
                        () ->
                                Drafts.hasNoWordOfItsOwn(
                                        drafted,
                                        Files.readString(source, UTF_8).replace("barn", "shed")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("barn");
    }
}

package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.manifest.Texts.ARTICLE;
import static org.contentpack.manifest.Texts.ARTICLE_FILE;
import static org.contentpack.manifest.Texts.MANIFEST;
import static org.contentpack.manifest.Texts.codesAndPlaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackDocumentReaderTest {

    private static final Path PACKS = Path.of("src/test/resources/packs");

    private static InMemoryPackFiles pack() {
        return InMemoryPackFiles.of(Map.of("pack.yaml", MANIFEST, ARTICLE_FILE, ARTICLE));
    }

    private static List<String> filesAndCodes(PackReading reading) {
        return reading.findings().stream()
                .map(f -> (f.location().file() + " " + f.rule().code()).strip())
                .toList();
    }

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(PACKS)) {
            return folders.filter(Files::isDirectory)
                    .filter(f -> f.getFileName().toString().matches("(manifest|article)-.*"))
                    .sorted()
                    .toList();
        }
    }

    /** Beside each fixture stands what is found in it: {@code <name>.findings}. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void findingsOfAPackAreExactlyThoseExpected(Path folder) throws IOException {
        PackReading reading = Texts.read(InMemoryPackFiles.ofFolder(folder));
        assertThat(
                        reading.findings().stream()
                                .map(f -> f.rule().code() + " " + f.location())
                                .toList())
                .containsExactlyElementsOf(
                        Files.readAllLines(
                                folder.resolveSibling(folder.getFileName() + ".findings"),
                                UTF_8));
    }

    @Test
    void aPackHasAManifest() {
        PackReading reading = Texts.read(InMemoryPackFiles.of(Map.of(ARTICLE_FILE, ARTICLE)));
        assertThat(filesAndCodes(reading)).containsExactly("MAN-040");
        assertThat(reading.document().manifest()).isEmpty();
        assertThat(reading.document().articles()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manifest.YAML", "pack.yml", "PACK.yaml", "manifest.yaml"})
    void aFileNamedLikeAManifestIsNone(String name) {
        PackReading alone = Texts.read(InMemoryPackFiles.of(Map.of(name, MANIFEST)));
        assertThat(filesAndCodes(alone)).containsExactly("MAN-040", name + " MAN-041");
        PackReading second = Texts.read(pack().with(name, MANIFEST.getBytes(UTF_8)));
        assertThat(filesAndCodes(second)).containsExactly(name + " MAN-041");
    }

    @ParameterizedTest
    @CsvSource({
        "articles/notes.txt, ART-043",
        "articles/de/dark-room.md, ART-043",
        "articles/README, ART-043",
        "articles/dark.md.txt, ART-043",
        "articles/Dark.md, ART-044",
        "articles/1dark.md, ART-044",
        "articles/dark.ES.md, ART-045",
        "articles/dark.es_MX.md, ART-045",
        "articles/dark.x.md, ART-045",
        "articles/dark.a.b.md, ART-045",
        "articles/dark.en.md, ART-046",
    })
    void aFileAmongTheArticlesIsNamedLikeOne(String path, String code) {
        PackReading reading = Texts.read(pack().with(path, ARTICLE.getBytes(UTF_8)));
        assertThat(filesAndCodes(reading)).containsExactly(path + " " + code);
    }

    @Test
    void aTranslationNamesItsLanguage() {
        PackReading reading =
                Texts.read(
                        pack().with("articles/dark-room.pt-BR.md", ARTICLE.getBytes(UTF_8)));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.document().articles())
                .extracting(a -> a.stem() + " " + a.languageSuffix().orElse("-"))
                .containsExactly("dark-room -", "dark-room pt-BR");
    }

    @Test
    void whatIsInOtherFoldersIsNotLookedAt() {
        PackReading reading =
                Texts.read(
                        pack().with("assets/a.md", new byte[] {0})
                                .with("notes/pack.yml", new byte[0])
                                .with("README.md", new byte[0]));
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void filesOverTheLimitAreNotRead() throws IOException {
        int manifestBytes = MANIFEST.getBytes(UTF_8).length;
        int articleBytes = ARTICLE.getBytes(UTF_8).length;
        assertThat(readWithin(manifestBytes, articleBytes)).isEmpty();
        List<Finding> findings = readWithin(manifestBytes - 1, articleBytes - 1);
        assertThat(findings.stream().map(Finding::toString))
                .containsExactly(
                        "articles/dark-room.md: error: ART-042 The article has "
                                + articleBytes
                                + " bytes; it must have at most "
                                + (articleBytes - 1)
                                + ".",
                        "pack.yaml: error: MAN-042 The manifest has "
                                + manifestBytes
                                + " bytes; it must have at most "
                                + (manifestBytes - 1)
                                + ".");
        assertThat(Report.of(findings).refusal()).contains(Refusal.ARCHIVE_LIMITS);
    }

    private static List<Finding> readWithin(long manifestBytes, long articleBytes)
            throws IOException {
        Limits limits = new Limits(1, 1, 1, 1, 1, manifestBytes, articleBytes);
        return new PackDocumentReader(DocumentConstraints.validator(), limits)
                .read(pack())
                .findings();
    }

    @Test
    void aManifestIsRefusedAsOneAndAnArticleAsContent() {
        PackReading manifest = Texts.readManifest("a: b\n");
        assertThat(Report.of(manifest.findings()).refusal()).contains(Refusal.MANIFEST_INVALID);
        PackReading article = Texts.readArticle("# A\n");
        assertThat(Report.of(article.findings()).refusal()).contains(Refusal.CONTENT_INVALID);
        assertThat(codesAndPlaces(article)).containsExactly("ART-040 1:1", "ART-060 1:1");
    }
}

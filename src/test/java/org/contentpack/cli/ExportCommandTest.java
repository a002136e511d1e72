package org.contentpack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.contentpack.export.Exporter;
import org.contentpack.export.markdown.MarkdownExporter;
import org.contentpack.export.wordpress.WordPressExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports without a server; that a server gives the same bytes is tried on one in CliE2E. */
class ExportCommandTest {

    private static final Path PACK = Path.of("content-pack/leg-cramps-at-night/1.1.0");

    @TempDir private Path folder;

    static Stream<Exporter> exporters() {
        return Stream.of(new WordPressExporter(), new MarkdownExporter());
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void theBytesAreThoseOfARegisteredRelease(Exporter exporter) throws IOException {
        Path file = folder.resolve("export");
        for (String server : new String[] {"", "https://packs.example"}) {
            Called said =
                    server.isEmpty()
                            ? Called.run("export", PACK, "--format", exporter.id(), "-o", file)
                            : Called.run(
                                    "export",
                                    PACK,
                                    "--format",
                                    exporter.id(),
                                    "-o",
                                    file,
                                    "--server",
                                    server + "/");
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            exporter.write(org.contentpack.export.PackView.of(PACK).at(server), expected);
            assertThat(Files.readAllBytes(file)).isEqualTo(expected.toByteArray());
            assertThat(said)
                    .isEqualTo(
                            new Called(
                                    0,
                                    "leg-cramps-at-night@1.1.0  sha256:19f50f15ae1bb9e1af5aea7497b516696ded551d9035d5b2bb1fd8f7ae0b0f83\n"
                                            + file
                                            + "  "
                                            + expected.size()
                                            + " bytes\n",
                                    ""));
        }
    }

    @Test
    void aPackThatBreaksRulesIsNotExported() throws IOException {
        Path work = TestPacks.tiny(folder.resolve("work"));
        TestPacks.replace(work.resolve("pack.yaml"), "format: 1", "format: 7");
        Map<String, String> before = TestPacks.files(folder);
        Called said =
                Called.run("export", work, "--format", "wordpress", "-o", folder.resolve("x.xml"));
        assertThat(said).isEqualTo(Called.run("validate", work));
        assertThat(said.exit()).isEqualTo(1);
        assertThat(TestPacks.files(folder)).isEqualTo(before);
    }

    @Test
    void whatCannotBeWrittenIsOneLineAndAWrongWordAWrongCall() {
        Called nowhere =
                Called.run(
                        "export", PACK, "--format", "markdown", "-o", folder.resolve("no/x.zip"));
        assertThat(nowhere.exit()).isEqualTo(3);
        assertThat(nowhere.err()).startsWith("export: ").hasLineCount(1);
        Called word = Called.run("export", PACK, "--format", "joomla", "-o", folder.resolve("x"));
        assertThat(word.exit()).isEqualTo(2);
        assertThat(word.err())
                .startsWith(
                        "Invalid value for option '--format': \"joomla\" is none of: wordpress,"
                                + " markdown\n");
        assertThat(
                        Called.run(
                                        "export",
                                        PACK,
                                        "--format",
                                        "markdown",
                                        "-o",
                                        folder.resolve("x"),
                                        "--server",
                                        "ftp://x")
                                .exit())
                .isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }
}

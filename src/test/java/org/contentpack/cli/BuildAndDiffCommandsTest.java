package org.contentpack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build and diff as an author calls them, and wrong calls. */
class BuildAndDiffCommandsTest {

    private static final Path RELEASES = Path.of("content-pack/leg-cramps-at-night");
    private static final Path TINY = Path.of("src/test/resources/packs/tiny-pack-valid/1.0.0");

    @TempDir private Path folder;

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> below = Files.walk(root)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Digest.of(Files.readAllBytes(file)).value());
            }
        }
        return files;
    }

    private Path workingFolder() throws IOException {
        Path work = folder.resolve("work");
        try (Stream<Path> below = Files.walk(TINY)) {
            for (Path each : below.toList()) {
                Files.copy(each, work.resolve(TINY.relativize(each).toString()));
            }
        }
        return work;
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with));
    }

    @Test
    void whatIsBuiltIsTheArchiveThatAServerGivesOut() throws IOException {
        Path zip = folder.resolve("leg.zip");
        Called run = Called.run("build", RELEASES.resolve("1.1.0"), "-o", zip);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (PackFiles read =
                ((OpenResult.Opened)
                                new FolderReader(Limits.DEFAULT).open(RELEASES.resolve("1.1.0")))
                        .files()) {
            CanonicalArchive.write(read, archive);
        }

        assertThat(run)
                .isEqualTo(
                        new Called(
                                0,
                                """
                                leg-cramps-at-night@1.1.0  sha256:19f50f15ae1bb9e1af5aea7497b516696ded551d9035d5b2bb1fd8f7ae0b0f83
                                FOLDER/leg.zip  BYTES bytes
                                FOLDER/leg.sha256
                                """
                                        .replace("FOLDER", folder.toString())
                                        .replace("BYTES", String.valueOf(archive.size())),
                                ""));
        assertThat(Files.readAllBytes(zip)).isEqualTo(archive.toByteArray());
        assertThat(folder.resolve("leg.sha256"))
                .hasSameTextualContentAs(RELEASES.resolve("1.1.0.sha256"));
    }

    @Test
    void aPackThatBreaksRulesIsNotBuilt() throws IOException {
        Path work = workingFolder();
        replace(work.resolve("pack.yaml"), "format: 1", "format: 7");
        Path zip = folder.resolve("x.zip");
        Called run = Called.run("build", work, "-o", zip);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("error[MAN-").endsWith("1 error in 1 file.\n");
        assertThat(files(folder).keySet()).noneMatch(name -> name.startsWith("x."));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneLine() {
        Called run = Called.run("build", TINY, "-o", folder.resolve("none/deep/x.zip"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .matches(
                        "build: .*none/deep/\\.contentpack-[0-9a-f]+\\.part: there is no such file\n");
    }

    @Test
    void aDifferenceIsToldWordByWord() {
        Called run = Called.run("diff", RELEASES.resolve("1.0.0"), RELEASES.resolve("1.1.0"));

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().limit(2))
                .containsExactly(
                        "leg-cramps-at-night@1.0.0 ... 1.1.0",
                        "The structure asks for a step of at least: minor");
        assertThat(run.out())
                .contains(
                        """
                          section what-causes-leg-cramps-at-night#during-a-cramp: added

                        pack.yaml
                          summary: Patient information about night-time leg cramps{+, in English and Spanish+}: warning signs, nine causes, six tips for prevention{+, steps during a cramp+} and six treatment options. Cautions stand beside the …
                        """)
                .contains(
                        "  #intro (changed)\n"
                                + "    [-A leg cramp-]{+Leg cramps+} at night [-is-]{+are+}"
                                + " painful{+,+} and [-wakes-]{+they wake+} you [-up-]"
                                + "{+from sleep+}. ")
                .endsWith(" articles are the same.\n");
    }

    @Test
    void theSameIsNoDifference() {
        assertThat(Called.run("diff", TINY, TINY))
                .isEqualTo(new Called(0, "tiny@1.0.0 ... 1.0.0\nThe same content.\n", ""));
    }

    @Test
    void aWrongCallIsToldWithTheHelpThatThereIs() {
        assertThat(Called.run("ingest"))
                .isEqualTo(
                        new Called(
                                2,
                                "",
                                "Missing required options and parameters: '--output=DIR', 'FILE'\n"
                                        + "Try: contentpack ingest --help\n"));
        assertThat(Called.run("valdate").exit()).isEqualTo(2);
        assertThat(Called.run().err())
                .isEqualTo("Missing required subcommand\nTry: contentpack --help\n");
    }

    @Test
    void everyCommandHasHelpAndCompletion() {
        for (String command :
                ContentPack.line(
                                Terminal.plain(
                                        new java.io.PrintWriter(System.out),
                                        new java.io.PrintWriter(System.err)))
                        .getSubcommands()
                        .keySet()) {
            Called help = Called.run(command, "--help");
            assertThat(help.exit()).as(command).isZero();
            assertThat(help.out()).startsWith("Usage: contentpack " + command);
        }
        assertThat(Called.run("generate-completion").out())
                .contains("complete -F _complete_contentpack");
    }
}

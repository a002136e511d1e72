package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.contentpack.ingest.Ingest;
import org.contentpack.ingest.IngestOptions;
import org.contentpack.ingest.IngestResult;
import org.contentpack.pack.PackId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file becomes the draft of a pack, whole or not at all. */
class IngestCommandTest {

    private static final String TEXT =
            """
            # Growing basil

            Basil likes the sun, and it is thankful for water in the morning.

            ## In a pot

            Take a pot with a hole, and put it where the sun comes in.
            """;

    @TempDir private Path folder;
    private Path source;
    private Path draft;

    @BeforeEach
    void writeASource() throws IOException {
        source = Files.writeString(folder.resolve("basil.md"), TEXT, UTF_8);
        draft = folder.resolve("draft");
    }

    @Test
    void theDraftIsWrittenAndWhatIsOpenIsTold() throws IOException {
        Called said = ingest("--id", "basil-pack", "--format", "github");
        IngestResult.Drafted expected = expected();
        assertThat(TestPacks.files(draft))
                .isEqualTo(
                        expected.draft().files().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                e -> e.getKey().value(), e -> e.getValue())));
        assertThat(said.err()).isEqualTo("basil-pack: 2 files in " + draft + "\n");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out().lines())
                .hasSize(expected.report().findings().size() + 1)
                .endsWith("5 errors, 3 warnings.");
        assertThat(folder).isDirectoryNotContaining("glob:**/.draft-*");
    }

    @Test
    void aFindingIsToldWithItsLine() {
        assertThat(ingest().out()).contains(" --> " + source + ":");
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws IOException {
        Files.createDirectory(draft);
        Files.writeString(draft.resolve("mine.txt"), "Mine.", UTF_8);
        assertThat(ingest())
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "ingest: "
                                        + draft
                                        + ": the folder is not empty; nothing was written\n"));
        assertThat(TestPacks.files(draft)).containsOnly(Map.entry("mine.txt", "Mine."));
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectory(draft);
        assertThat(ingest().exit()).isEqualTo(1);
        assertThat(draft.resolve("pack.yaml")).exists();
    }

    @Test
    void withoutAnArticleNothingIsWritten() throws IOException {
        Files.writeString(source, "", UTF_8);
        Called said = ingest("--format", "github");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("ING-001");
        assertThat(draft).doesNotExist();
    }

    @Test
    void aMissingFileIsOneLine() {
        Path none = folder.resolve("none.txt");
        assertThat(Called.run("ingest", none.toString(), "-o", draft.toString()))
                .isEqualTo(new Called(3, "", "ingest: " + none + ": there is no such file\n"));
    }

    @Test
    void aWrongIdIsMisuse() {
        assertThat(ingest("--id", "Not An Id"))
                .isEqualTo(
                        new Called(
                                2,
                                "",
                                "Invalid value for option '--id': \"Not An Id\"\n"
                                        + "Try: contentpack ingest --help\n"));
    }

    private Called ingest(String... more) {
        String[] call = new String[more.length + 4];
        call[0] = "ingest";
        call[1] = source.toString();
        call[2] = "--output";
        call[3] = draft.toString();
        System.arraycopy(more, 0, call, 4, more.length);
        return Called.run((Object[]) call);
    }

    private static IngestResult.Drafted expected() {
        IngestOptions options =
                IngestOptions.NONE.withPackId(PackId.parse("basil-pack").orElseThrow());
        return (IngestResult.Drafted) new Ingest(options).ingest("basil.md", TEXT.getBytes(UTF_8));
    }
}

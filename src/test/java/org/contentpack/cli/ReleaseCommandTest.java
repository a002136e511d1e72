package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A working folder becomes a version, once. */
class ReleaseCommandTest {

    @TempDir private Path folder;
    private Path work;
    private Path root;

    @BeforeEach
    void copyAPack() throws IOException {
        work = TestPacks.tiny(folder.resolve("work"));
        root = folder.resolve("releases");
    }

    @Test
    void theFolderIsKeptWithItsList() throws IOException {
        Called said = release();
        assertThat(said).isEqualTo(new Called(0, told(""), ""));
        Map<String, String> expected = new TreeMap<>();
        TestPacks.files(work).forEach((path, text) -> expected.put("tiny/1.0.0/" + path, text));
        expected.put("tiny/1.0.0.sha256", Files.readString(list(), UTF_8));
        assertThat(TestPacks.files(root)).isEqualTo(expected);
        assertThat(Called.run("validate", kept().toString()))
                .isEqualTo(new Called(0, "no findings.\n", ""));
    }

    @Test
    void theSameReleaseChangesNothing() throws IOException {
        release();
        Map<String, String> before = TestPacks.files(root);
        assertThat(release())
                .isEqualTo(new Called(0, told("  is there already, nothing changed"), ""));
        assertThat(TestPacks.files(root)).isEqualTo(before);
    }

    @Test
    void aReleaseWhoseListWasNotWrittenIsCompleted() throws IOException {
        release();
        Map<String, String> before = TestPacks.files(root);
        Files.delete(list());
        assertThat(release()).isEqualTo(new Called(0, told(""), ""));
        assertThat(TestPacks.files(root)).isEqualTo(before);
    }

    @Test
    void anotherReleaseOfTheNumberIsRefused() throws IOException {
        release();
        Map<String, String> before = TestPacks.files(root);
        Path article = work.resolve("articles/growing-basil.md");
        Files.writeString(article, Files.readString(article, UTF_8) + "\nMore.\n", UTF_8);
        assertThat(release())
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "release: "
                                        + list()
                                        + ": another tiny@1.0.0 is there already, and a release"
                                        + " never changes; give the pack the next version\n"));
        assertThat(TestPacks.files(root)).isEqualTo(before);
    }

    @Test
    void aPackThatBreaksRulesIsNotKept() throws IOException {
        Path article = work.resolve("articles/growing-basil.md");
        Files.writeString(
                article,
                Files.readString(article, UTF_8).replace("title: Growing", "titel: Growing"),
                UTF_8);
        Called said = release();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said).isEqualTo(Called.run("validate", work.toString()));
        assertThat(root).doesNotExist();
    }

    private Called release() {
        return Called.run("release", work.toString(), "--output", root.toString());
    }

    private Path kept() {
        return root.resolve("tiny").resolve("1.0.0");
    }

    private Path list() {
        return root.resolve("tiny").resolve("1.0.0.sha256");
    }

    private String told(String more) {
        return "tiny@1.0.0  DIGEST\n".replace("DIGEST", digest())
                + kept()
                + more
                + "\n"
                + list()
                + "\n";
    }

    /** That which {@code build} says of the same folder. */
    private String digest() {
        String built =
                Called.run("build", work.toString(), "-o", folder.resolve("x.zip").toString())
                        .out();
        return built.substring(built.indexOf("  ") + 2, built.indexOf('\n'));
    }
}

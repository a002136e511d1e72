package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told while packs are watched, and how the watch ends. */
class WatchTest {

    @TempDir private Path folder;
    private Path pack;
    private Path article;

    @BeforeEach
    void copyAPack() throws IOException {
        pack = TestPacks.tiny(folder.resolve("tiny"));
        article = pack.resolve("articles/growing-basil.md");
    }

    @Test
    void eachChangeIsToldUntilCtrlC() throws Exception {
        try (RunningCommand command = RunningCommand.start("validate", "--watch", pack)) {
            command.hears("no findings.\nWatching; Ctrl-C ends.\n");

            TestPacks.replace(article, "title: Growing", "titel: Growing");
            assertThat(command.hears("\n2 errors in 1 file.\n"))
                    .startsWith("Changed: " + article + "\n")
                    .contains("error[ART-021]: Key \"titel\" is not known here.");

            TestPacks.replace(article, "titel: Growing", "title: Growing");
            command.hears("no findings.\n");

            Path settings = folder.resolve("contentpack.yaml");
            Files.writeString(settings, "profile: lax\n", UTF_8);
            command.hears("error[CFG-009]: ");
            Files.delete(settings);
            command.hears("no findings.\n");

            Files.delete(pack.resolve("assets/leaf.svg"));
            Files.delete(article);
            command.hears("error[REF-043]: ");
            command.hears("1 error in 1 file.\n");

            command.interrupt();
            assertThat(command.exit()).isZero();
        }
    }

    @Test
    void theEndOfInputEndsIt() throws Exception {
        try (RunningCommand command = RunningCommand.start("validate", "--watch", pack)) {
            command.endInput();
            assertThat(command.exit()).isZero();
            assertThat(command.all()).isEqualTo("no findings.\nWatching; Ctrl-C ends.\n");
        }
    }

    @Test
    void aFolderThatIsGoneEndsItWithOneLine() throws Exception {
        try (RunningCommand command = RunningCommand.start("validate", "--watch", pack)) {
            command.hears("Ctrl-C ends.\n");
            Files.move(pack, folder.resolve("elsewhere"));
            assertThat(command.exit()).isEqualTo(3);
            assertThat(command.hears("\n"))
                    .isEqualTo("validate: " + pack + ": it is gone, so the watch has ended\n");
        }
    }

    @Test
    void roundsAreToldApartOnATerminal() throws Exception {
        try (RunningCommand command = RunningCommand.onATerminal("validate", "--watch", pack)) {
            command.hears("no findings.\r\n");
            command.hears("Ctrl-C ends.\r\n");
            TestPacks.replace(article, "light and warmth.", "light and water.");
            command.hears("\r\n" + "\u2500".repeat(60) + "\r\n");
            command.hears("no findings.\r\n");
            command.type("\u0004");
            assertThat(command.exit()).isZero();
        }
    }

    @Test
    void whatIsNotThereIsNotWatched() {
        assertThat(Called.run("validate", "--watch", folder.resolve("no")))
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "validate: "
                                        + folder.resolve("no")
                                        + ": there is no such folder or file\n"));
        assertThat(Called.run("validate", "--watch", "--fix", pack).err())
                .startsWith("Options --watch and --fix exclude each other\n");
    }
}

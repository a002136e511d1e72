package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is asked on a terminal, on a real pseudo-terminal. */
class QuestionsTest {

    @TempDir private Path folder;
    private Path pack;
    private Path article;
    private String right;
    private String wrong;

    @BeforeEach
    void misspellAKey() throws IOException {
        pack = TestPacks.tiny(folder.resolve("tiny"));
        article = pack.resolve("articles/growing-basil.md");
        right = Files.readString(article, UTF_8);
        TestPacks.replace(article, "title: Growing", "titel: Growing");
        wrong = Files.readString(article, UTF_8);
    }

    /** The end of input is Ctrl-D at the beginning of a line. */
    @ParameterizedTest
    @CsvSource({"y\\n, true", "Yes\\n, true", "n\\n, false", "\\n, false", "\\u0004, false"})
    void mendingAsksBeforeItWrites(String typed, boolean isWritten) throws Exception {
        try (RunningCommand command = RunningCommand.onATerminal("validate", "--fix", pack)) {
            assertThat(command.hears("Write these changes? [y/N] "))
                    .contains("-titel: Growing basil\r\n+title: Growing basil\r\n");
            assertThat(article).hasContent(wrong);
            command.type(typed.replace("\\n", "\n").replace("\\u0004", "\u0004"));
            command.hears(isWritten ? "1 file was mended.\r\n" : "Nothing was written.\r\n");
            command.hears(isWritten ? "no findings.\r\n" : "2 errors in 1 file.\r\n");
            assertThat(command.exit()).isEqualTo(isWritten ? 0 : 1);
        }
        assertThat(article).hasContent(isWritten ? right : wrong);
    }

    @Test
    void theNextVersionAsksForKindsAndNotes() throws Exception {
        Files.writeString(article, right, UTF_8);
        Called.run("release", pack, "--output", folder.resolve("releases"));
        TestPacks.replace(article, "light and warmth.", "light and water.");
        try (RunningCommand command =
                RunningCommand.onATerminal(
                        "bump", pack, "--against", folder.resolve("releases/tiny/1.0.0"))) {
            command.hears("growing-basil [en] is changed: #intro\r\n");
            command.hears("Kind of change (safety, correction, addition, editorial, review): ");
            command.type("safety\n");
            command.hears("What changed in growing-basil, for editors: ");
            command.type("Water it.\n");
            command.hears("+    text: Water it.\r\n");
            command.hears("Write these changes? [y/N] ");
            command.type("y\n");
            assertThat(command.exit()).isZero();
        }
        assertThat(pack.resolve("pack.yaml"))
                .content(UTF_8)
                .contains("\nversion: 1.0.1\n")
                .endsWith(
                        """
                        changes:
                          - kind: safety
                            article: growing-basil
                            text: Water it.
                        """);
    }
}

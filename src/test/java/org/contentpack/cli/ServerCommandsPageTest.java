package org.contentpack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** {@code docs/cli-server.md} says of each of its commands what the command says of itself. */
class ServerCommandsPageTest {

    /** Those that have a page of their own. */
    static final List<String> COMMANDS =
            List.of(
                    "sign",
                    "verify",
                    "publish",
                    "channel",
                    "withdraw",
                    "review",
                    "plan",
                    "apply",
                    "undo",
                    "drift");

    private static final Pattern HELP =
            Pattern.compile(
                    "^## (\\w+)\\R(?:(?!^## ).)*?```text\\R(.*?)```",
                    Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void thePageHasTheHelpOfEachCommand() throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line = ContentPack.line(Terminal.plain(nowhere, nowhere));
        List<String> expected = new ArrayList<>();
        for (String command : COMMANDS) {
            expected.add(
                    command + "\n" + line.getSubcommands().get(command).getUsageMessage(Ansi.OFF));
        }

        List<String> found = new ArrayList<>();
        Matcher matcher = HELP.matcher(Files.readString(Path.of("docs/cli-server.md")));
        while (matcher.find()) {
            found.add(matcher.group(1) + "\n" + matcher.group(2));
        }

        assertThat(found).containsExactlyElementsOf(expected);
    }
}

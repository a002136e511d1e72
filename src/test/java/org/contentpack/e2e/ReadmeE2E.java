package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's commands print what the README says. */
class ReadmeE2E {

    private static final Path README = Path.of("README.md");
    private static final String WRITTEN_HOST = "localhost:9080";
    private static final List<String> TOOLS = List.of("bash", "curl", "grep", "cut", "sha256sum");

    private record Command(String line, String output) {
        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Command> commands() throws IOException {
        List<Command> commands = new ArrayList<>();
        for (String block : Files.readString(README).split("```")) {
            for (String part : block.split("(?m)^\\$ ")) {
                int end = part.indexOf('\n');
                if (block.startsWith("\n$ ") && !part.isBlank()) {
                    commands.add(
                            new Command(part.substring(0, end), part.substring(end + 1).strip()));
                }
            }
        }
        return commands.stream();
    }

    @Test
    void thereAreCommands() throws IOException {
        assertThat(commands()).hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandPrintsWhatItSays(Command command) throws Exception {
        for (String tool : TOOLS) {
            assumeTrue(isThere(tool), "SKIPPED: the README's commands need " + tool);
        }
        String host = URI.create(System.getProperty("contentpack.url")).getAuthority();
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", command.line().replace(WRITTEN_HOST, host))
                        .redirectErrorStream(true);
        builder.environment().put("CONTENTPACK_PUBLISH_TOKEN", Server.TOKEN);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.replace("\r", "").strip()).isEqualTo(command.output());
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}

package org.contentpack.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.BadInput;
import org.junit.jupiter.api.Test;

/** No address in a pack is ever opened: every fixture is validated where a socket ends it all. */
class NothingIsFetchedTest {

    private record Run(int status, String output) {}

    private static Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Tripwire.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    @Test
    @BadInput("S7")
    void validationOpensNoSocket() throws Exception {
        Run run = run();

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("[1-9][0-9]* findings, [1-9][0-9]* more");
    }

    @Test
    void theWireHolds() throws Exception {
        assertThat(run("http://127.0.0.1:9/").status()).isEqualTo(Tripwire.TRIPPED);
    }
}

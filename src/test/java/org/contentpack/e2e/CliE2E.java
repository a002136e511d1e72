package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own, against the server. */
class CliE2E {

    private static final Path JAR = Path.of("target/contentpack.jar").toAbsolutePath();
    private static final String URL = System.getProperty("contentpack.url");

    @TempDir private Path folder;

    private record Said(int exit, String out, String err) {}

    private Said run(String token, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        process.environment().put("CONTENTPACK_SERVER", URL);
        process.environment().put("CONTENTPACK_TOKEN", token);
        int exit = process.start().waitFor();
        return new Said(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private void pack(String id, String version, String text) throws Exception {
        Files.write(folder.resolve(version + ".zip"), PackZip.saying(id, version, text).bytes());
    }

    @Test
    void aPackIsPublishedOnceAndItsChannelMoved() throws Exception {
        pack("cli-knots", "1.0.0", "Pass the end over.");

        Said first = run(Server.TOKEN, "publish", "1.0.0.zip");
        Said again = run(Server.TOKEN, "publish", "1.0.0.zip");

        String address = URL + "/api/packs/cli-knots/versions/1.0.0\n";
        String release = first.out().lines().findFirst().orElse("");
        assertThat(release).matches("cli-knots@1\\.0\\.0  sha256:[0-9a-f]{64}");
        assertThat(first).isEqualTo(new Said(0, release + "\npublished: " + address, ""));
        assertThat(again)
                .isEqualTo(new Said(0, release + "\nit was there already: " + address, ""));

        pack("cli-knots", "1.0.0", "Pass the end under.");
        Said other = run(Server.TOKEN, "publish", "1.0.0.zip");
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err())
                .startsWith("registered " + release.substring(release.indexOf("sha256:")) + "\n")
                .contains("\npublish: 409 ");

        pack("cli-knots", "1.0.1", "Pass the end under.");
        assertThat(run(Server.TOKEN, "publish", "1.0.1.zip").exit()).isZero();
        assertThat(run(Server.TOKEN, "channel", "cli-knots", "stable", "1.0.0"))
                .isEqualTo(new Said(0, "cli-knots stable -> 1.0.0  (new)\n", ""));
        assertThat(run(Server.TOKEN, "channel", "cli-knots", "stable", "1.0.1"))
                .isEqualTo(new Said(0, "cli-knots stable -> 1.0.1  (was 1.0.0)\n", ""));
        assertThat(run(Server.TOKEN, "withdraw", "cli-knots", "1.0.0", "--kind", "superseded"))
                .isEqualTo(new Said(0, "cli-knots@1.0.0 is withdrawn: superseded\n", ""));
        assertThat(run(Server.TOKEN, "withdraw", "cli-knots", "1.0.0", "--reinstate"))
                .isEqualTo(new Said(0, "cli-knots@1.0.0 is not withdrawn\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpress", "markdown"})
    void anExportWithoutAServerIsThatOfTheServer(String format) throws Exception {
        String id = "cli-export-" + format;
        pack(id, "1.0.0", "Pass the end over.");
        assertThat(run(Server.TOKEN, "publish", "1.0.0.zip").exit()).isZero();

        Said said = run("", "export", "1.0.0.zip", "--format", format, "--output", "export.out");

        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("export.out")))
                .isEqualTo(
                        Server.get("/api/packs/" + id + "/versions/1.0.0/exports/" + format)
                                .bytes());
    }

    @Test
    void aWrongTokenIsOneLineAndNothingIsStored() throws Exception {
        pack("cli-knots-refused", "1.0.0", "Pass the end over.");

        Said said = run("wrong-0123456789", "publish", "1.0.0.zip");
        Said none = run("", "publish", "1.0.0.zip");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("publish: 401 ").hasLineCount(1);
        assertThat(none)
                .isEqualTo(
                        new Said(
                                3,
                                "",
                                "publish: there is no token: set CONTENTPACK_TOKEN or name a file"
                                        + " with --token-file\n"));
        assertThat(Server.get("/api/packs/cli-knots-refused").status()).isEqualTo(404);
    }
}

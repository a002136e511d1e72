package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside the command's jar, as a reader of the documentation puts it there. */
class LauncherE2E {

    private static final Path PACK =
            Path.of("content-pack/leg-cramps-at-night/1.1.0").toAbsolutePath();

    @TempDir private Path folder;

    private record Said(int exit, String out, String err) {}

    @BeforeEach
    void putTogether() throws IOException {
        Files.copy(Path.of("target/contentpack.jar"), folder.resolve("contentpack.jar"));
        Files.copy(Path.of("src/main/command/contentpack"), folder.resolve("contentpack"));
    }

    private Said call(Path cache, String... arguments) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder process =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(
                                                        "sh",
                                                        folder.resolve("contentpack").toString()),
                                                Stream.of(arguments))
                                        .toList())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        process.environment().put("XDG_CACHE_HOME", cache.toString());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exit = process.start().waitFor();
        return new Said(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private static List<Path> kept(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("contentpack"))) {
            return files.toList();
        }
    }

    @Test
    void whatIsKeptOfTheFirstCallChangesNoAnswer() throws Exception {
        Path cache = folder.resolve("cache");

        Said first = call(cache, "validate", PACK.toString());
        List<Path> kept = kept(cache);
        Said second = call(cache, "validate", PACK.toString());

        assertThat(first.exit()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).isNotEmpty();
        assertThat(kept).singleElement().asString().endsWith(".jsa");
        assertThat(second).isEqualTo(first);
        assertThat(kept(cache)).isEqualTo(kept);
        assertThat(call(cache, "validate").exit()).isEqualTo(2);
    }

    @Test
    void damagedArchiveIsPassedOver() throws Exception {
        Path cache = folder.resolve("cache");
        Said first = call(cache, "validate", PACK.toString());
        Files.writeString(kept(cache).get(0), "no classes");

        assertThat(call(cache, "validate", PACK.toString())).isEqualTo(first);
    }

    @Test
    void startsWithoutAFolderToKeepAnythingIn() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        Said said = call(file, "validate", PACK.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isNotEmpty();
    }
}

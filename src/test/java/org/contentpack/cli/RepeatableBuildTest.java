package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.pack.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same files give the same archive, whatever machine they lie on: the command is called in a
 * process of its own with other settings each time.
 */
class RepeatableBuildTest {

    private static final Path RELEASE = Path.of("content-pack/leg-cramps-at-night/1.1.0");

    @TempDir private Path folder;

    private record Built(String archive, String list) {}

    private Built build(Path pack, String name, String umask, List<String> options)
            throws IOException, InterruptedException {
        Path zip = folder.resolve(name + ".zip");
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(
                        ContentPack.class.getName(),
                        "build",
                        pack.toString(),
                        "--output",
                        zip.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("TZ", "Pacific/Kiritimati");
        builder.environment().put("LC_ALL", "C");
        assertThat(builder.start().waitFor())
                .as(Files.readString(folder.resolve(name + ".log")))
                .isZero();
        return new Built(
                Digest.of(Files.readAllBytes(zip)).value(),
                Files.readString(folder.resolve(name + ".sha256"), UTF_8));
    }

    /** The same files in another order, from another day, with other rights. */
    private Path elsewhere() throws IOException {
        Path copy = folder.resolve("copy");
        List<Path> files;
        try (Stream<Path> below = Files.walk(RELEASE)) {
            files = below.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Path to = copy.resolve(RELEASE.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.write(to, Files.readAllBytes(file));
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
            Files.setLastModifiedTime(to, FileTime.from(Instant.parse("1999-12-31T23:59:59Z")));
        }
        return copy;
    }

    @Test
    void theSameFilesGiveTheSameBytesEverywhere() throws IOException, InterruptedException {
        Built here = build(RELEASE, "here", "022", List.of());
        Built there =
                build(
                        elsewhere(),
                        "there",
                        "077",
                        List.of(
                                "-Duser.timezone=Asia/Tokyo",
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Dfile.encoding=ISO-8859-1",
                                "-Dsun.jnu.encoding=UTF-8"));

        assertThat(there).isEqualTo(here);
        assertThat(here.list())
                .isEqualTo(
                        Files.readString(
                                Path.of("content-pack/leg-cramps-at-night/1.1.0.sha256"), UTF_8));
    }
}

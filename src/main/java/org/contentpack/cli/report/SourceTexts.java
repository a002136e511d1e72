package org.contentpack.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.FilePath;

/**
 * The texts that findings lie in. What cannot be read is not there: findings are told without their
 * lines then, since a file may be what is wrong, or may be gone by now.
 */
@FunctionalInterface
public interface SourceTexts {

    /** Nothing can be read. */
    SourceTexts NONE = file -> Optional.empty();

    /** Longest file in bytes that lines are shown of: a manifest may be as long. */
    int MAX_BYTES = 8 << 20;

    /** The lines of a file by its path in the pack, numbered as positions are. */
    Optional<List<String>> lines(String file);

    /** Files below a folder on disk; no link is followed. */
    static SourceTexts ofFolder(Path folder) {
        return file ->
                FilePath.parse(file)
                        .map(path -> folder.resolve(path.value()))
                        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .flatMap(
                                path ->
                                        read(
                                                () ->
                                                        Files.newInputStream(
                                                                path, LinkOption.NOFOLLOW_LINKS)));
    }

    /** One file on disk, whatever its name. */
    static SourceTexts ofFile(String name, Path path) {
        return file ->
                file.equals(name) && Files.isRegularFile(path)
                        ? read(() -> Files.newInputStream(path))
                        : Optional.empty();
    }

    /** Files of a pack that is open as long as it is told about. */
    static SourceTexts of(PackFiles files) {
        return file ->
                FilePath.parse(file)
                        .filter(path -> files.list().find(path).isPresent())
                        .flatMap(path -> read(() -> files.open(path)));
    }

    /** The first of several that has the file. */
    default SourceTexts or(SourceTexts other) {
        return file -> lines(file).or(() -> other.lines(file));
    }

    /** As positions count: without a byte order mark, lines ended by LF, CR LF or CR. */
    static List<String> split(String text) {
        String begun = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return List.of(begun.split("\r\n|\r|\n", -1));
    }

    private static Optional<List<String>> read(Opening opening) {
        try (InputStream in = opening.open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(split(new String(bytes, UTF_8)));
        } catch (IOException e) {
            // What is told of the file stays true; only its line is not shown.
            return Optional.empty();
        }
    }

    /** Opens one file. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }
}

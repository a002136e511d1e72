package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of packs that commands are tried on. */
final class TestPacks {

    private TestPacks() {}

    /** A pack with one picture that keeps all rules, as a working folder. */
    static Path tiny(Path to) throws IOException {
        Path source = Path.of("src/test/resources/packs/tiny-pack-valid/1.0.0");
        for (String file : files(source).keySet()) {
            Path copy = to.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(source.resolve(file), copy);
        }
        return to;
    }

    /** Puts one text in place of another that stands in the file. */
    static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file, UTF_8);
        if (!text.contains(what)) {
            throw new IllegalArgumentException(file + " must contain: " + what);
        }
        Files.writeString(file, text.replace(what, with), UTF_8);
    }

    /** All files below a folder with their texts; empty folders are not told. */
    static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, UTF_8));
            }
        }
        return files;
    }
}

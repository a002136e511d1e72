package org.contentpack.cms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whole folders: copied, linked, unpacked and removed. */
final class Trees {
    private Trees() {}

    /** Copies a folder into another one, over what is there. */
    static void copy(Path from, Path to) throws IOException {
        for (Path path : below(from)) {
            Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Makes a folder that shares its files with another one; for files that nobody writes to.
     *
     * @param except name of a folder directly below that is left out
     */
    static void link(Path from, Path to, String except) throws IOException {
        for (Path path : below(from)) {
            Path relative = from.relativize(path);
            if (relative.startsWith(except)) {
                continue;
            }
            Path copy = to.resolve(relative.toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.createLink(copy, path);
            }
        }
    }

    static void unzip(Path zip, Path to) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                Path path = to.resolve(entry.getName()).normalize();
                if (!path.startsWith(to)) {
                    throw new IOException("entry leads out of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    try (InputStream bytes = file.getInputStream(entry)) {
                        Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : below(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}

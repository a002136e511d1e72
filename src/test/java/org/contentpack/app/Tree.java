package org.contentpack.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contentpack.archive.ResourceTree;

/** Resources of an application, in memory, by path. */
record Tree(SortedMap<String, byte[]> files) implements ResourceTree {

    /** The files below a folder, with something in front of their paths. */
    static SortedMap<String, byte[]> of(Path folder, String prefix) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        prefix + folder.relativize(path).toString().replace('\\', '/'),
                        Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Override
    public SortedSet<String> paths() {
        return new TreeSet<>(files.keySet());
    }

    @Override
    public InputStream open(String path) {
        return new ByteArrayInputStream(files.get(path));
    }
}

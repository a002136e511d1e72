package org.contentpack.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;

/** The files of a pack that a test writes or finds in a folder. */
public final class InMemoryPackFiles implements PackFiles {

    private final TreeMap<FilePath, byte[]> files = new TreeMap<>();
    private final TreeMap<FilePath, FileEntry> entries = new TreeMap<>();

    public static InMemoryPackFiles of(Map<String, String> texts) {
        InMemoryPackFiles pack = new InMemoryPackFiles();
        texts.forEach((path, text) -> pack.with(path, text.getBytes(UTF_8)));
        return pack;
    }

    public static InMemoryPackFiles ofFolder(Path folder) throws IOException {
        InMemoryPackFiles pack = new InMemoryPackFiles();
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            pack.with(path, Files.readAllBytes(file));
        }
        return pack;
    }

    public InMemoryPackFiles with(String path, byte[] bytes) {
        FilePath place = new FilePath(path);
        files.put(place, bytes.clone());
        entries.put(place, new FileEntry(place, Digest.of(bytes), bytes.length));
        return this;
    }

    @Override
    public FileList list() {
        return new FileList(List.copyOf(entries.values()));
    }

    @Override
    public InputStream open(FilePath path) {
        if (!files.containsKey(path)) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return new ByteArrayInputStream(files.get(path));
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}

package org.contentpack.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Resources in memory; the content {@code DENIED} may not be read. */
final class MemoryTree implements ResourceTree {

    static final String DENIED = "denied";

    private final SortedMap<String, String> files = new TreeMap<>();

    MemoryTree file(String path, String content) {
        files.put(path, content);
        return this;
    }

    @Override
    public SortedSet<String> paths() {
        return new TreeSet<>(files.keySet());
    }

    @Override
    public InputStream open(String path) throws AccessDeniedException {
        String content = files.get(path);
        if (DENIED.equals(content)) {
            throw new AccessDeniedException(path);
        }
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}

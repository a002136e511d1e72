package org.contentpack.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;

/**
 * The files of a pack with one of them as it is going to be, so that it is held to the rules before
 * it is written.
 */
final class EditedFiles implements PackFiles {

    private final PackFiles files;
    private final FilePath edited;
    private final byte[] bytes;
    private final FileList list;

    /**
     * @param files which stay the caller's to close
     * @param edited one of them
     */
    EditedFiles(PackFiles files, FilePath edited, byte[] bytes) {
        this.files = files;
        this.edited = edited;
        this.bytes = bytes.clone();
        this.list =
                new FileList(
                        files.list().entries().stream()
                                .map(
                                        entry ->
                                                entry.path().equals(edited)
                                                        ? new FileEntry(
                                                                edited,
                                                                Digest.of(bytes),
                                                                bytes.length)
                                                        : entry)
                                .toList());
    }

    @Override
    public FileList list() {
        return list;
    }

    @Override
    public InputStream open(FilePath path) throws IOException {
        return path.equals(edited) ? new ByteArrayInputStream(bytes) : files.open(path);
    }

    @Override
    public void close() {
        // Whoever has opened the files closes them.
    }
}

package org.contentpack.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;

/**
 * Files that were read once and can be read again, from wherever they came.
 *
 * <p>Each stream opens its source anew and checks it against the list, so a source that changes is
 * noticed and threads share nothing.
 */
final class ListedFiles implements PackFiles {

    /** Where one file's bytes come from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private record ListedFile(FileEntry entry, Source source) {}

    private final SortedMap<FilePath, ListedFile> files;
    private final FileList list;
    private final Closeable owned;
    private volatile boolean isClosed;

    private ListedFiles(SortedMap<FilePath, ListedFile> files, Closeable owned) {
        this.files = files;
        this.list = new FileList(files.values().stream().map(ListedFile::entry).toList());
        this.owned = owned;
    }

    /** Collects the files of one pack. */
    static final class Builder {
        private final SortedMap<FilePath, ListedFile> files = new TreeMap<>();

        void add(FilePath path, Content content, Source source) {
            FileEntry entry = new FileEntry(path, content.digest(), content.sizeBytes());
            files.put(path, new ListedFile(entry, source));
        }

        /**
         * @param owned what is closed together with the files
         */
        PackFiles build(Closeable owned) {
            return new ListedFiles(files, owned);
        }
    }

    @Override
    public FileList list() {
        return list;
    }

    @Override
    public InputStream open(FilePath path) throws IOException {
        ListedFile file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("pack has no file \"" + path + "\"");
        }
        if (isClosed) {
            throw new IOException("files of the pack are closed");
        }
        return new VerifiedStream(file.source().open(), file.entry());
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        owned.close();
    }
}

package org.contentpack.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.contentpack.registry.Blob;
import org.contentpack.registry.StoreException;

/** The files of a registered release, each looked up by its digest when it is opened. */
final class StoredFiles implements PackFiles {

    private final FileList list;
    private final Blobs blobs;

    /** Where the bytes are. */
    interface Blobs {
        Optional<Blob> find(Digest digest) throws IOException;
    }

    StoredFiles(FileList list, Blobs blobs) {
        this.list = list;
        this.blobs = blobs;
    }

    @Override
    public FileList list() {
        return list;
    }

    @Override
    public InputStream open(FilePath path) throws IOException {
        FileEntry entry =
                list.find(path)
                        .orElseThrow(() -> new IllegalArgumentException("no such file: " + path));
        return blobs.find(entry.digest())
                .orElseThrow(() -> new StoreException("the store has lost " + path))
                .open();
    }

    @Override
    public void close() {
        // The bytes are the store's and stay.
    }
}

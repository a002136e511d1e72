package org.contentpack.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;

/**
 * The files of one pack after they passed the checks of this room, whatever they came from, against
 * {@link FileList}, which names them without their bytes.
 *
 * <p>What {@link #open} gives is what {@link #list} says: length and digest were taken from the
 * same bytes. Safe for use by several threads. Must be closed; a source on disk may hold a
 * temporary file until then.
 */
public interface PackFiles extends Closeable {

    /** All files, sorted by path, with digests and lengths. */
    FileList list();

    /**
     * The bytes of one file.
     *
     * @throws IllegalArgumentException where the list has no such path
     * @throws IOException where the bytes can no longer be read as they were listed
     */
    InputStream open(FilePath path) throws IOException;

    /** All bytes of one file; for texts and small assets, whose length the limits bound. */
    default byte[] read(FilePath path) throws IOException {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        }
    }
}

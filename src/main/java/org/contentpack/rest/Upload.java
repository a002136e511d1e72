package org.contentpack.rest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.contentpack.pack.Digest;

/**
 * A body that has arrived whole, as a file that goes when this is closed.
 *
 * @param digest of the body's bytes
 */
record Upload(Path file, Digest digest, Semaphore places) implements Closeable {

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            places.release();
        }
    }
}

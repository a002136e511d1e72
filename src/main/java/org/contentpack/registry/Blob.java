package org.contentpack.registry;

import java.io.IOException;
import java.io.InputStream;
import org.contentpack.pack.Digest;

/** Stored bytes by the digest that names them. Safe for use by several threads. */
public interface Blob {

    Digest digest();

    long sizeBytes();

    /**
     * The bytes from the start.
     *
     * @throws IOException where they cannot be read, or are no longer those of the digest
     */
    InputStream open() throws IOException;
}

package org.contentpack.archive;

import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content of one deflated zip entry. */
final class InflatedBytes extends InflaterInputStream {

    private static final int BUFFER_BYTES = 1 << 14;

    private final EntryBytes deflated;

    /** Closes the entry's bytes when closed itself. */
    InflatedBytes(EntryBytes deflated) {
        // A zip holds deflate data without the header of zlib.
        super(deflated, new Inflater(true), BUFFER_BYTES);
        this.deflated = deflated;
    }

    /** True where the deflate data ended before the entry's bytes did. */
    boolean hasLeftover() {
        return inf.getRemaining() > 0 || deflated.remaining() > 0;
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}

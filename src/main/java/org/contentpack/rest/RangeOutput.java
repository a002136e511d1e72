package org.contentpack.rest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets one range of all that is written through; not safe for use by several threads. */
final class RangeOutput extends FilterOutputStream {

    private final ByteRange range;
    private long position = 0;

    RangeOutput(OutputStream out, ByteRange range) {
        super(out);
        this.range = range;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long from = Math.max(range.first(), position);
        long to = Math.min(range.last() + 1, position + length);
        if (from < to) {
            out.write(bytes, offset + (int) (from - position), (int) (to - from));
        }
        position += length;
    }

    /** What is behind belongs to whoever made it. */
    @Override
    public void close() throws IOException {
        flush();
    }
}

package org.contentpack.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A stretch of a file as a stream: the bytes of one zip entry as they are stored. Has the file open
 * for itself, so that streams of several threads do not disturb each other.
 */
final class EntryBytes extends InputStream {

    private final FileChannel channel;
    private long position;
    private long remaining;

    private EntryBytes(FileChannel channel, long offset, long length) {
        this.channel = channel;
        this.position = offset;
        this.remaining = length;
    }

    static EntryBytes open(Path file, long offset, long length) throws IOException {
        return new EntryBytes(FileChannel.open(file, StandardOpenOption.READ), offset, length);
    }

    /** How many bytes were not read yet. */
    long remaining() {
        return remaining;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        int wanted = (int) Math.min(length, remaining);
        int count = channel.read(ByteBuffer.wrap(into, offset, wanted), position);
        if (count > 0) {
            position += count;
            remaining -= count;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.contentpack.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The headers of a zip file, read through a window of 64 KiB so that memory does not grow with the
 * file; its entries' bytes are read by {@link EntryBytes}. Not safe for use by several threads.
 */
final class ZipWindow implements Closeable {

    private static final int WINDOW_BYTES = 1 << 16;

    private final FileChannel channel;
    private final long length;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    private ZipWindow(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    static ZipWindow open(Path zipFile) throws IOException {
        FileChannel channel = FileChannel.open(zipFile, StandardOpenOption.READ);
        try {
            return new ZipWindow(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Length of the file in bytes when it was opened. */
    long length() {
        return length;
    }

    /**
     * Some bytes; they stay as they are when the window moves on.
     *
     * @throws EOFException where the file became shorter since it was opened
     */
    ZipFields at(long offset, int count) throws IOException {
        if (offset < 0 || count < 0 || offset > length - count) {
            throw new IllegalArgumentException(
                    "bytes " + offset + " + " + count + " must be within " + length);
        }
        if (offset < windowStart || offset + count > windowStart + window.limit()) {
            fill(offset, count);
        }
        return new ZipFields(window.slice((int) (offset - windowStart), count));
    }

    private void fill(long offset, int count) throws IOException {
        int wanted = (int) Math.min(length - offset, Math.max(WINDOW_BYTES, count));
        ByteBuffer filled = ByteBuffer.allocate(wanted);
        while (filled.hasRemaining()) {
            if (channel.read(filled, offset + filled.position()) < 0) {
                throw new EOFException("file became shorter than " + length + " bytes");
            }
        }
        window = filled.flip();
        windowStart = offset;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

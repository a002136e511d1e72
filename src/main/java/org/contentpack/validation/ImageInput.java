package org.contentpack.validation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Reads the parts of a picture in order, one buffer in memory whatever its length. */
final class ImageInput implements Closeable {

    /** The picture ends where more has to come: a fact of the file, no failure of the disk. */
    static final class EndOfImage extends Exception {
        private static final long serialVersionUID = 1L;

        EndOfImage() {
            super("the file ends inside a part", null, false, false);
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int end;

    ImageInput(InputStream in) {
        this.in = in;
    }

    boolean isAtEnd() throws IOException {
        return next == end && !fill();
    }

    int u8() throws IOException, EndOfImage {
        if (isAtEnd()) {
            throw new EndOfImage();
        }
        return buffer[next++] & 0xff;
    }

    int u16() throws IOException, EndOfImage {
        return u8() << 8 | u8();
    }

    long u32() throws IOException, EndOfImage {
        return (long) u16() << 16 | u16();
    }

    int u16LittleEndian() throws IOException, EndOfImage {
        return u8() | u8() << 8;
    }

    int u24LittleEndian() throws IOException, EndOfImage {
        return u16LittleEndian() | u8() << 16;
    }

    long u32LittleEndian() throws IOException, EndOfImage {
        return u24LittleEndian() | (long) u8() << 24;
    }

    byte[] bytes(int count) throws IOException, EndOfImage {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8();
        }
        return bytes;
    }

    void skip(long count) throws IOException, EndOfImage {
        for (long left = count; left > 0; ) {
            if (isAtEnd()) {
                throw new EndOfImage();
            }
            int step = (int) Math.min(left, end - next);
            next += step;
            left -= step;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        return end > 0;
    }
}

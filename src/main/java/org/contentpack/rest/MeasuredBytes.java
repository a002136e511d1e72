package org.contentpack.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.contentpack.pack.Digest;

/**
 * Learns digest and length of what is made anew for each answer, since both stand before the bytes.
 * It is made once: up to {@value #KEPT_BYTES} bytes are kept in memory, more in a temporary file,
 * which is gone when it was sent, when this is closed, or when the server ends.
 *
 * <p>For use by one thread.
 */
final class MeasuredBytes extends OutputStream {

    /** What one request may hold in memory. */
    static final int KEPT_BYTES = 2 << 20;

    private final MessageDigest sha256 = Digest.sha256();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Optional<FileChannel> file = Optional.empty();
    private long size = 0;

    private MeasuredBytes() {}

    /** Something that writes bytes. */
    interface Maker {
        void write(OutputStream out) throws IOException;
    }

    /** Makes it; whoever does not send it closes it. */
    static MeasuredBytes of(Maker maker) throws IOException {
        MeasuredBytes measured = new MeasuredBytes();
        try {
            maker.write(measured);
            return measured;
        } catch (IOException | RuntimeException e) {
            measured.close();
            throw e;
        }
    }

    /** What is sent, once. */
    Responses.StoredBytes stored() {
        return new Responses.StoredBytes(
                Digest.ofHex(HexFormat.of().formatHex(sha256.digest())), size, this::send);
    }

    private void send(OutputStream out) throws IOException {
        try (this) {
            if (file.isPresent()) {
                file.get().position(0);
                Channels.newInputStream(file.get()).transferTo(out);
            }
            kept.writeTo(out);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sha256.update(bytes, offset, length);
        size += length;
        kept.write(bytes, offset, length);
        if (kept.size() > KEPT_BYTES) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (file.isEmpty()) {
            file =
                    Optional.of(
                            FileChannel.open(
                                    Files.createTempFile("contentpack-export", ".part"),
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.DELETE_ON_CLOSE));
        }
        ByteBuffer bytes = ByteBuffer.wrap(kept.toByteArray());
        while (bytes.hasRemaining()) {
            file.get().write(bytes);
        }
        kept.reset();
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}

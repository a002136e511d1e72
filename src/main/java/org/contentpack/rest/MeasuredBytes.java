package org.contentpack.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.contentpack.pack.Digest;

/**
 * Learns digest and length of what is made anew for each answer, since both stand before the bytes.
 * Up to {@value #KEPT_BYTES} bytes are kept and sent; more are made a second time while they are
 * sent, and never held.
 */
final class MeasuredBytes extends OutputStream {

    /** What one request may hold. */
    static final int KEPT_BYTES = 2 << 20;

    private final MessageDigest sha256 = Digest.sha256();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long size = 0;

    private MeasuredBytes() {}

    /** Something that writes the same bytes each time. */
    interface Maker {
        void write(OutputStream out) throws IOException;
    }

    static Responses.StoredBytes of(Maker maker) throws IOException {
        MeasuredBytes measured = new MeasuredBytes();
        maker.write(measured);
        return new Responses.StoredBytes(
                Digest.ofHex(HexFormat.of().formatHex(measured.sha256.digest())),
                measured.size,
                measured.size <= KEPT_BYTES ? measured.kept::writeTo : maker::write);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        size += length;
        if (size <= KEPT_BYTES) {
            kept.write(bytes, offset, length);
        } else {
            kept.reset();
        }
    }
}

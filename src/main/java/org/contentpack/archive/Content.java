package org.contentpack.archive;

import org.contentpack.pack.Digest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * What reading a file's bytes once has shown; the bytes themselves are not kept.
 *
 * @param sizeBytes how many were read
 * @param crc as zip computes it
 */
record Content(Digest digest, long sizeBytes, long crc) {

    private static final int BUFFER_BYTES = 1 << 14;

    /** Reads to the end, but at most {@code max + 1} bytes: enough to see that there are more. */
    static Content read(InputStream in, long max) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, max + 1)];
        long size = 0;
        while (size <= max) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, max - size + 1));
            if (count < 0) {
                break;
            }
            sha256.update(buffer, 0, count);
            crc.update(buffer, 0, count);
            size += count;
        }
        return new Content(
                Digest.ofHex(HexFormat.of().formatHex(sha256.digest())), size, crc.getValue());
    }
}

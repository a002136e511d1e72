package org.contentpack.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;

/**
 * Gives a file's bytes only as they were listed: the read that would complete other bytes, more or
 * fewer of them, throws instead.
 */
final class VerifiedStream extends FilterInputStream {

    private final FileEntry listed;
    private final MessageDigest sha256 = Digest.sha256();
    private long size;
    private boolean isVerified;

    VerifiedStream(InputStream in, FileEntry listed) {
        super(in);
        this.listed = listed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
            sha256.update(into, offset, count);
            size += count;
        }
        if (size > listed.sizeBytes() || (count < 0 && size < listed.sizeBytes())) {
            throw changed();
        }
        if (size == listed.sizeBytes() && !isVerified) {
            verify();
        }
        return count;
    }

    private void verify() throws IOException {
        String hex = HexFormat.of().formatHex(sha256.digest());
        if (!hex.equals(listed.digest().hex())) {
            throw changed();
        }
        isVerified = true;
    }

    private IOException changed() {
        return new IOException("\"" + listed.path() + "\" changed since it was listed");
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(count, 1 << 14))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

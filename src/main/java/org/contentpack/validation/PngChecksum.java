package org.contentpack.validation;

/**
 * The checksum of one PNG chunk. The JDK has the same one, but among its zip classes, which only
 * the archive room may use. For one thread.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#D-CRCAppendix">PNG, third edition, sample CRC
 *     implementation</a>
 */
final class PngChecksum {

    private static final int POLYNOMIAL = 0xedb88320;
    private static final int[] TABLE = table();

    private int rest = -1;

    void update(int b) {
        rest = TABLE[(rest ^ b) & 0xff] ^ (rest >>> 8);
    }

    void update(byte[] bytes) {
        for (byte b : bytes) {
            update(b);
        }
    }

    /** As it stands behind the chunk, from 0 to 2^32 - 1. */
    long value() {
        return ~rest & 0xffffffffL;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int n = 0; n < table.length; n++) {
            int c = n;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : POLYNOMIAL ^ (c >>> 1);
            }
            table[n] = c;
        }
        return table;
    }
}

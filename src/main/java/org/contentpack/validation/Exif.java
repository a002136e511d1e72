package org.contentpack.validation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks for one thing in a block of Exif: whether it has a table of GPS values.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf">Exif 2.32,
 *     4.6.3</a>
 */
final class Exif {

    private static final int GPS_TABLE = 0x8825;
    private static final int ENTRY_BYTES = 12;

    private Exif() {}

    /** True where the first directory of the TIFF structure points at GPS values. */
    static boolean hasPosition(byte[] tiff) {
        if (tiff.length < 8 || tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) {
            return false;
        }
        ByteBuffer in =
                ByteBuffer.wrap(tiff)
                        .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = in.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.length) {
            return false;
        }
        int at = (int) directory;
        int entries = in.getShort(at) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.length) {
                return false;
            }
            if ((in.getShort(entry) & 0xffff) == GPS_TABLE) {
                return true;
            }
        }
        return false;
    }
}

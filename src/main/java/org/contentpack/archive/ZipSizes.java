package org.contentpack.archive;

import java.util.Optional;

/**
 * Lengths and place of an entry after the zip64 record was taken into account.
 *
 * @param sizeBytes length of the content
 * @param compressedBytes length of what stands in the archive
 * @param offset of the local header; 0 where that header itself speaks
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3.10,
 *     4.5.3</a>
 */
record ZipSizes(long sizeBytes, long compressedBytes, long offset) {

    private static final long SATURATED = 0xFFFFFFFFL;

    /**
     * Puts the values of the zip64 record, of eight bytes each, in the place of those that are all
     * ones; empty where there are two such records, or one that does not hold exactly these values.
     *
     * <p>An empty record that stands for nothing is passed over: writers leave it as the mark of a
     * 64-bit data descriptor.
     */
    static Optional<ZipSizes> of(long size, long compressed, long offset, ExtraFields extra) {
        int saturated = 0;
        for (long value : new long[] {size, compressed, offset}) {
            saturated += value == SATURATED ? 1 : 0;
        }
        if (extra.zip64().isEmpty()) {
            return saturated == 0
                    ? Optional.of(new ZipSizes(size, compressed, offset))
                    : Optional.empty();
        }
        ZipFields record = extra.zip64().get(0);
        if (extra.zip64().size() > 1 || record.length() != saturated * Long.BYTES) {
            return Optional.empty();
        }
        long[] values = {size, compressed, offset};
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == SATURATED) {
                values[i] = record.u8(at);
                at += Long.BYTES;
            }
            if (values[i] < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new ZipSizes(values[0], values[1], values[2]));
    }
}

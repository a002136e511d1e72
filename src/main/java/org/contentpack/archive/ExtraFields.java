package org.contentpack.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of an extra field that change what an entry is: 64-bit sizes and a second name. All
 * others, such as times and owners, are passed over.
 *
 * @param zip64 contents of all zip64 records
 * @param unicodePaths contents of all Info-ZIP Unicode path records
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3.10, 4.5
 *     and 4.6.9</a>
 */
record ExtraFields(List<ZipFields> zip64, List<ZipFields> unicodePaths) {

    private static final int ZIP64_ID = 0x0001;
    private static final int UNICODE_PATH_ID = 0x7075;
    private static final int RECORD_HEADER_BYTES = 4;

    /** A Unicode path record's version and the CRC of the name that it replaces. */
    private static final int UNICODE_PATH_HEADER_BYTES = 5;

    /** The records, or empty where the field is not made of whole records. */
    static Optional<ExtraFields> parse(ZipFields field) {
        List<ZipFields> zip64 = new ArrayList<>();
        List<ZipFields> unicodePaths = new ArrayList<>();
        int at = 0;
        while (at < field.length()) {
            if (at + RECORD_HEADER_BYTES > field.length()) {
                return Optional.empty();
            }
            int id = field.u2(at);
            int length = field.u2(at + 2);
            at += RECORD_HEADER_BYTES;
            if (at + length > field.length()) {
                return Optional.empty();
            }
            switch (id) {
                case ZIP64_ID -> zip64.add(field.part(at, length));
                case UNICODE_PATH_ID -> unicodePaths.add(field.part(at, length));
                default -> {}
            }
            at += length;
        }
        return Optional.of(new ExtraFields(zip64, unicodePaths));
    }

    /** True where no record gives the entry another name than the header does. */
    boolean hasSameName(ZipFields name) {
        return unicodePaths.isEmpty()
                || (unicodePaths.size() == 1 && isSameName(unicodePaths.get(0), name));
    }

    private static boolean isSameName(ZipFields path, ZipFields name) {
        return path.length() >= UNICODE_PATH_HEADER_BYTES
                && path.u1(0) == 1
                && path.u4(1) == name.crc()
                && path.part(UNICODE_PATH_HEADER_BYTES, path.length() - UNICODE_PATH_HEADER_BYTES)
                        .hasSameBytes(name);
    }
}

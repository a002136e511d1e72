package org.contentpack.archive;

import java.util.List;
import org.contentpack.finding.Finding;

/**
 * One entry as the central directory gives it, against {@link LocalHeaders}, which holds what
 * stands before the entry's bytes to it.
 *
 * @param name as written, readable; may be unsafe
 * @param flags general purpose bits
 * @param method of compression
 * @param system that the attributes are meant for, the upper byte of "version made by"
 * @param attributes external file attributes; a unix mode in the upper half
 * @param defects what is wrong with this header by itself
 */
record ZipEntryHeader(
        String name,
        int flags,
        int method,
        long crc,
        ZipSizes sizes,
        int system,
        long attributes,
        List<Finding> defects) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    static final int FLAG_DESCRIPTOR = 1 << 3;
    static final int FLAG_UTF_8 = 1 << 11;

    /** By zip's convention, the name of a folder ends in a slash. */
    boolean isFolder() {
        return name.endsWith("/");
    }

    ZipEntryHeader named(String other) {
        return new ZipEntryHeader(other, flags, method, crc, sizes, system, attributes, defects);
    }
}

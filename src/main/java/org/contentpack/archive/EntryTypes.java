package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_011;
import static org.contentpack.finding.BuiltInRule.ENT_012;
import static org.contentpack.finding.BuiltInRule.ENT_013;
import static org.contentpack.finding.BuiltInRule.ENT_014;
import static org.contentpack.finding.BuiltInRule.ENT_015;
import static org.contentpack.finding.BuiltInRule.ENT_016;
import static org.contentpack.finding.BuiltInRule.ENT_017;
import static org.contentpack.finding.BuiltInRule.ENT_018;
import static org.contentpack.finding.BuiltInRule.ENT_019;

import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Rule;

/**
 * Requires that an entry of a zip is a plain file or an empty folder, neither encrypted nor
 * compressed in an uncommon way. Modes are never applied; they are looked at because other tools
 * that unpack the same archive would apply them.
 */
final class EntryTypes {

    /** General purpose bits 0, 6 and 13: encrypted, strongly encrypted, masked headers. */
    private static final int FLAGS_ENCRYPTED = 1 | 1 << 6 | 1 << 13;

    /** Bits 1 and 2 are hints of the compressor. */
    private static final int FLAGS_KNOWN =
            FLAGS_ENCRYPTED
                    | 1 << 1
                    | 1 << 2
                    | ZipEntryHeader.FLAG_DESCRIPTOR
                    | ZipEntryHeader.FLAG_UTF_8;

    private static final int SYSTEM_UNIX = 3;
    private static final int SYSTEM_DARWIN = 19;

    /** Parts of a unix mode, as {@code stat(2)} gives it. */
    private static final int MODE_TYPE = 0170000;

    private static final int MODE_LINK = 0120000;
    private static final int MODE_FILE = 0100000;
    private static final int MODE_FOLDER = 0040000;
    private static final int MODE_SET_ID = 07000;
    private static final int MODE_SET_USER_ID = 04000;
    private static final int MODE_PERMISSIONS = 0777;

    /** Attributes of DOS and Windows, in the lower half. */
    private static final int DOS_FOLDER = 0x10;

    private static final int WINDOWS_REPARSE_POINT = 0x400;

    private EntryTypes() {}

    /** What is wrong with the entry's type; the first reason stands for the rest. */
    static Optional<Finding> check(ZipEntryHeader entry) {
        if ((entry.flags() & FLAGS_ENCRYPTED) != 0) {
            return found(ENT_011, entry);
        }
        if ((entry.flags() & ~FLAGS_KNOWN) != 0) {
            return found(ENT_012, entry, entry.flags() & ~FLAGS_KNOWN);
        }
        if (entry.method() != ZipEntryHeader.STORED && entry.method() != ZipEntryHeader.DEFLATED) {
            return found(ENT_013, entry, entry.method());
        }
        Optional<Finding> mode = checkMode(entry);
        if (mode.isEmpty() && entry.isFolder() && entry.sizes().sizeBytes() > 0) {
            return found(ENT_019, entry, entry.sizes().sizeBytes());
        }
        return mode;
    }

    /** Some tools write unix modes for other systems too, and read them there. */
    private static Optional<Finding> checkMode(ZipEntryHeader entry) {
        int mode = (int) (entry.attributes() >>> 16);
        int type = mode & MODE_TYPE;
        if (type == MODE_LINK
                || (entry.system() != SYSTEM_UNIX
                        && (entry.attributes() & WINDOWS_REPARSE_POINT) != 0)) {
            return found(ENT_014, entry);
        }
        if (type != 0 && type != MODE_FILE && type != MODE_FOLDER) {
            return found(ENT_015, entry);
        }
        // Shared folders carry the group bit, to no effect here.
        if ((mode & (entry.isFolder() ? MODE_SET_USER_ID : MODE_SET_ID)) != 0) {
            return found(ENT_016, entry, Integer.toOctalString(mode));
        }
        boolean isUnix = entry.system() == SYSTEM_UNIX || entry.system() == SYSTEM_DARWIN;
        if ((isUnix || type != 0) && (mode & MODE_PERMISSIONS) == 0) {
            return found(ENT_017, entry);
        }
        boolean saysFolder =
                type == 0 ? (entry.attributes() & DOS_FOLDER) != 0 : type == MODE_FOLDER;
        boolean saysSomething = type != 0 || saysFolder;
        return saysSomething && saysFolder != entry.isFolder()
                ? found(ENT_018, entry)
                : Optional.empty();
    }

    private static Optional<Finding> found(Rule rule, ZipEntryHeader entry, Object... more) {
        Location place = EntryPaths.place(entry.name());
        return Optional.of(
                more.length == 0
                        ? Finding.of(rule, place, entry.name())
                        : Finding.of(rule, place, entry.name(), more[0]));
    }
}

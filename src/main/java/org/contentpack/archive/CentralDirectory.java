package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_001;
import static org.contentpack.finding.BuiltInRule.ENT_002;
import static org.contentpack.finding.BuiltInRule.ENT_003;
import static org.contentpack.finding.BuiltInRule.ENT_004;
import static org.contentpack.finding.BuiltInRule.ENT_041;
import static org.contentpack.finding.BuiltInRule.PKG_005;
import static org.contentpack.finding.BuiltInRule.PKG_010;
import static org.contentpack.finding.BuiltInRule.PKG_011;

import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Rule;
import org.contentpack.pack.FilePath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the headers of a zip's central directory within the bounds that its end declares.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3.10,
 *     4.3.12</a>
 */
final class CentralDirectory {

    private static final long SIGNATURE = 0x02014b50L;
    private static final int HEADER_BYTES = 46;

    private CentralDirectory() {}

    /** All headers in the order of the directory; stops at the first that cannot be read. */
    static List<ZipEntryHeader> read(ZipWindow zip, ZipEnd end, List<Finding> findings)
            throws IOException {
        List<ZipEntryHeader> headers = new ArrayList<>();
        long at = end.directoryOffset();
        while (at < end.directoryEnd() && headers.size() < end.entries()) {
            if (at + HEADER_BYTES > end.directoryEnd()
                    || !zip.at(at, HEADER_BYTES).hasSignature(0, SIGNATURE)) {
                findings.add(Finding.of(PKG_010, Location.PACK, at));
                return headers;
            }
            ZipFields fixed = zip.at(at, HEADER_BYTES);
            int bytes = HEADER_BYTES + fixed.u2(28) + fixed.u2(30) + fixed.u2(32);
            if (at + bytes > end.directoryEnd()) {
                findings.add(Finding.of(PKG_010, Location.PACK, at));
                return headers;
            }
            headers.add(header(zip.at(at, bytes)));
            at += bytes;
        }
        if (at != end.directoryEnd() || headers.size() != end.entries()) {
            findings.add(Finding.of(PKG_011, Location.PACK, end.entries(), headers.size()));
        }
        return headers;
    }

    private static ZipEntryHeader header(ZipFields fields) {
        ZipFields rawName = fields.part(HEADER_BYTES, fields.u2(28));
        int flags = fields.u2(8);
        List<Finding> defects = new ArrayList<>();
        Optional<String> readable = name(rawName, flags);
        boolean isTooLong = rawName.length() > FilePath.MAX_BYTES + 1;
        String name = isTooLong ? shown(rawName) : readable.orElseGet(() -> shown(rawName));
        Location place = EntryPaths.place(name);
        if (readable.isEmpty()) {
            defects.add(Finding.of(ENT_001, place, name));
        }
        if (isTooLong) {
            defects.add(Finding.of(ENT_041, place, name, FilePath.MAX_BYTES));
        }
        if (fields.u2(34) != 0) {
            defects.add(Finding.of(PKG_005, Location.PACK));
        }
        ZipFields extra = fields.part(HEADER_BYTES + fields.u2(28), fields.u2(30));
        ZipSizes sizes = new ZipSizes(fields.u4(24), fields.u4(20), fields.u4(42));
        Optional<ExtraFields> extras = ExtraFields.parse(extra);
        Optional<ZipSizes> wide = extras.flatMap(e -> wide(sizes, e));
        defect(extras, wide, rawName).ifPresent(r -> defects.add(Finding.of(r, place, name)));
        return new ZipEntryHeader(
                name,
                flags,
                fields.u2(10),
                fields.u4(16),
                wide.orElse(sizes),
                fields.u1(5),
                fields.u4(38),
                List.copyOf(defects));
    }

    /** A name that cannot be used is kept only as far as a finding can show it. */
    private static String shown(ZipFields name) {
        return name.part(0, Math.min(name.length(), Finding.MAX_ARGUMENT)).escaped();
    }

    private static Optional<ZipSizes> wide(ZipSizes sizes, ExtraFields extra) {
        return ZipSizes.of(sizes.sizeBytes(), sizes.compressedBytes(), sizes.offset(), extra);
    }

    /** What is wrong with the extra field of a central or a local header. */
    static Optional<Rule> defect(
            Optional<ExtraFields> extra, Optional<ZipSizes> wide, ZipFields name) {
        if (extra.isEmpty()) {
            return Optional.of(ENT_002);
        }
        if (wide.isEmpty()) {
            return Optional.of(ENT_003);
        }
        return extra.get().hasSameName(name) ? Optional.empty() : Optional.of(ENT_004);
    }

    /** Without the UTF-8 flag a name beyond ASCII is read by each reader in its own code page. */
    private static Optional<String> name(ZipFields raw, int flags) {
        return (flags & ZipEntryHeader.FLAG_UTF_8) != 0 || raw.isAscii()
                ? raw.utf8()
                : Optional.empty();
    }
}

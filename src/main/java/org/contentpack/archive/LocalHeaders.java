package org.contentpack.archive;

import static org.contentpack.archive.ZipEntryHeader.FLAG_DESCRIPTOR;
import static org.contentpack.finding.BuiltInRule.ENT_005;
import static org.contentpack.finding.BuiltInRule.ENT_006;
import static org.contentpack.finding.BuiltInRule.ENT_007;
import static org.contentpack.finding.BuiltInRule.ENT_008;
import static org.contentpack.finding.BuiltInRule.ENT_009;
import static org.contentpack.finding.BuiltInRule.ENT_010;
import static org.contentpack.finding.BuiltInRule.ENT_026;
import static org.contentpack.finding.BuiltInRule.PKG_012;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Report;
import org.contentpack.finding.Rule;

/**
 * Holds the headers that stand before the entries' bytes to those of the central directory: each
 * says the same, and together with the bytes they cover the file from its first byte to the
 * directory without gap or overlap. So a reader that goes from front to back sees the same entries
 * as one that begins at the end.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3.10, 4.3.7
 *     to 4.3.9</a>
 */
final class LocalHeaders {

    private static final long SIGNATURE = 0x04034b50L;
    private static final long DESCRIPTOR_SIGNATURE = 0x08074b50L;
    private static final int HEADER_BYTES = 30;

    private final ZipWindow zip;
    private final long directoryOffset;
    private final List<Finding> findings;
    private final Map<Long, Long> dataOffsets = new HashMap<>();

    private LocalHeaders(ZipWindow zip, long directoryOffset, List<Finding> findings) {
        this.zip = zip;
        this.directoryOffset = directoryOffset;
        this.findings = findings;
    }

    /**
     * Where the bytes of each entry begin, by the offset of its local header. Complete only where
     * no finding was added.
     */
    static Map<Long, Long> check(
            ZipWindow zip, ZipEnd end, List<ZipEntryHeader> headers, List<Finding> findings)
            throws IOException {
        LocalHeaders local = new LocalHeaders(zip, end.directoryOffset(), findings);
        local.checkAll(headers);
        return local.dataOffsets;
    }

    private void checkAll(List<ZipEntryHeader> headers) throws IOException {
        List<ZipEntryHeader> sorted = new ArrayList<>(headers);
        sorted.sort(Comparator.comparingLong(h -> h.sizes().offset()));
        long covered = 0;
        for (int i = 0; i < sorted.size() && findings.size() <= Report.MAX_FINDINGS; i++) {
            ZipEntryHeader header = sorted.get(i);
            long offset = header.sizes().offset();
            if (offset < covered) {
                add(ENT_005, header, offset);
            } else if (offset > covered) {
                findings.add(Finding.of(PKG_012, Location.PACK, covered, offset));
            }
            long next =
                    i + 1 < sorted.size() ? sorted.get(i + 1).sizes().offset() : directoryOffset;
            covered = Math.max(covered, check(header, Math.min(next, directoryOffset)));
        }
        if (covered < directoryOffset) {
            findings.add(Finding.of(PKG_012, Location.PACK, covered, directoryOffset));
        }
    }

    /** Checks one entry, up to where the next begins; gives the offset after its last byte. */
    private long check(ZipEntryHeader header, long next) throws IOException {
        long offset = header.sizes().offset();
        if (offset > directoryOffset - HEADER_BYTES
                || !zip.at(offset, HEADER_BYTES).hasSignature(0, SIGNATURE)) {
            add(ENT_006, header, offset);
            return next;
        }
        ZipFields fixed = zip.at(offset, HEADER_BYTES);
        int bytes = HEADER_BYTES + fixed.u2(26) + fixed.u2(28);
        long dataOffset = offset + bytes;
        long dataEnd = dataOffset + header.sizes().compressedBytes();
        if (dataEnd < 0 || dataEnd > directoryOffset) {
            add(ENT_026, header, offset);
            return next;
        }
        dataOffsets.put(offset, dataOffset);
        ZipFields local = zip.at(offset, bytes);
        ZipFields name = local.part(HEADER_BYTES, local.u2(26));
        if (!name.hasSameBytes(header.name().getBytes(StandardCharsets.UTF_8))) {
            add(ENT_007, header, offset, name.utf8().orElseGet(name::escaped));
        }
        Optional<ExtraFields> extra =
                ExtraFields.parse(local.part(HEADER_BYTES + local.u2(26), local.u2(28)));
        Optional<ZipSizes> sizes =
                extra.flatMap(e -> ZipSizes.of(local.u4(22), local.u4(18), 0, e));
        Optional<Rule> defect = CentralDirectory.defect(extra, sizes, name);
        if (defect.isPresent()) {
            add(defect.get(), header);
            return next;
        }
        checkFields(header, local, sizes.orElseThrow());
        if ((local.u2(6) & FLAG_DESCRIPTOR) == 0) {
            return dataEnd;
        }
        checkDescriptor(header, dataEnd, next, !extra.orElseThrow().zip64().isEmpty());
        return next;
    }

    /** The central header may leave out the mark of a data descriptor; all else is equal. */
    private void checkFields(ZipEntryHeader header, ZipFields local, ZipSizes sizes) {
        int flags = local.u2(6);
        boolean isLater = (flags & FLAG_DESCRIPTOR) != 0;
        if (flags != header.flags() && flags != (header.flags() | FLAG_DESCRIPTOR)) {
            add(ENT_008, header, "flags", header.flags(), flags);
        }
        if (local.u2(8) != header.method()) {
            add(ENT_008, header, "method", header.method(), local.u2(8));
        }
        same(header, "CRC", header.crc(), local.u4(14), isLater);
        same(header, "size", header.sizes().sizeBytes(), sizes.sizeBytes(), isLater);
        same(
                header,
                "compressed size",
                header.sizes().compressedBytes(),
                sizes.compressedBytes(),
                isLater);
    }

    /** With a data descriptor to come, a local header may say 0 or already the value. */
    private void same(
            ZipEntryHeader header, String field, long central, long local, boolean isLater) {
        if (central != local && !(isLater && local == 0)) {
            add(ENT_008, header, field, central, local);
        }
    }

    /**
     * The descriptor fills the space to the next header, with its signature or without, in the
     * width that the local header's zip64 record announces, and says what the directory says.
     */
    private void checkDescriptor(ZipEntryHeader header, long from, long to, boolean isZip64)
            throws IOException {
        int width = isZip64 ? Long.BYTES : Integer.BYTES;
        int bytes = 4 + 2 * width;
        long space = to - from;
        if (space != bytes && space != bytes + 4) {
            add(ENT_009, header, from);
            return;
        }
        ZipFields all = zip.at(from, (int) space);
        boolean isSigned = space > bytes;
        if (isSigned && !all.hasSignature(0, DESCRIPTOR_SIGNATURE)) {
            add(ENT_009, header, from);
            return;
        }
        ZipFields values = all.part(isSigned ? 4 : 0, bytes);
        long compressed = isZip64 ? values.u8(4) : values.u4(4);
        long size = isZip64 ? values.u8(12) : values.u4(8);
        if (values.u4(0) != header.crc()
                || compressed != header.sizes().compressedBytes()
                || size != header.sizes().sizeBytes()) {
            add(ENT_009, header, from);
        }
        if (header.method() == ZipEntryHeader.STORED) {
            add(ENT_010, header);
        }
    }

    private void add(Rule rule, ZipEntryHeader header, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(header.name()));
        arguments.addAll(List.of(more));
        findings.add(Finding.of(rule, EntryPaths.place(header.name()), arguments.toArray()));
    }
}

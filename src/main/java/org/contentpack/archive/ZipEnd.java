package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.PKG_001;
import static org.contentpack.finding.BuiltInRule.PKG_002;
import static org.contentpack.finding.BuiltInRule.PKG_003;
import static org.contentpack.finding.BuiltInRule.PKG_004;
import static org.contentpack.finding.BuiltInRule.PKG_005;
import static org.contentpack.finding.BuiltInRule.PKG_006;
import static org.contentpack.finding.BuiltInRule.PKG_007;
import static org.contentpack.finding.BuiltInRule.PKG_008;
import static org.contentpack.finding.BuiltInRule.PKG_009;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Rule;

/**
 * What the end of a zip says about its central directory. Found only where exactly one end record
 * reaches the file's last byte: readers differ in which of several they take.
 *
 * @param entries how many headers the directory holds
 * @param directoryOffset where it begins, in bytes from the start of the file
 * @param directoryEnd where it ends; the end records begin there
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3.10, 4.3.14
 *     to 4.3.16</a>
 */
record ZipEnd(long entries, long directoryOffset, long directoryEnd) {

    private static final long SIGNATURE = 0x06054b50L;
    private static final long ZIP64_SIGNATURE = 0x06064b50L;
    private static final long LOCATOR_SIGNATURE = 0x07064b50L;

    private static final int BYTES = 22;
    private static final int ZIP64_BYTES = 56;
    private static final int LOCATOR_BYTES = 20;
    private static final int MAX_COMMENT_BYTES = 0xFFFF;

    /** In a field of two bytes: the value stands in the zip64 record. */
    private static final int SATURATED_2 = 0xFFFF;

    /** In a field of four bytes: the value stands in the zip64 record. */
    private static final long SATURATED_4 = 0xFFFFFFFFL;

    /** The end, or empty with a finding added. */
    static Optional<ZipEnd> read(ZipWindow zip, List<Finding> findings) throws IOException {
        int tailBytes = (int) Math.min(zip.length(), BYTES + MAX_COMMENT_BYTES);
        long tailStart = zip.length() - tailBytes;
        ZipFields tail = zip.at(tailStart, tailBytes);
        OptionalInt found = find(tail, findings);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ZipFields end = tail.part(found.getAsInt(), BYTES);
        long endStart = tailStart + found.getAsInt();
        if (endStart >= LOCATOR_BYTES) {
            ZipFields locator = zip.at(endStart - LOCATOR_BYTES, LOCATOR_BYTES);
            if (locator.hasSignature(0, LOCATOR_SIGNATURE)) {
                return zip64(zip, end, locator, endStart - LOCATOR_BYTES, findings);
            }
        }
        if (end.u2(4) != 0 || end.u2(6) != 0 || end.u2(8) != end.u2(10)) {
            return refused(findings, PKG_005);
        }
        return directory(end.u2(10), end.u4(16), end.u4(12), endStart, findings);
    }

    private static OptionalInt find(ZipFields tail, List<Finding> findings) {
        List<Integer> exact = new ArrayList<>();
        int last = -1;
        int trailing = 0;
        boolean overrun = false;
        for (int at = 0; at + 4 <= tail.length(); at++) {
            if (!tail.hasSignature(at, SIGNATURE)) {
                continue;
            }
            last = at;
            if (at + BYTES <= tail.length()) {
                int end = at + BYTES + tail.u2(at + 20);
                overrun |= end > tail.length();
                trailing = end < tail.length() ? tail.length() - end : trailing;
                if (end == tail.length()) {
                    exact.add(at);
                }
            }
        }
        if (exact.size() == 1 && exact.get(0) == last) {
            return OptionalInt.of(last);
        }
        if (!exact.isEmpty()) {
            refused(findings, PKG_004);
        } else if (trailing > 0) {
            refused(findings, PKG_003, trailing);
        } else {
            refused(findings, overrun ? PKG_002 : PKG_001);
        }
        return OptionalInt.empty();
    }

    private static Optional<ZipEnd> zip64(
            ZipWindow zip, ZipFields end, ZipFields locator, long locatorStart, List<Finding> into)
            throws IOException {
        long recordStart = locatorStart - ZIP64_BYTES;
        // Field 4 of the locator counts disks from 0, field 16 their number.
        if (locator.u4(4) != 0 || locator.u4(16) != 1) {
            return refused(into, PKG_005);
        }
        long said = locator.u8(8);
        if (recordStart < 0 || said != recordStart) {
            return refused(into, PKG_007, Long.toUnsignedString(said));
        }
        ZipFields record = zip.at(recordStart, ZIP64_BYTES);
        if (!record.hasSignature(0, ZIP64_SIGNATURE) || record.u8(4) != ZIP64_BYTES - 12) {
            return refused(into, PKG_008, ZIP64_BYTES);
        }
        if (record.u4(16) != 0
                || record.u4(20) != 0
                || record.u8(24) != record.u8(32)
                || contradicts(end.u2(4), SATURATED_2, 0)
                || contradicts(end.u2(6), SATURATED_2, 0)) {
            return refused(into, PKG_005);
        }
        if (contradicts(end.u2(8), SATURATED_2, record.u8(24))
                || contradicts(end.u2(10), SATURATED_2, record.u8(32))
                || contradicts(end.u4(12), SATURATED_4, record.u8(40))
                || contradicts(end.u4(16), SATURATED_4, record.u8(48))) {
            return refused(into, PKG_009);
        }
        return directory(record.u8(32), record.u8(48), record.u8(40), recordStart, into);
    }

    private static boolean contradicts(long value, long saturated, long zip64) {
        return value != saturated && value != zip64;
    }

    private static Optional<ZipEnd> directory(
            long entries, long offset, long bytes, long end, List<Finding> findings) {
        if (offset < 0 || offset > end || bytes != end - offset || entries < 0) {
            return refused(
                    findings,
                    PKG_006,
                    Long.toUnsignedString(offset),
                    Long.toUnsignedString(bytes),
                    end);
        }
        return Optional.of(new ZipEnd(entries, offset, end));
    }

    private static Optional<ZipEnd> refused(
            List<Finding> findings, Rule rule, Object... arguments) {
        findings.add(Finding.of(rule, Location.PACK, arguments));
        return Optional.empty();
    }
}

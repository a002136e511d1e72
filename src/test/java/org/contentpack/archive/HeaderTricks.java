package org.contentpack.archive;

import static org.contentpack.archive.HostileZip.bytes;
import static org.contentpack.archive.HostileZip.extra;
import static org.contentpack.archive.HostileZip.ints;
import static org.contentpack.archive.HostileZip.joined;
import static org.contentpack.archive.HostileZip.longs;
import static org.contentpack.archive.HostileZip.patched;
import static org.contentpack.archive.Results.refusal;
import static org.contentpack.finding.Refusal.ARCHIVE_AMBIGUOUS;
import static org.contentpack.finding.Refusal.ARCHIVE_MALFORMED;
import static org.contentpack.finding.Refusal.ARCHIVE_UNSAFE_PATH;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.contentpack.finding.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Tricks with headers that disagree with each other or with the bytes. */
final class HeaderTricks {

    private final List<Trick> tricks = new ArrayList<>();

    private HeaderTricks() {}

    static List<Trick> all() {
        HeaderTricks all = new HeaderTricks();
        all.disagreements();
        all.sizes64();
        all.contents();
        return all.tricks;
    }

    private void trick(String name, HostileZip zip, Refusal refusal, String... findings) {
        trick(name, zip.bytes(), refusal, findings);
    }

    private void trick(String name, byte[] zip, Refusal refusal, String... findings) {
        tricks.add(new Trick(name, zip, refusal, List.of(findings)));
    }

    private void disagreements() {
        trick(
                "Z12 entry missing in the directory",
                good().file("c.md", "hidden", e -> e.hasCentral = false),
                ARCHIVE_AMBIGUOUS,
                "PKG-012");
        trick(
                "Z12 entry missing between others",
                new HostileZip()
                        .file("a.md", "alpha")
                        .file("c.md", "hidden", e -> e.hasCentral = false)
                        .file("b.md", "beta"),
                ARCHIVE_AMBIGUOUS,
                "PKG-012");
        trick(
                "Z13 entry without local header",
                good().file("c.md", "", e -> e.hasLocal = false),
                ARCHIVE_AMBIGUOUS,
                "ENT-006 c.md");
        trick(
                "Z13 names differ",
                one(e -> e.localName = "b.md".getBytes(UTF_8)),
                ARCHIVE_AMBIGUOUS,
                "ENT-007 a.md");
        trick("Z14 CRC wrong", one(e -> e.crc++), ARCHIVE_MALFORMED, "ENT-021 a.md");
        trick(
                "Z14 CRC differs",
                one(e -> e.localCrc = OptionalLong.of(1)),
                ARCHIVE_MALFORMED,
                "ENT-008 a.md");
        trick(
                "Z14 size differs",
                one(e -> e.localSize = OptionalLong.of(4)),
                ARCHIVE_MALFORMED,
                "ENT-008 a.md");
        trick(
                "Z14 compressed size differs",
                one(e -> e.localCompressed = OptionalLong.of(4)),
                ARCHIVE_MALFORMED,
                "ENT-008 a.md");
        trick(
                "Z14 method differs",
                one(e -> e.localMethod = OptionalLong.of(8)),
                ARCHIVE_MALFORMED,
                "ENT-008 a.md");
        trick(
                "Z14 flags differ",
                one(e -> e.localFlags = OptionalLong.of(0)),
                ARCHIVE_MALFORMED,
                "ENT-008 a.md");
        trick(
                "Z14 descriptor differs",
                one(e -> e.deflate().streamed(ints(0x08074b50, e.crc, e.compressed, e.size + 1))),
                ARCHIVE_MALFORMED,
                "ENT-009 a.md");
        trick(
                "Z14 descriptor of 64 bits without notice",
                one(
                        e ->
                                e.deflate()
                                        .streamed(
                                                longs(
                                                        0x08074b50L | e.crc << 32,
                                                        e.compressed,
                                                        e.size))),
                ARCHIVE_MALFORMED,
                "ENT-009 a.md");
        trick(
                "Z14 descriptor with another signature",
                one(e -> e.deflate().streamed(ints(0x08074b51, e.crc, e.compressed, e.size))),
                ARCHIVE_MALFORMED,
                "ENT-009 a.md");
        trick(
                "descriptor behind stored bytes",
                one(e -> e.streamed(ints(0x08074b50, e.crc, e.compressed, e.size))),
                ARCHIVE_AMBIGUOUS,
                "ENT-010 a.md");
        HostileZip.Entry inner = new HostileZip.Entry("b.md", "beta".getBytes(UTF_8));
        trick(
                "Z19 overlapping entries",
                new HostileZip()
                        .file("a.md", HostileZip.local(inner), e -> {})
                        .file(
                                "b.md",
                                "beta",
                                e -> {
                                    e.hasLocal = false;
                                    e.offset = OptionalLong.of(34);
                                }),
                ARCHIVE_AMBIGUOUS,
                "ENT-005 b.md");
        trick(
                "Z19 one entry under two names",
                good().file(
                                "c.md",
                                "alpha",
                                e -> {
                                    e.hasLocal = false;
                                    e.offset = OptionalLong.of(0);
                                }),
                ARCHIVE_AMBIGUOUS,
                "ENT-005 c.md",
                "ENT-007 c.md");
        trick(
                "bytes reach into the directory",
                one(
                        e -> {
                            e.size = 6;
                            e.compressed = 6;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-026 a.md");
    }

    private void sizes64() {
        byte[] wide = good().zip64().bytes();
        int record = wide.length - 98;
        int locator = wide.length - 42;
        trick(
                "Z17 locator points elsewhere",
                patched(wide, locator + 8, 8, 7),
                ARCHIVE_MALFORMED,
                "PKG-007");
        trick(
                "Z17 locator far away",
                patched(wide, locator + 8, 8, -1),
                ARCHIVE_MALFORMED,
                "PKG-007");
        trick(
                "Z17 record of another length",
                patched(wide, record + 4, 8, 45),
                ARCHIVE_MALFORMED,
                "PKG-008");
        trick("Z17 no record", patched(wide, record, 4, 0), ARCHIVE_MALFORMED, "PKG-008");
        trick("Z17 counts contradict", patched(wide, -12, 2, 1), ARCHIVE_MALFORMED, "PKG-009");
        trick("Z17 offsets contradict", patched(wide, -6, 4, 1), ARCHIVE_MALFORMED, "PKG-009");
        trick(
                "Z17 negative offset",
                patched(wide, record + 48, 8, -1),
                ARCHIVE_AMBIGUOUS,
                "PKG-006");
        trick("Z28 two disks", patched(wide, locator + 16, 4, 2), ARCHIVE_MALFORMED, "PKG-005");
        trick(
                "Z28 record on disk 1",
                patched(wide, record + 16, 4, 1),
                ARCHIVE_MALFORMED,
                "PKG-005");
        trick(
                "Z17 extra too short",
                one(
                        e -> {
                            e.extra = extra(1, longs(5));
                            e.size = -1;
                            e.compressed = -1;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-003 a.md");
        trick(
                "Z17 extra too long",
                one(e -> e.extra = extra(1, longs(5, 5))),
                ARCHIVE_MALFORMED,
                "ENT-003 a.md");
        trick("Z17 extra absent", one(e -> e.size = -1), ARCHIVE_MALFORMED, "ENT-003 a.md");
        trick(
                "Z17 extra twice",
                one(
                        e -> {
                            e.extra = joined(extra(1, longs(5)), extra(1, longs(6)));
                            e.size = -1;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-003 a.md");
        trick(
                "Z17 negative size",
                one(
                        e -> {
                            e.extra = extra(1, longs(-5));
                            e.size = -1;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-003 a.md");
        trick(
                "Z17 local extra contradicts",
                one(
                        e -> {
                            e.localExtra = extra(1, longs(6, 5));
                            e.localSize = OptionalLong.of(-1);
                            e.localCompressed = OptionalLong.of(-1);
                        }),
                ARCHIVE_MALFORMED,
                "ENT-008 a.md");
        trick(
                "Z17 offset beyond every file",
                one(
                        e -> {
                            e.localExtra = bytes();
                            e.extra = extra(1, longs(Long.MAX_VALUE));
                            e.offset = OptionalLong.of(-1);
                        }),
                ARCHIVE_AMBIGUOUS,
                "PKG-012",
                "ENT-006 a.md");
        trick(
                "Z17 compressed size beyond every file",
                one(
                        e -> {
                            e.deflate();
                            e.extra = extra(1, longs(Long.MAX_VALUE));
                            e.compressed = -1;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-026 a.md");
        trick(
                "extra of three bytes",
                one(e -> e.extra = new byte[3]),
                ARCHIVE_MALFORMED,
                "ENT-002 a.md");
        trick(
                "local extra of three bytes",
                one(e -> e.localExtra = new byte[3]),
                ARCHIVE_MALFORMED,
                "ENT-002 a.md");
    }

    private void contents() {
        trick("Z14 stored with two sizes", one(e -> e.size = 4), ARCHIVE_MALFORMED, "ENT-020 a.md");
        trick(
                "L2 more than declared",
                one(e -> e.deflate().size = 4),
                ARCHIVE_MALFORMED,
                "ENT-022 a.md");
        trick(
                "L2 a thousand times more than declared",
                new HostileZip().file("a.md", new byte[1 << 20], e -> e.deflate().size = 1 << 10),
                ARCHIVE_MALFORMED,
                "ENT-022 a.md");
        trick(
                "less than declared",
                one(e -> e.deflate().size = 6),
                ARCHIVE_MALFORMED,
                "ENT-023 a.md");
        trick(
                "no deflate data",
                one(
                        e -> {
                            e.deflate();
                            e.data[0] = -1;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-024 a.md");
        trick(
                "deflate data without an end",
                one(
                        e -> {
                            e.deflate();
                            e.data = java.util.Arrays.copyOf(e.data, e.data.length - 2);
                            e.compressed = e.data.length;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-024 a.md");
        trick(
                "bytes behind the deflate data",
                one(
                        e -> {
                            e.deflate();
                            e.data = joined(e.data, new byte[9]);
                            e.compressed = e.data.length;
                        }),
                ARCHIVE_MALFORMED,
                "ENT-025 a.md");
        trick(
                "all wrong paths at once",
                two("../a", "b\\c").file("d?", "x"),
                ARCHIVE_UNSAFE_PATH,
                "ENT-035 ../a",
                "ENT-034 b\\c",
                "ENT-039 d?");
    }

    private static HostileZip good() {
        return new HostileZip().file("a.md", "alpha").file("b.md", "beta");
    }

    private static HostileZip one(Consumer<HostileZip.Entry> lie) {
        return new HostileZip().file("a.md", "alpha", lie);
    }

    private static HostileZip two(String first, String second) {
        return new HostileZip().file(first, "x").file(second, "y");
    }
}

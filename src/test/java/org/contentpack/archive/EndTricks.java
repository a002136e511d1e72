package org.contentpack.archive;

import static org.contentpack.archive.HostileZip.joined;
import static org.contentpack.archive.HostileZip.patched;
import static org.contentpack.archive.Results.refusal;
import static org.contentpack.finding.Refusal.ARCHIVE_AMBIGUOUS;
import static org.contentpack.finding.Refusal.ARCHIVE_MALFORMED;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.contentpack.finding.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tricks with the end of a zip and with what surrounds it. */
final class EndTricks {

    private final List<Trick> tricks = new ArrayList<>();

    private EndTricks() {}

    static List<Trick> all() {
        EndTricks all = new EndTricks();
        all.ends();
        return all.tricks;
    }

    private void trick(String name, HostileZip zip, Refusal refusal, String... findings) {
        trick(name, zip.bytes(), refusal, findings);
    }

    private void trick(String name, byte[] zip, Refusal refusal, String... findings) {
        tricks.add(new Trick(name, zip, refusal, List.of(findings)));
    }

    private void ends() {
        byte[] good = good().bytes();
        trick("Z15 zip in the comment", good().comment(good), ARCHIVE_AMBIGUOUS, "PKG-004");
        trick(
                "Z15 end signature in the comment",
                good().comment("see PK\5\6 here".getBytes(UTF_8)),
                ARCHIVE_AMBIGUOUS,
                "PKG-004");
        trick("Z15 two zips", joined(good, good), ARCHIVE_AMBIGUOUS, "PKG-006");
        trick(
                "Z16 prefix, offsets as before it",
                joined("MZ".getBytes(UTF_8), good),
                ARCHIVE_AMBIGUOUS,
                "PKG-006");
        trick(
                "Z16 prefix, offsets adjusted",
                good().prefix("%PDF-1.7"),
                ARCHIVE_AMBIGUOUS,
                "PKG-012");
        trick("Z16 suffix", good().suffix("tail"), ARCHIVE_AMBIGUOUS, "PKG-003");
        trick(
                "Z16 signature block before the directory",
                good().beforeDirectory(new byte[32]),
                ARCHIVE_AMBIGUOUS,
                "PKG-012");
        trick(
                "Z16 bytes between directory and end",
                good().beforeEnd(new byte[8]),
                ARCHIVE_AMBIGUOUS,
                "PKG-006");
        trick("Z27 empty zip", new HostileZip(), ARCHIVE_MALFORMED, "PKG-013");
        trick("Z27 nothing", new byte[0], ARCHIVE_MALFORMED, "PKG-001");
        trick("Z27 text", "<html>".repeat(99).getBytes(UTF_8), ARCHIVE_MALFORMED, "PKG-001");
        trick("Z27 cut inside the comment", patched(good, -2, 2, 5), ARCHIVE_MALFORMED, "PKG-002");
        trick("Z28 this disk is 1", patched(good, -18, 2, 1), ARCHIVE_MALFORMED, "PKG-005");
        trick("Z28 directory on disk 1", patched(good, -16, 2, 1), ARCHIVE_MALFORMED, "PKG-005");
        trick(
                "Z28 fewer entries on this disk",
                patched(good, -14, 2, 1),
                ARCHIVE_MALFORMED,
                "PKG-005");
        trick("Z28 entry on disk 1", one(e -> e.disk = 1), ARCHIVE_MALFORMED, "PKG-005");
        byte[] fewer = patched(patched(good, -14, 2, 1), -12, 2, 1);
        trick("Z12 directory longer than its count", fewer, ARCHIVE_MALFORMED, "PKG-011");
        byte[] more = patched(patched(good, -14, 2, 3), -12, 2, 3);
        trick("Z13 directory shorter than its count", more, ARCHIVE_MALFORMED, "PKG-011");
        int directory = good.length - 22 - 2 * 50;
        trick(
                "broken header in the directory",
                patched(good, directory, 4, 0),
                ARCHIVE_MALFORMED,
                "PKG-010");
        trick(
                "name longer than the directory",
                patched(good, directory + 50 + 28, 2, 500),
                ARCHIVE_MALFORMED,
                "PKG-010");
    }

    private static HostileZip good() {
        return new HostileZip().file("a.md", "alpha").file("b.md", "beta");
    }

    private static HostileZip one(Consumer<HostileZip.Entry> lie) {
        return new HostileZip().file("a.md", "alpha", lie);
    }
}

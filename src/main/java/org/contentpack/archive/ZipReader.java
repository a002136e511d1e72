package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.PKG_013;
import static org.contentpack.finding.BuiltInRule.PKG_014;
import static org.contentpack.finding.BuiltInRule.PKG_015;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Rule;

/**
 * Reads a pack from a zip file with the pack's files at its root, against {@link JarPacks}, where
 * packs lie deeper among other entries, and {@link FolderReader}.
 *
 * <p>A zip says everything two or three times, and readers differ in which saying they believe.
 * Here an archive is read only where all agree: one end record at the very end, a central directory
 * that fills the space before it, and local headers that say the same and cover the rest without
 * gap or overlap. Everything that headers can tell, lengths and ratios above all, is decided before
 * a single byte is inflated. Nothing is ever unpacked to disk. Times are never looked at.
 *
 * <p>Decisions on what other readers take differently stand in {@code docs/zip-decisions.md}. Safe
 * for use by several threads.
 */
public final class ZipReader {

    private final Limits limits;

    public ZipReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a zip that stays the caller's: it must not change before the files are closed, and it
     * is never deleted here. The files hold it open only while one of them is being read.
     */
    public OpenResult open(Path zipFile) throws IOException {
        return open(zipFile, () -> {});
    }

    /**
     * Reads a zip that was made for this reading only, such as a received upload: it is deleted
     * when the files are closed, and at once where they are refused or cannot be read.
     */
    public OpenResult openTemporary(Path zipFile) throws IOException {
        boolean isOpened = false;
        try {
            OpenResult result = open(zipFile, () -> Files.deleteIfExists(zipFile));
            isOpened = result instanceof OpenResult.Opened;
            return result;
        } finally {
            if (!isOpened) {
                Files.deleteIfExists(zipFile);
            }
        }
    }

    private OpenResult open(Path zipFile, Closeable owned) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (ZipWindow zip = ZipWindow.open(zipFile)) {
            if (zip.length() > limits.archiveBytes()) {
                return refused(PKG_014, limits.archiveBytes());
            }
            Optional<ZipEnd> end = ZipEnd.read(zip, findings);
            if (end.isEmpty()) {
                return new OpenResult.Refused(findings);
            }
            if (end.get().entries() == 0) {
                return refused(PKG_013);
            }
            if (end.get().entries() > limits.entries()) {
                return refused(PKG_015, limits.entries());
            }
            List<ZipEntryHeader> entries = CentralDirectory.read(zip, end.get(), findings);
            if (!findings.isEmpty()) {
                return new OpenResult.Refused(findings);
            }
            ZipPack pack = new ZipPack(entries, limits);
            if (!pack.findings().isEmpty()) {
                return new OpenResult.Refused(pack.findings());
            }
            Map<Long, Long> dataOffsets = LocalHeaders.check(zip, end.get(), entries, findings);
            return findings.isEmpty()
                    ? pack.read(zipFile, dataOffsets, owned)
                    : new OpenResult.Refused(findings);
        }
    }

    private static OpenResult refused(Rule rule, Object... arguments) {
        return new OpenResult.Refused(List.of(Finding.of(rule, Location.PACK, arguments)));
    }
}

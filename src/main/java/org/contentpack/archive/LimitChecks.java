package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_044;
import static org.contentpack.finding.BuiltInRule.ENT_045;
import static org.contentpack.finding.BuiltInRule.PKG_016;

import java.util.ArrayList;
import java.util.List;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;

/** Holds the lengths of one pack's files to the {@link Limits}, as declared or as read. */
final class LimitChecks {

    /** Below this length a file may be compressed as well as it goes. */
    private static final long RATIO_FROM_BYTES = 1L << 20;

    private final Limits limits;
    private final List<Finding> findings = new ArrayList<>();
    private long totalBytes;

    LimitChecks(Limits limits) {
        this.limits = limits;
    }

    /** Takes in the length of one file. */
    void file(String path, long sizeBytes) {
        if (sizeBytes > limits.entryBytes()) {
            findings.add(Finding.of(ENT_044, EntryPaths.place(path), path, limits.entryBytes()));
        }
        boolean wasWithin = totalBytes <= limits.totalBytes();
        // Cut, so that huge lengths cannot wrap around.
        totalBytes += Math.min(sizeBytes, limits.totalBytes() + 1);
        if (wasWithin && totalBytes > limits.totalBytes()) {
            findings.add(Finding.of(PKG_016, Location.PACK, limits.totalBytes()));
        }
    }

    /** Takes in the lengths of one file that comes compressed. */
    void file(String path, ZipSizes sizes) {
        file(path, sizes.sizeBytes());
        // Divided, not multiplied, so that huge lengths cannot wrap around; rounded up.
        long leastCompressed = (sizes.sizeBytes() - 1) / limits.ratio() + 1;
        if (sizes.sizeBytes() > RATIO_FROM_BYTES && sizes.compressedBytes() < leastCompressed) {
            findings.add(Finding.of(ENT_045, EntryPaths.place(path), path, limits.ratio()));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}

package org.contentpack.manifest;

import java.util.List;
import org.contentpack.finding.Finding;

/**
 * What came of reading a pack: its documents as far as they can be read, and all that is wrong
 * within single files, sorted.
 */
public record PackReading(PackDocument document, List<Finding> findings) {
    public PackReading {
        findings = findings.stream().sorted().toList();
    }
}

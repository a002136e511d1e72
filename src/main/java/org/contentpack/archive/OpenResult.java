package org.contentpack.archive;

import java.util.List;
import org.contentpack.finding.Finding;

/** What came of looking at a folder, a zip or a class-path folder. */
public sealed interface OpenResult {

    /**
     * The files can be read.
     *
     * @param notes findings that are no errors, such as files that were left out
     */
    record Opened(PackFiles files, List<Finding> notes) implements OpenResult {
        public Opened {
            notes = List.copyOf(notes);
        }
    }

    /** The container is not one that a pack may come in; nothing is left open or on disk. */
    record Refused(List<Finding> findings) implements OpenResult {
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a refusal must have a finding");
            }
        }
    }
}

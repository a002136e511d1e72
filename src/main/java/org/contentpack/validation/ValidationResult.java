package org.contentpack.validation;

import java.util.Optional;
import org.contentpack.finding.Report;
import org.contentpack.pack.Release;

/** What came of validating the files of one pack. */
public sealed interface ValidationResult {

    /** All findings of the pack. */
    Report report();

    /** The pack keeps all rules whose breach refuses it; the report has warnings at most. */
    record Accepted(Release release, Report report) implements ValidationResult {
        public Accepted {
            if (report.hasErrors()) {
                throw new IllegalArgumentException("an accepted pack must have no error");
            }
        }
    }

    /**
     * The pack is refused.
     *
     * @param id as written in the manifest, whatever it is; empty where there is none
     * @param version as written in the manifest, whatever it is; empty where there is none
     */
    record Refused(Report report, Optional<String> id, Optional<String> version)
            implements ValidationResult {
        public Refused {
            if (!report.hasErrors()) {
                throw new IllegalArgumentException("a refused pack must have an error");
            }
        }
    }
}

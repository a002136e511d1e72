package org.contentpack.ingest;

import org.contentpack.finding.Report;

/** What came of a file that was taken in. Findings lie in that file, not in the draft. */
public sealed interface IngestResult {

    /**
     * What was found: an error keeps the draft from being published until a person has decided, a
     * warning asks a person to look, and the rest tells what was done.
     */
    Report report();

    /** There is a draft. */
    record Drafted(PackDraft draft, Report report) implements IngestResult {}

    /** The file holds no article that could be read; the report says why. */
    record NoArticle(Report report) implements IngestResult {}
}

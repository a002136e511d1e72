package org.contentpack.manifest;

import org.contentpack.manifest.DocumentBinder.Bound;

/** What is said of a document once it is read. */
interface DocumentCheck {

    /** Of what was checked before: says nothing. */
    DocumentCheck NONE = (bound, findings) -> {};

    /** Adds what is wrong with the document. */
    void check(Bound<? extends Record> bound, FileFindings findings);
}

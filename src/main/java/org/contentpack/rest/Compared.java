package org.contentpack.rest;

import java.util.List;
import org.contentpack.compare.ReleaseComparison;

/**
 * Two releases of a pack and what is different between them.
 *
 * @param notes of the releases above the earlier one and up to the later, highest first; none where
 *     the later one is the lower
 */
record Compared(
        ReleaseLookup.Found from,
        ReleaseLookup.Found to,
        List<CompareAnswer.Note> notes,
        ReleaseComparison comparison) {

    Compared {
        notes = List.copyOf(notes);
    }
}

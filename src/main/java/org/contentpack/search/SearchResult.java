package org.contentpack.search;

import java.util.List;
import java.util.Optional;

/** What came of looking. */
public sealed interface SearchResult {

    /**
     * One page.
     *
     * @param hits best first; fewer than asked for where some were withdrawn a moment ago
     * @param next where the next page begins; empty on the last
     */
    record Found(List<Hit> hits, Optional<Cursor> next) implements SearchResult {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** The index does not have what was asked for yet, and is about to. */
    record NotReady() implements SearchResult {}
}

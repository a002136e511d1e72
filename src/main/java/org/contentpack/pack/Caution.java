package org.contentpack.pack;

import java.util.List;
import java.util.Optional;

/**
 * For whom the advice beside it is not.
 *
 * @param markdown its text
 * @param cites what it rests on; empty where {@code basis} says so
 * @param basis a word for what it rests on where that is no source, such as {@code general-caution}
 */
public record Caution(String markdown, List<SourceId> cites, Optional<String> basis) {
    public Caution {
        cites = List.copyOf(cites);
    }
}

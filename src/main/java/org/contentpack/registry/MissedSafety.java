package org.contentpack.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.version.Version;

/**
 * A safety change of a text that a translation of it lacks.
 *
 * @param version of the release that made the change
 * @param text the change note, in the language of the pack; empty where the release was erased, so
 *     that nobody knows any more what it changed
 */
public record MissedSafety(Version version, Optional<String> text) {

    /** Several in one line: {@code 1.1.0: Not for children. 1.3.0: …}. */
    public static String line(List<MissedSafety> missed) {
        return missed.stream()
                .map(m -> m.version() + ": " + m.text().orElse("…"))
                .collect(Collectors.joining(" "));
    }
}

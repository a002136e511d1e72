package org.contentpack.compare;

import java.util.Optional;

/**
 * One named value that is different on two sides.
 *
 * @param name as in the pack's files
 * @param from empty where it is not there
 * @param to likewise
 */
public record FieldChange(String name, Optional<String> from, Optional<String> to) {

    /** Word by word. */
    public WordDiff words() {
        return WordDiff.of(from.orElse(""), to.orElse(""));
    }
}

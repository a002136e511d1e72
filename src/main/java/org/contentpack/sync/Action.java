package org.contentpack.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a plan wants to do with one item. */
public enum Action {
    /** There is no item yet. */
    CREATE,
    /** The release has changed, nobody else. */
    UPDATE,
    /** Editors have changed what the release has not: nothing is written. */
    KEEP,
    /** The release and editors have changed different places, or a person has decided. */
    MERGE,
    /** A place that both have changed waits for a person; it stays as it is until then. */
    CONFLICT,
    /** The article is no longer there or was withdrawn. */
    RETIRE,
    /** Item and release say the same. */
    UNCHANGED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Action> parse(String text) {
        return Arrays.stream(values()).filter(a -> a.id().equals(text)).findFirst();
    }
}

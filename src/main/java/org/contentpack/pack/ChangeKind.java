package org.contentpack.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How much a change matters to a reader, chosen by a person, against {@link
 * org.contentpack.version.Bump}, which is computed from the structure.
 */
public enum ChangeKind {
    /** Readers of the former text may come to harm. */
    SAFETY,
    /** The former text was wrong. */
    CORRECTION,
    /** Something new is said. */
    ADDITION,
    /** The same is said in other words. */
    EDITORIAL,
    /** Only what is said of the review has changed. */
    REVIEW;

    /** The word that stands in packs and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ChangeKind> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.id().equals(text)).findFirst();
    }
}

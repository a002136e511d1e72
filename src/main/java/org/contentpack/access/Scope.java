package org.contentpack.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A right that a caller can have. Reading published packs needs none. */
public enum Scope {
    /** Validate packs, register releases, move channels. */
    PUBLISH,
    /** Withdraw releases and articles, and reinstate them. */
    WITHDRAW,
    /** State that an article was reviewed. */
    REVIEW,
    /** Plan and apply changes to targets, and read what editors wrote there. */
    SYNC,
    /** Read the audit log and the bytes of withdrawn releases. */
    AUDIT;

    /** The word in configuration and messages, such as {@code publish}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this word. */
    public static Optional<Scope> parse(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }
}

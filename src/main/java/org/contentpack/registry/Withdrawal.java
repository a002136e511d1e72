package org.contentpack.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a release, or one article in it, should no longer be used.
 *
 * @param note for readers: at most {@value #MAX_NOTE} characters; required where the text is no
 *     longer shown
 * @param replacedBy what to read instead: a version of the pack or an {@code https:} address, at
 *     most {@value #MAX_REPLACEMENT} characters
 */
public record Withdrawal(Kind kind, Optional<String> note, Optional<String> replacedBy) {

    /** Longest note in characters. */
    public static final int MAX_NOTE = 1_000;

    /** Longest replacement in characters. */
    public static final int MAX_REPLACEMENT = 500;

    /** What a withdrawal means for readers. */
    public enum Kind {
        /** There is something better; still shown, with a notice. */
        SUPERSEDED,
        /** Too old to rely on; still shown, with a notice. */
        EXPIRED,
        /** Wrong in a way that may harm; no longer shown. */
        ERROR,
        /** Taken back; no longer shown. */
        GONE,
        /** Has to be destroyed by law; the bytes are no longer there. */
        ERASED;

        /** The word that stands in requests and answers. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> parse(String text) {
            return Arrays.stream(values()).filter(v -> v.id().equals(text)).findFirst();
        }

        /** Whether readers still get the text. */
        public boolean isShown() {
            return this == SUPERSEDED || this == EXPIRED;
        }
    }

    public Withdrawal {
        if (note.isEmpty() && !kind.isShown()) {
            throw new IllegalArgumentException(
                    "a withdrawal of kind \"" + kind.id() + "\" must say why");
        }
        if (note.map(n -> n.isBlank() || n.length() > MAX_NOTE).orElse(false)) {
            throw new IllegalArgumentException("a note must have 1 to " + MAX_NOTE + " characters");
        }
        if (replacedBy.map(r -> r.isBlank() || r.length() > MAX_REPLACEMENT).orElse(false)) {
            throw new IllegalArgumentException(
                    "a replacement must have 1 to " + MAX_REPLACEMENT + " characters");
        }
    }
}

package org.contentpack.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What signatures a release has to have. */
public enum SignaturePolicy {
    /** Signatures are neither looked at nor kept. */
    NONE,
    /** A release may come without; what comes must be right. */
    VERIFY_IF_PRESENT,
    /** A release needs at least one. */
    REQUIRED;

    /** The word in configuration. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SignaturePolicy> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.id().equals(text)).findFirst();
    }
}

package org.contentpack.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon to get help, most urgent first. */
public enum Urgency {
    /** Call the emergency number now. */
    EMERGENCY,
    /** Get medical help without waiting for an appointment. */
    URGENT,
    /** Make an appointment. */
    ROUTINE;

    /** The word that stands in packs and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Urgency> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.id().equals(text)).findFirst();
    }
}

package org.contentpack.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What readers get of a translation that lacks a safety change of its source. */
public enum StaleTranslations {
    /** The translation, and before it what it lacks. */
    BANNER,
    /** Nothing: the source language answers in its place, until the text is translated anew. */
    HOLD;

    /** The word that stands in the configuration. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StaleTranslations> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.id().equals(text)).findFirst();
    }
}

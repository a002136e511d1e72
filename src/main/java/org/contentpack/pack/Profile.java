package org.contentpack.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A set of further rules that a pack asks to be held to. */
public enum Profile {
    /** Texts about health: disclaimer, when to get help, sources, truthful review. */
    HEALTH;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Profile> parse(String text) {
        return Arrays.stream(values()).filter(p -> p.id().equals(text)).findFirst();
    }
}

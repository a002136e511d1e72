package org.contentpack.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a section is for. */
public enum SectionKind {
    CAUSE,
    PREVENTION,
    TREATMENT,
    /** Signs on which to act, each with an {@link Urgency}. */
    WHEN_TO_GET_HELP,
    SUMMARY,
    ABOUT;

    /** The word that stands in packs and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SectionKind> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.id().equals(text)).findFirst();
    }
}

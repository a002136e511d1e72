package org.contentpack.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a redirect or a removal speaks of. */
public enum ItemKind {
    ARTICLE,
    SECTION,
    ASSET;

    /** The word that stands in packs and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ItemKind> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.id().equals(text)).findFirst();
    }
}

package org.contentpack.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who can see an item, in terms that every CMS has. */
public enum ItemStatus {
    /** Readers see it. */
    LIVE,
    /** Editors see it; also what a CMS calls pending, private or scheduled. */
    DRAFT,
    /** Put aside by an editor or by a retirement; it can be brought back in the CMS. */
    TRASHED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ItemStatus> parse(String text) {
        return Arrays.stream(values()).filter(s -> s.id().equals(text)).findFirst();
    }
}

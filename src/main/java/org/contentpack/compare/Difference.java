package org.contentpack.compare;

import java.util.Locale;

/** How something stands in one release against another; several may be true of one thing. */
public enum Difference {
    ADDED,
    REMOVED,
    /** Under another name now, by a redirect. */
    RENAMED,
    /** Among the others in another place. */
    MOVED,
    CHANGED;

    /** The word that stands in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

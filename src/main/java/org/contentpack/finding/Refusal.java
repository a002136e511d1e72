package org.contentpack.finding;

import java.util.Locale;

/**
 * Why a pack is refused as a whole, in the order of the stages that look at it: a pack that fails
 * at several is refused for the first.
 */
public enum Refusal {
    ARCHIVE_MALFORMED,
    ARCHIVE_AMBIGUOUS,
    ARCHIVE_UNSAFE_PATH,
    ARCHIVE_ENTRY_TYPE,
    ARCHIVE_LIMITS,
    MANIFEST_INVALID,
    MANIFEST_MISMATCH,
    CONTENT_INVALID,
    ASSET_TYPE_MISMATCH,
    ASSET_UNSAFE,
    VERSION_EXISTS;

    /** The last part of the problem type, such as {@code archive-malformed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.contentpack.export.wordpress;

import java.util.Locale;
import org.contentpack.pack.Digest;

/**
 * The post meta in which a post says where it comes from: for the connector, which writes and reads
 * them, for the import file, and for the companion plugin, which registers them.
 */
public enum PostMeta {
    PACK,
    ARTICLE,
    LANGUAGE,
    VERSION,
    /** Digest of the release. */
    RELEASE,
    /** Digest of the article's file, or of a picture's. */
    DIGEST,
    REVIEW,
    NOTICE,
    /** {@link #written} of what was last written, by which the plugin sees a changed text. */
    WRITTEN;

    /** Longest notice in characters: the plugin takes 8,192 bytes. */
    private static final int LONGEST_NOTICE = 2_000;

    /** The name under which WordPress keeps it. */
    public String key() {
        return "contentpack_" + name().toLowerCase(Locale.ROOT);
    }

    /** A notice as far as the plugin takes it. */
    public static String notice(String notice) {
        return notice.length() > LONGEST_NOTICE ? notice.substring(0, LONGEST_NOTICE) : notice;
    }

    /** The value of {@link #WRITTEN} for a post. */
    public static String written(String title, String excerpt, String content) {
        return Digest.of(title + "\n" + excerpt + "\n" + content).value();
    }
}

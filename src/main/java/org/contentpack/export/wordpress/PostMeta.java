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
    /** A withdrawal in words; the plugin takes 8,192 bytes, and the longest has some 3,100. */
    NOTICE,
    /** {@link #written} of what was last written, by which the plugin sees a changed text. */
    WRITTEN;

    /** The name under which WordPress keeps it. */
    public String key() {
        return "contentpack_" + name().toLowerCase(Locale.ROOT);
    }

    /** The value of {@link #WRITTEN} for a post. */
    public static String written(String title, String excerpt, String content) {
        return Digest.of(title + "\n" + excerpt + "\n" + content).value();
    }
}

package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.contentpack.sync.Marks;

/** The post meta in which our marks stand; the companion plugin registers them. */
enum Meta {
    PACK,
    ARTICLE,
    LANGUAGE,
    VERSION,
    /** Digest of the release. */
    RELEASE,
    /** Digest of the article's file. */
    DIGEST,
    REVIEW,
    NOTICE,
    /** Digest of what was last written, by which the plugin sees that a text was changed. */
    WRITTEN;

    String key() {
        return "contentpack_" + name().toLowerCase(Locale.ROOT);
    }

    String of(JsonNode meta) {
        return meta.path(key()).asText("");
    }

    /** Longest notice in characters: the plugin takes 8,192 bytes. */
    private static final int LONGEST_NOTICE = 2_000;

    static void put(ObjectNode meta, Marks marks) {
        meta.put(PACK.key(), marks.key().pack().value());
        meta.put(ARTICLE.key(), marks.key().article().value());
        meta.put(LANGUAGE.key(), marks.key().language().tag());
        meta.put(VERSION.key(), marks.version().text());
        meta.put(RELEASE.key(), marks.release().value());
        meta.put(DIGEST.key(), marks.article().value());
        meta.put(REVIEW.key(), marks.review());
        meta.put(NOTICE.key(), notice(marks));
    }

    private static String notice(Marks marks) {
        String notice = marks.notice().orElse("");
        return notice.length() > LONGEST_NOTICE ? notice.substring(0, LONGEST_NOTICE) : notice;
    }

    static void clear(ObjectNode meta) {
        for (Meta each : values()) {
            meta.put(each.key(), "");
        }
    }
}

package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.contentpack.export.wordpress.PostMeta;
import org.contentpack.sync.Marks;

/** Our marks as meta of a post in the REST API, against {@link PostMeta}, which has the names. */
final class Meta {

    private Meta() {}

    static String of(JsonNode meta, PostMeta which) {
        return meta.path(which.key()).asText("");
    }

    static void put(ObjectNode meta, Marks marks) {
        put(meta, PostMeta.PACK, marks.key().pack().value());
        put(meta, PostMeta.ARTICLE, marks.key().article().value());
        put(meta, PostMeta.LANGUAGE, marks.key().language().tag());
        put(meta, PostMeta.VERSION, marks.version().text());
        put(meta, PostMeta.RELEASE, marks.release().value());
        put(meta, PostMeta.DIGEST, marks.article().value());
        put(meta, PostMeta.REVIEW, marks.review());
        put(meta, PostMeta.NOTICE, marks.notice().orElse(""));
    }

    static void put(ObjectNode meta, PostMeta which, String value) {
        meta.put(which.key(), value);
    }

    static void clear(ObjectNode meta) {
        for (PostMeta each : PostMeta.values()) {
            put(meta, each, "");
        }
    }
}

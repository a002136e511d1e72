package org.contentpack.sync.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.Marks;
import org.contentpack.version.Version;

/**
 * The fields in which an item that is JSON says where it comes from; the names are the same in
 * every CMS, so that front ends read them alike.
 */
public enum Mark {
    PACK,
    ARTICLE,
    LANGUAGE,
    VERSION,
    /** Digest of the release. */
    RELEASE,
    /** Digest of the article's file. */
    DIGEST,
    REVIEW,
    /** A withdrawal in words. */
    NOTICE;

    /** The field's name. */
    public String field() {
        return "contentpack_" + name().toLowerCase(Locale.ROOT);
    }

    private String in(JsonNode item) {
        return item.path(field()).asText("");
    }

    /** The item's marks; empty where it has none, or not such as we write. */
    public static Optional<Marks> read(JsonNode item) {
        Optional<PackId> pack = PackId.parse(PACK.in(item));
        Optional<ArticleId> article = ArticleId.parse(ARTICLE.in(item));
        Optional<Language> language = Language.parse(LANGUAGE.in(item));
        Optional<Version> version = Version.parse(VERSION.in(item));
        Optional<Digest> release = Digest.parse(RELEASE.in(item));
        Optional<Digest> digest = Digest.parse(DIGEST.in(item));
        if (pack.isEmpty()
                || article.isEmpty()
                || language.isEmpty()
                || version.isEmpty()
                || release.isEmpty()
                || digest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Marks(
                        new ItemKey(pack.get(), article.get(), language.get()),
                        version.get(),
                        release.get(),
                        digest.get(),
                        REVIEW.in(item),
                        Optional.of(NOTICE.in(item)).filter(n -> !n.isEmpty())));
    }

    public static void put(ObjectNode item, Marks marks) {
        item.put(PACK.field(), marks.key().pack().value());
        item.put(ARTICLE.field(), marks.key().article().value());
        item.put(LANGUAGE.field(), marks.key().language().tag());
        item.put(VERSION.field(), marks.version().text());
        item.put(RELEASE.field(), marks.release().value());
        item.put(DIGEST.field(), marks.article().value());
        item.put(REVIEW.field(), marks.review());
        marks.notice()
                .ifPresentOrElse(
                        notice -> item.put(NOTICE.field(), notice),
                        () -> item.putNull(NOTICE.field()));
    }

    public static void clear(ObjectNode item) {
        for (Mark each : values()) {
            item.putNull(each.field());
        }
    }
}

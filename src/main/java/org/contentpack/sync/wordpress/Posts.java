package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.export.wordpress.PostMeta;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Marks;
import org.contentpack.version.Version;

/** Reads posts as items. */
final class Posts {

    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String SLUG = "slug";
    static final String TAGS = "tags";

    /** What a trashed post's slug ends with. */
    private static final String TRASHED = "__trashed";

    private final PostType type;
    private final URI site;

    Posts(PostType type, URI site) {
        this.type = type;
        this.site = site;
    }

    /**
     * The fields of a post that are asked for. Only raw texts: the site need not render any, which
     * costs it more than all the rest.
     */
    String fields() {
        return "id,status,slug,title.raw,excerpt.raw,content.raw,meta,modified_gmt"
                + type.tags().map(t -> "," + t).orElse("");
    }

    /**
     * @param tags slugs by number
     */
    Item item(JsonNode post, Map<Integer, String> tags) throws ConnectorException {
        PostBody body = PostBody.parse(raw(post, "content"));
        return item(post, tags, body.passages());
    }

    Item item(JsonNode post, Map<Integer, String> tags, List<Passage> passages)
            throws ConnectorException {
        String id = post.path("id").asText("");
        if (!id.matches("[1-9][0-9]{0,17}") || !post.path("content").has("raw")) {
            throw WordPressApi.unexpected("The site answered a post without its text.");
        }
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put(TITLE, new Value.Text(raw(post, "title")));
        type.summary()
                .ifPresent(where -> fields.put(SUMMARY, new Value.Text(summary(post, where))));
        fields.put(SLUG, new Value.Text(slug(post)));
        type.meta()
                .forEach(
                        (field, key) -> {
                            String text = post.path("meta").path(key).asText("");
                            if (field.isMerged() && !text.isEmpty()) {
                                fields.put(field.id(), new Value.Text(text));
                            }
                        });
        type.tags().ifPresent(name -> fields.put(TAGS, terms(post.path(name), tags)));
        return new Item(
                id,
                status(post.path("status").asText("")),
                new Content(fields, passages),
                marks(post.path("meta")),
                revision(post),
                URI.create(site + "/wp-admin/post.php?post=" + id + "&action=edit"));
    }

    private static String slug(JsonNode post) {
        String slug = post.path("slug").asText("");
        return slug.endsWith(TRASHED) ? slug.substring(0, slug.length() - TRASHED.length()) : slug;
    }

    static String raw(JsonNode post, String field) {
        return post.path(field).path("raw").asText("");
    }

    private static String summary(JsonNode post, String where) {
        return where.startsWith(PostType.META)
                ? post.path("meta").path(where.substring(PostType.META.length())).asText("")
                : raw(post, where);
    }

    private static Value terms(JsonNode numbers, Map<Integer, String> tags) {
        TreeSet<String> slugs = new TreeSet<>();
        numbers.forEach(
                number -> Optional.ofNullable(tags.get(number.asInt())).ifPresent(slugs::add));
        return new Value.Terms(slugs);
    }

    private static ItemStatus status(String status) {
        return switch (status) {
            case "publish" -> ItemStatus.LIVE;
            case "trash" -> ItemStatus.TRASHED;
            default -> ItemStatus.DRAFT;
        };
    }

    /** Changes with every save; two within a second differ by what was saved. */
    private static String revision(JsonNode post) {
        return post.path("modified_gmt").asText("")
                + "/"
                + Digest.of(
                                post.path("status").asText("")
                                        + "\n"
                                        + post.path("slug").asText("")
                                        + "\n"
                                        + raw(post, "title")
                                        + "\n"
                                        + raw(post, "excerpt")
                                        + "\n"
                                        + raw(post, "content"))
                        .hex();
    }

    /** The post's marks; empty where it has none, or not such as we write. */
    static Optional<Marks> marks(JsonNode meta) {
        Optional<PackId> pack = PackId.parse(Meta.of(meta, PostMeta.PACK));
        Optional<ArticleId> article = ArticleId.parse(Meta.of(meta, PostMeta.ARTICLE));
        Optional<Language> language = Language.parse(Meta.of(meta, PostMeta.LANGUAGE));
        Optional<Version> version = Version.parse(Meta.of(meta, PostMeta.VERSION));
        Optional<Digest> release = Digest.parse(Meta.of(meta, PostMeta.RELEASE));
        Optional<Digest> digest = Digest.parse(Meta.of(meta, PostMeta.DIGEST));
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
                        Meta.of(meta, PostMeta.REVIEW),
                        Optional.of(Meta.of(meta, PostMeta.NOTICE)).filter(n -> !n.isEmpty())));
    }
}

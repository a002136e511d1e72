package org.contentpack.sync.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.compare.Content;
import org.contentpack.compare.Value;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.http.Json;

/** Reads posts as items. */
final class Posts {

    static final String ID = "id";
    static final String STATUS = "status";
    static final String LEXICAL = "lexical";
    static final String EXCERPT = "custom_excerpt";
    static final String CODE = "codeinjection_head";
    static final String TAGS = "tags";
    static final String UPDATED = "updated_at";

    static final String PUBLISHED = "published";
    static final String DRAFT = "draft";

    /** What is asked for of a post. */
    static final Map<String, String> QUERY = Map.of("formats", "lexical", "include", "tags");

    /** What an internal tag's name begins with. */
    private static final String INTERNAL = "#";

    /** Ghost writes that sign so in slugs. */
    private static final String INTERNAL_SLUG = "hash-";

    private static final String OURS = "contentpack-";

    /** Ghost has no trash: a draft with this tag is what has been put aside. */
    private static final String PUT_ASIDE = "put-aside";

    static final String PUT_ASIDE_NAME = INTERNAL + PUT_ASIDE;
    static final String PUT_ASIDE_SLUG = INTERNAL_SLUG + PUT_ASIDE;

    /** What else an editor can change on a post, so that any save of it is noticed. */
    private static final List<String> EDITABLE =
            List.of(
                    "title",
                    "slug",
                    LEXICAL,
                    EXCERPT,
                    STATUS,
                    CODE,
                    UPDATED,
                    "codeinjection_foot",
                    "feature_image",
                    "feature_image_alt",
                    "feature_image_caption",
                    "featured",
                    "visibility",
                    "published_at",
                    "canonical_url",
                    "custom_template",
                    "meta_title",
                    "meta_description");

    private static final Pattern ORIGIN = Pattern.compile("(https?://[^/]+)/.*");

    private final URI site;
    private final References references;

    Posts(URI site, References references) {
        this.site = site;
        this.references = references;
    }

    /** The internal tag of all posts of a pack. */
    static String tagName(PackId pack) {
        return INTERNAL + OURS + pack;
    }

    static String tagSlug(PackId pack) {
        return INTERNAL_SLUG + OURS + pack;
    }

    Item item(JsonNode post) throws ConnectorException {
        return item(post, blocks(post));
    }

    Item item(JsonNode post, Blocks blocks) throws ConnectorException {
        String id = text(post, ID);
        if (id.isEmpty() || !post.has(LEXICAL) || !post.has(CODE) || !post.has(TAGS)) {
            throw Json.unexpected("The site answered a post without the fields that are needed.");
        }
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put(Rendering.TITLE, new Value.Text(text(post, "title")));
        fields.put(Rendering.SLUG, new Value.Text(text(post, "slug")));
        fields.put(Rendering.SUMMARY, new Value.Text(text(post, EXCERPT)));
        fields.put(Rendering.TAGS, new Value.Terms(tags(post)));
        return new Item(
                id,
                status(post),
                new Content(fields, blocks.passages()),
                Origin.marks(text(post, CODE)),
                revision(post),
                URI.create(site + "/ghost/#/editor/post/" + id));
    }

    /** The blocks of a post; where its words have lost their styles, found by headings. */
    Blocks blocks(JsonNode post) {
        return Blocks.of(Blocks.children(text(post, LEXICAL)), canonical(post))
                .byHeadings(Origin.headings(text(post, CODE)));
    }

    /** From the addresses that a post has to canonical ones. */
    UnaryOperator<String> canonical(JsonNode post) {
        Matcher origin = ORIGIN.matcher(text(post, "url"));
        String home = origin.matches() ? origin.group(1) : "";
        return address -> references.canonical(address, home);
    }

    /** A field that is null has no text. */
    static String text(JsonNode post, String field) {
        return post.path(field).isTextual() ? post.path(field).asText() : "";
    }

    /** Slugs of the tags that readers see. */
    static NavigableSet<String> tags(JsonNode post) {
        TreeSet<String> tags = new TreeSet<>();
        for (JsonNode tag : post.path(TAGS)) {
            if (!isInternal(tag)) {
                tags.add(text(tag, "slug"));
            }
        }
        return tags;
    }

    static boolean isInternal(JsonNode tag) {
        return text(tag, "name").startsWith(INTERNAL);
    }

    static boolean isPutAside(JsonNode tag) {
        return text(tag, "slug").equals(PUT_ASIDE_SLUG);
    }

    private static ItemStatus status(JsonNode post) {
        if (text(post, STATUS).equals(PUBLISHED)) {
            return ItemStatus.LIVE;
        }
        for (JsonNode tag : post.path(TAGS)) {
            if (isPutAside(tag)) {
                return ItemStatus.TRASHED;
            }
        }
        return ItemStatus.DRAFT;
    }

    /** Made of what people edit: Ghost's time of the last save has no parts of a second. */
    private static String revision(JsonNode post) {
        ObjectNode edited = Json.MAPPER.createObjectNode();
        EDITABLE.forEach(field -> edited.set(field, post.path(field)));
        ArrayNode tags = edited.putArray(TAGS);
        post.path(TAGS).forEach(tag -> tags.add(text(tag, "slug")));
        return Digest.of(edited.toString()).value();
    }
}

package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.items.Mark;

/**
 * One language of one document as it stands: the draft, which editors see and we write, and what
 * readers see, where anything was published.
 */
record Standing(EntryId id, JsonNode draft, Optional<JsonNode> published) {

    /** Put aside, where a CMS with a trash would have it in there. */
    static final String ARCHIVED = "archived";

    /** That the draft had changes which nobody published when the server unpublished it. */
    static final String UNPUBLISHED = "contentpack_unpublished";

    private static final String UPDATED = "updatedAt";
    private static final String PUBLISHED = "publishedAt";

    /**
     * @throws ConnectorException where it is no entry of our content type
     */
    static Standing of(JsonNode draft, Optional<JsonNode> published) throws ConnectorException {
        Optional<EntryId> id = id(draft);
        if (id.isEmpty()
                || !draft.has(Rows.FIELD)
                || !draft.has(UPDATED)
                || !draft.has(Mark.PACK.field())) {
            throw new ConnectorException(
                    ConnectorException.Kind.UNEXPECTED_ANSWER,
                    "The site answered an item without the fields that are needed.",
                    "Check the target: it names the fields that the content type lacks.");
        }
        return new Standing(id.get(), draft, published);
    }

    static Optional<EntryId> id(JsonNode entry) {
        return EntryId.parse(
                entry.path("documentId").asText("") + "." + entry.path("locale").asText(""));
    }

    /** When the draft was saved last: what the site compares before it writes. */
    String saved() {
        return draft.path(UPDATED).asText("");
    }

    /**
     * Whether the draft has something that readers do not see. Publishing copies the draft with its
     * time, so that any save since then shows, even one of fields that no answer has.
     */
    boolean isPending() {
        return published.filter(p -> !p.path(UPDATED).asText("").equals(saved())).isPresent();
    }

    boolean isPublished() {
        return published.isPresent();
    }

    boolean is(String flag) {
        return draft.path(flag).asBoolean(false);
    }

    private ItemStatus status() {
        if (isPublished()) {
            return ItemStatus.LIVE;
        }
        return is(ARCHIVED) ? ItemStatus.TRASHED : ItemStatus.DRAFT;
    }

    Item item(URI site, References references) {
        return item(site, Rows.of(draft, references).passages());
    }

    Item item(URI site, List<Passage> passages) {
        TreeMap<String, Value> fields = new TreeMap<>();
        for (String name : List.of(Rendering.TITLE, Rendering.SLUG, Rendering.SUMMARY)) {
            fields.put(name, new Value.Text(draft.path(name).asText("")));
        }
        fields.put(Rendering.TAGS, new Value.Terms(tags()));
        return new Item(
                id.toString(),
                status(),
                new Content(fields, passages),
                Mark.read(draft),
                saved()
                        + published
                                .map(p -> " " + p.path(UPDATED) + " " + p.path(PUBLISHED))
                                .orElse(""),
                URI.create(
                        site
                                + "/admin/content-manager/collection-types/"
                                + "api::contentpack-article.contentpack-article/"
                                + id.document()
                                + "?plugins%5Bi18n%5D%5Blocale%5D="
                                + id.locale()));
    }

    private NavigableSet<String> tags() {
        TreeSet<String> tags = new TreeSet<>();
        draft.path(Rendering.TAGS).forEach(tag -> tags.add(tag.path(Tags.NAME).asText("")));
        tags.remove("");
        return tags;
    }
}

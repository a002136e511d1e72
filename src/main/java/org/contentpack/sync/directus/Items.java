package org.contentpack.sync.directus;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.Digest;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.http.Json;
import org.contentpack.sync.items.Mark;

/** Reads rows of the collection as items. */
final class Items {

    static final String ID = "id";
    static final String STATUS = "status";

    /** All that an item has, so that any save of it is noticed. */
    static final String FIELDS = "*";

    private static final String PUBLISHED = "published";
    private static final String DRAFT = "draft";
    private static final String ARCHIVED = "archived";

    private final URI site;
    private final String collection;
    private final References references;

    Items(URI site, String collection, References references) {
        this.site = site;
        this.collection = collection;
        this.references = references;
    }

    Item item(JsonNode row) throws ConnectorException {
        return item(row, Rows.of(row, references).passages());
    }

    Item item(JsonNode row, List<Passage> passages) throws ConnectorException {
        String id = row.path(ID).asText("");
        if (id.isEmpty() || !row.has(Rows.FIELD) || !row.has(Mark.PACK.field())) {
            throw new ConnectorException(
                    ConnectorException.Kind.UNEXPECTED_ANSWER,
                    "The site answered an item without the fields that are needed.",
                    "Check the target: it names the fields that the collection lacks.");
        }
        TreeMap<String, Value> fields = new TreeMap<>();
        for (String name : List.of(Rendering.TITLE, Rendering.SLUG, Rendering.SUMMARY)) {
            fields.put(name, new Value.Text(row.path(name).asText("")));
        }
        fields.put(Rendering.TAGS, new Value.Terms(tags(row)));
        return new Item(
                id,
                status(row.path(STATUS).asText("")),
                new Content(fields, passages),
                Mark.read(row),
                Digest.of(row.toString()).value(),
                URI.create(site + "/admin/content/" + collection + "/" + Json.encoded(id)));
    }

    static NavigableSet<String> tags(JsonNode row) {
        TreeSet<String> tags = new TreeSet<>();
        row.path(Rendering.TAGS).forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    private static ItemStatus status(String status) {
        return switch (status) {
            case PUBLISHED -> ItemStatus.LIVE;
            case ARCHIVED -> ItemStatus.TRASHED;
            default -> ItemStatus.DRAFT;
        };
    }

    static String word(ItemStatus status) {
        return switch (status) {
            case LIVE -> PUBLISHED;
            case DRAFT -> DRAFT;
            case TRASHED -> ARCHIVED;
        };
    }
}

package org.contentpack.sync.directus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.http.Json;
import org.contentpack.sync.items.Mark;

/**
 * Reads and writes items of one collection. Directus has no precondition on writes, makes a
 * revision of each, and drops what it does not know with a 200: so an item is read right before it
 * is written, only what differs is sent, and every write is read back and compared.
 */
final class DirectusConnector implements Connector {

    private static final int LONGEST_ID = 255;

    private final DirectusApi api;
    private final References references;
    private final Items items;
    private final Pictures pictures;
    private final DirectusCheck check;
    private final String path;

    DirectusConnector(DirectusApi api, String collection, References references) {
        this.api = api;
        this.references = references;
        this.items = new Items(api.site(), collection, references);
        this.pictures = new Pictures(api);
        this.check = new DirectusCheck(api, collection);
        this.path = "/items/" + collection;
    }

    @Override
    public Check check() throws IOException {
        return check.check();
    }

    @Override
    public Check prepare() throws IOException {
        return check.prepare();
    }

    @Override
    public Content render(Outgoing outgoing) {
        return Rendering.of(outgoing, references);
    }

    private String path(String id) {
        return path + "/" + Json.encoded(id);
    }

    @Override
    public List<Item> items(PackId pack) throws IOException {
        List<Item> found = new ArrayList<>();
        for (JsonNode row :
                api.all(path, DirectusApi.equal(Mark.PACK.field(), pack.value()), Items.FIELDS)) {
            Item item = items.item(row);
            // Some databases take no notice of case.
            if (item.marks().filter(m -> m.key().pack().equals(pack)).isPresent()) {
                found.add(item);
            }
        }
        return found;
    }

    @Override
    public Optional<Item> item(String id) throws IOException {
        Optional<JsonNode> row = row(id);
        return row.isEmpty() ? Optional.empty() : Optional.of(items.item(row.get()));
    }

    private Optional<JsonNode> row(String id) throws IOException {
        return id.isEmpty() || id.length() > LONGEST_ID
                ? Optional.empty()
                : api.row(path, id, Items.FIELDS)
                        .filter(row -> row.path(Items.ID).asText("").equals(id));
    }

    @Override
    public Optional<Item> foreign(String id, Outgoing outgoing) throws IOException {
        Optional<JsonNode> row = row(id);
        return row.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        items.item(
                                row.get(),
                                Rows.of(row.get(), references)
                                        .byHeadings(outgoing.article(), references)));
    }

    @Override
    public Item create(Outgoing outgoing, Content content, ItemStatus status) throws IOException {
        ObjectNode body = body(outgoing, content, DirectusApi.JSON.createObjectNode());
        String id = freeId(outgoing.marks().key());
        body.put(Items.ID, id);
        body.put(Items.STATUS, Items.word(status));
        api.post(path + "?fields=id", body);
        return readBack(id, content, outgoing, Rows.of(body, references).own());
    }

    /**
     * Made of what the item is, so that two servers cannot make it twice; with a number where
     * somebody else's item has that name.
     */
    private String freeId(ItemKey key) throws IOException {
        String name = key.pack() + "." + key.article() + "." + key.language();
        String id = name;
        for (int i = 2; row(id).isPresent(); i++) {
            id = name + "." + i;
        }
        return id;
    }

    @Override
    public Item update(Item before, Outgoing outgoing, Content content) throws IOException {
        JsonNode now = unchanged(before);
        ObjectNode body = body(outgoing, content, now);
        List<Passage> own = Rows.of(body.has(Rows.FIELD) ? body : now, references).own();
        if (!body.isEmpty()) {
            api.patch(path(before.id()) + "?fields=id", body);
        }
        return readBack(before.id(), content, outgoing, own);
    }

    private JsonNode unchanged(Item before) throws IOException {
        Optional<JsonNode> now = row(before.id());
        if (now.isEmpty()) {
            throw new ConnectorException(
                    Kind.GONE, "Item " + before.id() + " is not there any more.", "Plan again.");
        }
        if (!items.item(now.get()).revision().equals(before.revision())) {
            throw new ConnectorException(
                    Kind.CHANGED_MEANWHILE,
                    "Somebody saved item " + before.id() + " meanwhile.",
                    "Plan again.");
        }
        return now.get();
    }

    /**
     * What of an item has to be written, and its pictures uploaded.
     *
     * @param now the item as it stands; empty for a new one
     */
    private ObjectNode body(Outgoing outgoing, Content content, JsonNode now) throws IOException {
        ObjectNode wanted = DirectusApi.JSON.createObjectNode();
        for (String name : List.of(Rendering.TITLE, Rendering.SLUG, Rendering.SUMMARY)) {
            wanted.put(name, text(content, name));
        }
        if (content.field(Rendering.TAGS).orElse(null) instanceof Value.Terms terms) {
            wanted.set(Rendering.TAGS, tags(terms.terms(), now));
        }
        Rows standing = Rows.of(now, references);
        pictures.upload(joined(content.body()), joined(standing.passages()), outgoing);
        wanted.set(Rows.FIELD, standing.written(content, outgoing.article(), references));
        Mark.put(wanted, outgoing.marks());
        return differing(wanted, now);
    }

    private static String joined(List<Passage> passages) {
        return String.join("\n", passages.stream().map(Passage::text).toList());
    }

    private static String text(Content content, String field) {
        return content.field(field).orElse(null) instanceof Value.Text text ? text.text() : "";
    }

    /** Those that are there keep their order. */
    private static ArrayNode tags(NavigableSet<String> wanted, JsonNode now) {
        ArrayNode tags = DirectusApi.JSON.createArrayNode();
        TreeSet<String> left = new TreeSet<>(wanted);
        now.path(Rendering.TAGS)
                .forEach(
                        tag -> {
                            if (left.remove(tag.asText())) {
                                tags.add(tag.asText());
                            }
                        });
        left.forEach(tags::add);
        return tags;
    }

    private static ObjectNode differing(ObjectNode wanted, JsonNode now) {
        ObjectNode differing = DirectusApi.JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (!isSame(field.getValue(), now.path(field.getKey()))) {
                differing.set(field.getKey(), field.getValue());
            }
        }
        return differing;
    }

    /** A field that is empty has no text, and no rows. */
    private static boolean isSame(JsonNode wanted, JsonNode now) {
        boolean isNothing = now.isNull() || now.isMissingNode();
        return wanted.equals(now)
                || (isNothing
                        && (wanted.isNull()
                                || (wanted.isTextual() && wanted.asText().isEmpty())
                                || (wanted.isArray() && wanted.isEmpty())));
    }

    @Override
    public Item move(Item before, ItemStatus status) throws IOException {
        unchanged(before);
        api.patch(
                path(before.id()) + "?fields=id",
                DirectusApi.JSON.createObjectNode().put(Items.STATUS, Items.word(status)));
        Item moved = items.item(written(before.id()));
        if (moved.status() != status) {
            throw new ConnectorException(
                    Kind.NOT_WRITTEN,
                    "The site did not change who can see item " + before.id() + ".",
                    "Look for a flow or an extension that decides on the status of items.");
        }
        return moved;
    }

    @Override
    public void unmark(Item before) throws IOException {
        unchanged(before);
        ObjectNode body = DirectusApi.JSON.createObjectNode();
        Mark.clear(body);
        api.patch(path(before.id()) + "?fields=id", body);
        if (items.item(written(before.id())).marks().isPresent()) {
            throw notWritten("marks");
        }
    }

    private JsonNode written(String id) throws IOException {
        return row(id).orElseThrow(
                        () ->
                                new ConnectorException(
                                        Kind.NOT_WRITTEN,
                                        "The item that was written is not there.",
                                        "Look into the site's own log."));
    }

    /**
     * @param own what editors put beside our sections, which must still be there
     */
    private Item readBack(String id, Content intended, Outgoing outgoing, List<Passage> own)
            throws IOException {
        Item item = items.item(written(id));
        if (!item.marks().equals(Optional.of(outgoing.marks()))) {
            throw notWritten("marks (fields \"contentpack_…\")");
        }
        TreeSet<String> names = new TreeSet<>(intended.fields().keySet());
        names.retainAll(item.content().fields().keySet());
        for (String name : names) {
            if (!intended.field(name).equals(item.content().field(name))) {
                throw notWritten("field \"" + name + "\"");
            }
        }
        List<Passage> there = item.content().body();
        for (Passage passage : intended.body()) {
            if (passage.section().isPresent() && !there.contains(passage)) {
                throw notWritten("section \"" + passage.section().get() + "\"");
            }
        }
        if (!there.containsAll(own)) {
            throw notWritten("text of an editor");
        }
        return item;
    }

    private static ConnectorException notWritten(String what) {
        return new ConnectorException(
                Kind.NOT_WRITTEN,
                "The site said that it wrote, and did not: " + what + ".",
                "Check the target, and look for a flow or an extension that changes what is saved.");
    }
}

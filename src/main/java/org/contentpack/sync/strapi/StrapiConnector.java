package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.Language;
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
import org.contentpack.sync.items.ArticleAddresses;
import org.contentpack.sync.items.Mark;
import org.contentpack.sync.strapi.StrapiApi.Side;

/**
 * Reads and writes entries of one content type. What is read and compared is the draft, which
 * editors work in; readers see what was published. An entry is read right before it is written,
 * only what differs is sent, the site writes it only where nobody saved the draft since, and every
 * write is read back and compared. Nothing that an editor has not published is ever published.
 */
final class StrapiConnector implements Connector {

    /** Longest body in bytes that no site refuses unless somebody told it to. */
    private static final int SMALL = 100_000;

    private final StrapiApi api;
    private final References references;
    private final Updates updates;
    private final Pictures pictures;
    private final StrapiCheck check;

    StrapiConnector(
            StrapiApi api, ArticleAddresses articles, Updates updates, Set<Language> languages) {
        this.api = api;
        this.references = new References(articles);
        this.updates = updates;
        this.pictures = new Pictures(api);
        this.check = new StrapiCheck(api, updates, languages);
    }

    @Override
    public Check check() throws IOException {
        return check.check();
    }

    /** In production Strapi has content types from files alone; the check says where they are. */
    @Override
    public Check prepare() throws IOException {
        return check.check();
    }

    @Override
    public Content render(Outgoing outgoing) {
        return Rendering.of(outgoing);
    }

    @Override
    public List<Item> items(PackId pack) throws IOException {
        List<JsonNode> drafts =
                api.articles(
                        Side.DRAFT,
                        Map.of("filters[" + Mark.PACK.field() + "][$eq]", pack.value()));
        Map<EntryId, JsonNode> published = published(drafts);
        List<Item> items = new ArrayList<>();
        for (JsonNode draft : drafts) {
            Item item =
                    Standing.of(
                                    draft,
                                    Standing.id(draft)
                                            .flatMap(id -> Optional.ofNullable(published.get(id))))
                            .item(api.site(), references);
            // Some databases take no notice of case.
            if (item.marks().filter(m -> m.key().pack().equals(pack)).isPresent()) {
                items.add(item);
            }
        }
        return items;
    }

    private Map<EntryId, JsonNode> published(List<JsonNode> drafts) throws IOException {
        List<String> documents =
                drafts.stream().map(d -> d.path("documentId").asText("")).distinct().toList();
        Map<EntryId, JsonNode> published = new HashMap<>();
        for (int from = 0; from < documents.size(); from += StrapiApi.PAGE) {
            Map<String, String> filters = new TreeMap<>();
            for (int i = from; i < Math.min(documents.size(), from + StrapiApi.PAGE); i++) {
                filters.put("filters[documentId][$in][" + (i - from) + "]", documents.get(i));
            }
            for (JsonNode entry : api.articles(Side.PUBLISHED, filters)) {
                Standing.id(entry).ifPresent(id -> published.put(id, entry));
            }
        }
        return published;
    }

    @Override
    public Optional<Item> item(String id) throws IOException {
        Optional<Standing> standing = standing(id);
        return standing.map(s -> s.item(api.site(), references));
    }

    private Optional<Standing> standing(String text) throws IOException {
        Optional<EntryId> id = EntryId.parse(text);
        return id.isEmpty() ? Optional.empty() : standing(id.get());
    }

    private Optional<Standing> standing(EntryId id) throws IOException {
        Optional<JsonNode> draft = api.article(Side.DRAFT, id);
        return draft.filter(d -> Standing.id(d).equals(Optional.of(id))).isEmpty()
                ? Optional.empty()
                : Optional.of(Standing.of(draft.get(), api.article(Side.PUBLISHED, id)));
    }

    @Override
    public Optional<Item> foreign(String id, Outgoing outgoing) throws IOException {
        Optional<Standing> standing = standing(id);
        return standing.map(
                s ->
                        s.item(
                                api.site(),
                                Rows.of(s.draft(), references)
                                        .byHeadings(outgoing.article(), references)));
    }

    @Override
    public Item create(Outgoing outgoing, Content content, ItemStatus status) throws IOException {
        ItemKey key = outgoing.marks().key();
        String locale = locale(key.language());
        ObjectNode data = data(outgoing, content, Json.MAPPER.createObjectNode());
        Optional<String> document = document(key, locale);
        ObjectNode write = Json.MAPPER.createObjectNode();
        document.ifPresent(d -> write.put("documentId", d).putNull("seen"));
        write.put("locale", locale).set("data", data);
        if (status == ItemStatus.LIVE) {
            write.put("status", "published");
        }
        EntryId id = new EntryId(api.write(write), locale);
        return readBack(written(id), content, outgoing, Rows.of(data, references).own());
    }

    private String locale(Language language) throws IOException {
        Optional<String> locale = Locales.of(setup(), language);
        return locale.orElseThrow(
                () ->
                        new ConnectorException(
                                Kind.REFUSED,
                                "The site does not have the language " + language.tag() + ".",
                                Locales.HINT));
    }

    private JsonNode setup() throws IOException {
        return api.setup()
                .orElseThrow(
                        () ->
                                new ConnectorException(
                                        Kind.GONE,
                                        "The Strapi project does not have the files for content"
                                                + " packs any more.",
                                        "Check the target: it says what to do."));
    }

    /**
     * The document that has the article in other languages and not in this one, where it is one.
     */
    private Optional<String> document(ItemKey key, String locale) throws IOException {
        Set<String> documents = new TreeSet<>();
        for (JsonNode draft :
                api.articles(
                        Side.DRAFT,
                        Map.of(
                                "filters[" + Mark.PACK.field() + "][$eq]",
                                key.pack().value(),
                                "filters[" + Mark.ARTICLE.field() + "][$eq]",
                                key.article().value()))) {
            Standing.id(draft).ifPresent(id -> documents.add(id.document()));
        }
        if (documents.size() != 1) {
            return Optional.empty();
        }
        String document = documents.iterator().next();
        return api.article(Side.DRAFT, new EntryId(document, locale))
                        .filter(d -> d.path("locale").asText("").equals(locale))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(document);
    }

    @Override
    public Item update(Item before, Outgoing outgoing, Content content) throws IOException {
        Standing now = unchanged(before);
        ObjectNode data = data(outgoing, content, now.draft());
        Optional<String> status = published(now);
        if (!data.isEmpty()) {
            api.write(write(now, data, status));
        }
        Standing after = written(now.id());
        List<Passage> own = content.body().stream().filter(p -> p.section().isEmpty()).toList();
        Item item = readBack(after, content, outgoing, own);
        if (status.isPresent() && (!after.isPublished() || after.isPending())) {
            throw notWritten("what readers see");
        }
        return item;
    }

    /** What readers see goes along only where it is what the editors have. */
    private Optional<String> published(Standing now) {
        return updates == Updates.PUBLISHED && now.isPublished() && !now.isPending()
                ? Optional.of("published")
                : Optional.empty();
    }

    private static ObjectNode write(Standing now, ObjectNode data, Optional<String> status) {
        ObjectNode write = Json.MAPPER.createObjectNode();
        write.put("documentId", now.id().document());
        write.put("locale", now.id().locale());
        write.put("seen", now.saved());
        if (!data.isEmpty()) {
            write.set("data", data);
        }
        status.ifPresent(word -> write.put("status", word));
        return write;
    }

    private Standing unchanged(Item before) throws IOException {
        Optional<Standing> now = standing(before.id());
        if (now.isEmpty()) {
            throw new ConnectorException(
                    Kind.GONE, "Item " + before.id() + " is not there any more.", "Plan again.");
        }
        if (!now.get().item(api.site(), references).revision().equals(before.revision())) {
            throw new ConnectorException(
                    Kind.CHANGED_MEANWHILE,
                    "Somebody saved item " + before.id() + " meanwhile.",
                    "Plan again.");
        }
        return now.get();
    }

    /**
     * What of an item has to be written, and its pictures uploaded. A text that the site would not
     * take is refused before that.
     *
     * @param now the draft as it stands; empty for a new one
     */
    private ObjectNode data(Outgoing outgoing, Content content, JsonNode now) throws IOException {
        ObjectNode wanted = Json.MAPPER.createObjectNode();
        for (String name : List.of(Rendering.TITLE, Rendering.SLUG, Rendering.SUMMARY)) {
            wanted.put(name, text(content, name));
        }
        Mark.put(wanted, outgoing.marks());
        ObjectNode data = differing(wanted, now);
        if (content.field(Rendering.TAGS).orElse(null) instanceof Value.Terms terms) {
            ArrayNode tags = Tags.written(terms.terms(), now.path(Rendering.TAGS));
            if (!Tags.are(tags, now.path(Rendering.TAGS))) {
                data.set(Rendering.TAGS, tags);
            }
        }
        Rows standing = Rows.of(now, references);
        ArrayNode rows = standing.written(content, outgoing.article(), references, Map.of());
        if (!standing.are(rows)) {
            data.set(Rows.FIELD, rows);
            fits(data);
            Set<String> shown = new TreeSet<>();
            rows.forEach(r -> shown.addAll(References.assets(r.path(Rows.TEXT).asText(""))));
            data.set(
                    Rows.FIELD,
                    standing.written(
                            content,
                            outgoing.article(),
                            references,
                            pictures.addresses(shown, standing.standing(), outgoing)));
        }
        return data;
    }

    private void fits(ObjectNode data) throws IOException {
        int bytes = Json.MAPPER.writeValueAsBytes(data).length;
        if (bytes <= SMALL) {
            return;
        }
        long limit = setup().path("bodyBytes").asLong(0);
        // Addresses of pictures and the names around the text come on top.
        if (bytes + SMALL / 10 > limit) {
            throw new ConnectorException(
                    Kind.REFUSED,
                    "The article has "
                            + bytes / 1000
                            + " kB, and the site takes "
                            + limit / 1000
                            + " kB at once.",
                    "Raise jsonLimit of strapi::body in config/middlewares.");
        }
    }

    private static String text(Content content, String field) {
        return content.field(field).orElse(null) instanceof Value.Text text ? text.text() : "";
    }

    private static ObjectNode differing(ObjectNode wanted, JsonNode now) {
        ObjectNode differing = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            // A field that is empty has no text.
            String text = field.getValue().asText("");
            if (!now.path(field.getKey()).asText("").equals(text)) {
                differing.set(field.getKey(), field.getValue());
            }
        }
        return differing;
    }

    @Override
    public Item move(Item before, ItemStatus status) throws IOException {
        Standing now = unchanged(before);
        ObjectNode data = Json.MAPPER.createObjectNode();
        boolean isAway = status == ItemStatus.TRASHED;
        if (now.is(Standing.ARCHIVED) != isAway) {
            data.put(Standing.ARCHIVED, isAway);
        }
        if (status == ItemStatus.LIVE) {
            if (now.is(Standing.UNPUBLISHED)) {
                throw new ConnectorException(
                        Kind.REFUSED,
                        "The draft of item "
                                + before.id()
                                + " has changes that no editor has published.",
                        "Look at it in Strapi, and publish it there.");
            }
            api.write(write(now, data, Optional.of("published")));
        } else {
            if (now.isPublished()) {
                data.put(Standing.UNPUBLISHED, now.isPending());
            }
            api.write(
                    write(now, data, now.isPublished() ? Optional.of("draft") : Optional.empty()));
        }
        Item moved = written(now.id()).item(api.site(), references);
        if (moved.status() != status) {
            throw notWritten("who can see item " + before.id());
        }
        return moved;
    }

    @Override
    public void unmark(Item before) throws IOException {
        Standing now = unchanged(before);
        ObjectNode data = Json.MAPPER.createObjectNode();
        Mark.clear(data);
        api.write(write(now, data, published(now)));
        if (Mark.read(written(now.id()).draft()).isPresent()) {
            throw notWritten("marks");
        }
    }

    private Standing written(EntryId id) throws IOException {
        return standing(id)
                .orElseThrow(
                        () ->
                                new ConnectorException(
                                        Kind.NOT_WRITTEN,
                                        "The item that was written is not there.",
                                        "Look into the site's own log."));
    }

    /**
     * @param own what editors put beside our sections, which must still be there
     */
    private Item readBack(Standing standing, Content intended, Outgoing outgoing, List<Passage> own)
            throws ConnectorException {
        Item item = standing.item(api.site(), references);
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
            if (passage.section().isPresent() && !there.contains(Rows.written(passage))) {
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
                "Check the target, and look for a lifecycle hook or a middleware that changes what"
                        + " is saved.");
    }
}

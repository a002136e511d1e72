package org.contentpack.sync.ghost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.http.Json;

/**
 * Reads and writes posts. Ghost refuses a write to a post that was saved since it was read, but
 * counts seconds: so a post is read right before it is written too, only what differs is sent, and
 * every write is read back and compared.
 */
final class GhostConnector implements Connector {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /** What Ghost puts behind a slug that another post has. */
    private static final String NUMBERED = "-[0-9]{1,4}";

    private static final String PATH = "/posts/";
    private static final String POSTS = "posts";

    private final GhostApi api;
    private final References references;
    private final Posts posts;
    private final Pictures pictures;
    private final GhostCheck check;

    GhostConnector(GhostApi api, References references, InstantSource clock) {
        this.api = api;
        this.references = references;
        this.posts = new Posts(api.site(), references);
        this.pictures = new Pictures(api, clock);
        this.check = new GhostCheck(api);
    }

    @Override
    public Check check() throws IOException {
        return check.check();
    }

    /** Nothing has to be made in a Ghost. */
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
        Map<String, String> query = new TreeMap<>(Posts.QUERY);
        query.put(
                "filter",
                "tag:'" + Posts.tagSlug(pack) + "'+status:[draft,published,scheduled,sent]");
        List<Item> found = new ArrayList<>();
        for (JsonNode post : api.all(PATH, POSTS, query)) {
            Item item = posts.item(post);
            if (item.marks().filter(m -> m.key().pack().equals(pack)).isPresent()) {
                found.add(item);
            }
        }
        return found;
    }

    @Override
    public Optional<Item> item(String id) throws IOException {
        Optional<JsonNode> post = post(id);
        return post.isEmpty() ? Optional.empty() : Optional.of(posts.item(post.get()));
    }

    private Optional<JsonNode> post(String id) throws IOException {
        return ID.matcher(id).matches()
                ? api.find(PATH + id + "/", POSTS, Posts.QUERY)
                : Optional.empty();
    }

    @Override
    public Optional<Item> foreign(String id, Outgoing outgoing) throws IOException {
        Optional<JsonNode> post = post(id);
        if (post.isEmpty()) {
            return Optional.empty();
        }
        Map<String, SectionId> headings = new HashMap<>();
        outgoing.article()
                .sections()
                .forEach(s -> s.heading().ifPresent(heading -> headings.put(heading, s.id())));
        return Optional.of(posts.item(post.get(), posts.blocks(post.get()).byHeadings(headings)));
    }

    @Override
    public Item create(Outgoing outgoing, Content content, ItemStatus status) throws IOException {
        ObjectNode body = body(outgoing, content, Json.MAPPER.createObjectNode());
        body.put(Posts.STATUS, status == ItemStatus.LIVE ? Posts.PUBLISHED : Posts.DRAFT);
        JsonNode made = api.send("POST", PATH, POSTS, Posts.QUERY, body);
        return readBack(Posts.text(made, Posts.ID), content, outgoing, List.of());
    }

    @Override
    public Item update(Item before, Outgoing outgoing, Content content) throws IOException {
        JsonNode now = unchanged(before);
        ObjectNode body = body(outgoing, content, now);
        if (!body.isEmpty()) {
            put(before.id(), body, now);
        }
        List<Passage> own = content.body().stream().filter(p -> p.section().isEmpty()).toList();
        return readBack(before.id(), content, outgoing, own);
    }

    /** Each write of ours is one revision of the post, so that a former text can be had back. */
    private void put(String id, ObjectNode body, JsonNode now) throws IOException {
        body.put(Posts.UPDATED, Posts.text(now, Posts.UPDATED));
        Map<String, String> query = new TreeMap<>(Posts.QUERY);
        query.put("save_revision", "1");
        api.send("PUT", PATH + id + "/", POSTS, query, body);
    }

    private JsonNode unchanged(Item before) throws IOException {
        Optional<JsonNode> now = post(before.id());
        if (now.isEmpty()) {
            throw new ConnectorException(
                    Kind.GONE, "Item " + before.id() + " is not there any more.", "Plan again.");
        }
        if (!posts.item(now.get()).revision().equals(before.revision())) {
            throw new ConnectorException(
                    Kind.CHANGED_MEANWHILE,
                    "Somebody saved item " + before.id() + " meanwhile.",
                    "Plan again.");
        }
        return now.get();
    }

    /**
     * What of a post has to be written, and its pictures uploaded.
     *
     * @param now the post as it stands; empty for a new one
     */
    private ObjectNode body(Outgoing outgoing, Content content, JsonNode now) throws IOException {
        ObjectNode body = Json.MAPPER.createObjectNode();
        text(body, "title", text(content, Rendering.TITLE), now);
        text(body, "slug", text(content, Rendering.SLUG), now);
        text(body, Posts.EXCERPT, text(content, Rendering.SUMMARY), now);
        text(
                body,
                Posts.CODE,
                Origin.with(
                        Posts.text(now, Posts.CODE), outgoing.marks(), Blocks.headings(content)),
                now);
        if (content.field(Rendering.TAGS).orElse(null) instanceof Value.Terms terms) {
            tags(terms.terms(), outgoing.marks().key().pack(), now)
                    .ifPresent(tags -> body.set(Posts.TAGS, tags));
        }
        lexical(outgoing, content, now).ifPresent(text -> body.put(Posts.LEXICAL, text));
        return body;
    }

    private static void text(ObjectNode body, String field, String wanted, JsonNode now) {
        if (!wanted.equals(Posts.text(now, field))) {
            body.put(field, wanted);
        }
    }

    private static String text(Content content, String field) {
        return content.field(field).orElse(null) instanceof Value.Text text ? text.text() : "";
    }

    /** The text; empty where it stands so already. */
    private Optional<String> lexical(Outgoing outgoing, Content content, JsonNode now)
            throws IOException {
        String standing = Posts.text(now, Posts.LEXICAL);
        Set<String> shown = new TreeSet<>();
        content.body().forEach(p -> shown.addAll(References.pictures(p.text())));
        Map<String, String> addresses = pictures.addresses(shown, standing, outgoing);
        ObjectNode wanted =
                posts.blocks(now)
                        .written(content, address -> references.resolved(address, addresses));
        boolean isSame =
                !standing.isEmpty()
                        && children(standing).equals(wanted.path("root").path("children"));
        return isSame ? Optional.empty() : Optional.of(wanted.toString());
    }

    private static JsonNode children(String lexical) {
        try {
            return Json.MAPPER.readTree(lexical).path("root").path("children");
        } catch (JsonProcessingException e) {
            return Json.MAPPER.missingNode();
        }
    }

    /**
     * Tags as Ghost takes them: those that are there keep their order, and internal ones of others
     * stay. Empty where nothing differs.
     */
    private Optional<ArrayNode> tags(NavigableSet<String> wanted, PackId pack, JsonNode now)
            throws IOException {
        ArrayNode tags = Json.MAPPER.createArrayNode();
        TreeSet<String> left = new TreeSet<>(wanted);
        boolean isOurs = false;
        boolean isSame = true;
        for (JsonNode tag : now.path(Posts.TAGS)) {
            String slug = Posts.text(tag, "slug");
            isOurs |= slug.equals(Posts.tagSlug(pack));
            if (left.remove(slug) || Posts.isInternal(tag)) {
                tags.add(byId(tag));
            } else {
                isSame = false;
            }
        }
        for (String slug : left) {
            tags.add(tag(slug, slug));
        }
        if (!isOurs) {
            tags.add(tag(Posts.tagName(pack), Posts.tagSlug(pack)));
        }
        return isSame && left.isEmpty() && isOurs ? Optional.empty() : Optional.of(tags);
    }

    private static ObjectNode byId(JsonNode tag) {
        return Json.MAPPER.createObjectNode().put(Posts.ID, Posts.text(tag, Posts.ID));
    }

    /** The tag with this slug, whatever editors call it; a new one where there is none. */
    private ObjectNode tag(String name, String slug) throws IOException {
        return api.find("/tags/slug/" + Json.encoded(slug) + "/", "tags", Map.of("fields", "id"))
                .map(GhostConnector::byId)
                .orElseGet(
                        () -> Json.MAPPER.createObjectNode().put("name", name).put("slug", slug));
    }

    @Override
    public Item move(Item before, ItemStatus status) throws IOException {
        JsonNode now = unchanged(before);
        ObjectNode body = Json.MAPPER.createObjectNode();
        if (status != before.status()) {
            body.put(Posts.STATUS, status == ItemStatus.LIVE ? Posts.PUBLISHED : Posts.DRAFT);
        }
        ArrayNode tags = body.putArray(Posts.TAGS);
        for (JsonNode tag : now.path(Posts.TAGS)) {
            if (!Posts.isPutAside(tag)) {
                tags.add(byId(tag));
            }
        }
        if (status == ItemStatus.TRASHED) {
            tags.add(tag(Posts.PUT_ASIDE_NAME, Posts.PUT_ASIDE_SLUG));
        }
        put(before.id(), body, now);
        Item moved = posts.item(written(before.id()));
        if (moved.status() != status) {
            throw new ConnectorException(
                    Kind.NOT_WRITTEN,
                    "The site did not change who can see item " + before.id() + ".",
                    "Try the same by hand in the site.");
        }
        return moved;
    }

    @Override
    public void unmark(Item before) throws IOException {
        JsonNode now = unchanged(before);
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put(Posts.CODE, Origin.without(Posts.text(now, Posts.CODE)));
        Set<String> ours = new TreeSet<>();
        before.marks().ifPresent(marks -> ours.add(Posts.tagSlug(marks.key().pack())));
        ArrayNode tags = body.putArray(Posts.TAGS);
        for (JsonNode tag : now.path(Posts.TAGS)) {
            if (!ours.contains(Posts.text(tag, "slug"))) {
                tags.add(byId(tag));
            }
        }
        put(before.id(), body, now);
        if (posts.item(written(before.id())).marks().isPresent()) {
            throw notWritten("marks");
        }
    }

    private JsonNode written(String id) throws IOException {
        return post(id).orElseThrow(
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
        Item item = posts.item(written(id));
        if (!item.marks().equals(Optional.of(outgoing.marks()))) {
            throw notWritten("marks (code injection)");
        }
        TreeSet<String> names = new TreeSet<>(intended.fields().keySet());
        names.retainAll(item.content().fields().keySet());
        for (String name : names) {
            if (!isSame(name, intended.field(name), item.content().field(name))) {
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

    private static boolean isSame(String name, Optional<Value> wanted, Optional<Value> there) {
        if (name.equals(Rendering.SLUG)
                && wanted.orElse(null) instanceof Value.Text w
                && there.orElse(null) instanceof Value.Text t) {
            return t.text().equals(w.text())
                    || (t.text().startsWith(w.text())
                            && t.text().substring(w.text().length()).matches(NUMBERED));
        }
        return wanted.equals(there);
    }

    private static ConnectorException notWritten(String what) {
        return new ConnectorException(
                Kind.NOT_WRITTEN,
                "The site said that it wrote, but did not keep this: " + what + ".",
                "Check the target, and look for another integration that changes posts when they"
                        + " are saved.");
    }
}

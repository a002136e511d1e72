package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.export.wordpress.PostMeta;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Outgoing;

/**
 * Reads and writes posts of one WordPress site. WordPress has no precondition on writes and drops
 * what it does not know with a 200: so a post is read right before it is written, and every write
 * is read back and compared.
 */
final class WordPressConnector implements Connector {

    private static final String STATUSES = "publish,draft,pending,future,private,trash";

    /** A slug that was taken gets a number. */
    private static final String NUMBERED = "-[0-9]{1,4}";

    private final WordPressApi api;
    private final PostType type;
    private final Posts posts;
    private final Media media;
    private final WordPressCheck check;

    WordPressConnector(WordPressApi api, PostType type) {
        this.api = api;
        this.type = type;
        this.posts = new Posts(type, api.site());
        this.media = new Media(api);
        this.check = new WordPressCheck(api, new FieldCheck(api, type));
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
        return Rendering.of(outgoing, type);
    }

    private String route() {
        return "/wp/v2/" + type.restBase();
    }

    private String route(String id) {
        return route() + "/" + id;
    }

    @Override
    public List<Item> items(PackId pack) throws IOException {
        List<JsonNode> found =
                api.all(
                        route(),
                        Map.of(
                                "contentpack_pack",
                                pack.value(),
                                "context",
                                "edit",
                                "status",
                                STATUSES,
                                "orderby",
                                "id",
                                "order",
                                "asc",
                                "_fields",
                                posts.fields()));
        Map<Integer, String> tags = tags(found);
        List<Item> items = new ArrayList<>();
        for (JsonNode post : found) {
            Item item = posts.item(post, tags);
            // A site without the plugin does not know the filter, and answers all posts.
            if (item.marks().filter(m -> m.key().pack().equals(pack)).isPresent()) {
                items.add(item);
            }
        }
        return items;
    }

    private Map<Integer, String> tags(Collection<JsonNode> found) throws IOException {
        return type.tags().isPresent()
                ? new Tags(api, type.tags().get()).slugs(found, type.tags().get())
                : Map.of();
    }

    @Override
    public Optional<Item> item(String id) throws IOException {
        Optional<JsonNode> post = post(id);
        return post.isEmpty()
                ? Optional.empty()
                : Optional.of(posts.item(post.get(), tags(List.of(post.get()))));
    }

    private Optional<JsonNode> post(String id) throws IOException {
        return id.matches("[1-9][0-9]{0,17}")
                ? api.find(route(id), Map.of("context", "edit", "_fields", posts.fields()))
                : Optional.empty();
    }

    @Override
    public Optional<Item> foreign(String id, Outgoing outgoing) throws IOException {
        Optional<JsonNode> post = post(id);
        if (post.isEmpty()) {
            return Optional.empty();
        }
        String raw = Posts.raw(post.get(), "content");
        PostBody body = PostBody.parse(raw);
        return Optional.of(
                posts.item(
                        post.get(),
                        tags(List.of(post.get())),
                        body.isForeign()
                                ? PostBody.byHeadings(raw, outgoing.article())
                                : body.passages()));
    }

    @Override
    public Item create(Outgoing outgoing, Content content, ItemStatus status) throws IOException {
        ObjectNode text = body(outgoing, content, Optional.empty());
        ObjectNode body = text.deepCopy();
        body.put("status", status == ItemStatus.LIVE ? "publish" : "draft");
        type.author().ifPresent(author -> body.put("author", author));
        if (!type.categories().isEmpty()) {
            body.set("categories", new Tags(api, "categories").numbers(type.categories()));
        }
        String id = api.post(route(), body).path("id").asText("");
        // WordPress keeps a revision of what an update leaves behind, so this text needs one too.
        api.post(route(id), text);
        return readBack(id, content, text, outgoing);
    }

    @Override
    public Item update(Item before, Outgoing outgoing, Content content) throws IOException {
        JsonNode now = unchanged(before);
        String id = before.id();
        ObjectNode body = body(outgoing, content, Optional.of(now));
        api.post(route(id), body);
        return readBack(id, content, body, outgoing);
    }

    private JsonNode unchanged(Item before) throws IOException {
        Optional<JsonNode> now = post(before.id());
        if (now.isEmpty()) {
            throw new ConnectorException(
                    Kind.GONE, "Item " + before.id() + " is not there any more.", "Plan again.");
        }
        Item item = posts.item(now.get(), Map.of());
        if (!item.revision().equals(before.revision())) {
            throw new ConnectorException(
                    Kind.CHANGED_MEANWHILE,
                    "Somebody saved item " + before.id() + " meanwhile.",
                    "Plan again.");
        }
        return now.get();
    }

    private ObjectNode body(Outgoing outgoing, Content content, Optional<JsonNode> now)
            throws IOException {
        ObjectNode body = WordPressApi.JSON.createObjectNode();
        String title = text(content, Posts.TITLE);
        String raw =
                WrittenBody.of(
                        content,
                        () -> render(outgoing),
                        now.map(n -> Posts.raw(n, "content")),
                        api.site().toString(),
                        hex -> media.address(hex, outgoing));
        String summary = text(content, Posts.SUMMARY);
        body.put("title", title);
        body.put("content", raw);
        ObjectNode meta = body.putObject("meta");
        type.summary()
                .ifPresent(
                        where -> {
                            if (where.startsWith(PostType.META)) {
                                meta.put(where.substring(PostType.META.length()), summary);
                            } else {
                                body.put(where, summary);
                            }
                        });
        type.meta()
                .forEach(
                        (field, key) ->
                                meta.put(
                                        key,
                                        field.isMerged()
                                                ? text(content, field.id())
                                                : field.value(outgoing).orElse("")));
        String slug = text(content, Posts.SLUG);
        if (now.isEmpty() || !slug.equals(now.get().path("slug").asText(""))) {
            body.put("slug", slug);
        }
        if (type.tags().isPresent()
                && content.field(Posts.TAGS).orElse(null) instanceof Value.Terms terms) {
            body.set(type.tags().get(), new Tags(api, type.tags().get()).numbers(terms.terms()));
        }
        Meta.put(meta, outgoing.marks());
        Meta.put(meta, PostMeta.WRITTEN, PostMeta.written(title, excerpt(body, now), raw));
        return body;
    }

    private static String excerpt(ObjectNode body, Optional<JsonNode> now) {
        return body.has("excerpt")
                ? body.path("excerpt").asText()
                : now.map(n -> Posts.raw(n, "excerpt")).orElse("");
    }

    private static String text(Content content, String field) {
        return content.field(field).orElse(null) instanceof Value.Text text ? text.text() : "";
    }

    @Override
    public Item move(Item before, ItemStatus status) throws IOException {
        unchanged(before);
        if (status == ItemStatus.TRASHED) {
            api.delete(route(before.id()));
        } else {
            api.post(
                    route(before.id()),
                    WordPressApi.JSON
                            .createObjectNode()
                            .put("status", status == ItemStatus.LIVE ? "publish" : "draft"));
        }
        Item moved = there(before.id());
        if (moved.status() != status) {
            throw new ConnectorException(
                    Kind.NOT_WRITTEN,
                    "The site did not change who can see item " + before.id() + ".",
                    "Look for a plugin that decides on the status of posts.");
        }
        return moved;
    }

    @Override
    public void unmark(Item before) throws IOException {
        unchanged(before);
        ObjectNode body = WordPressApi.JSON.createObjectNode();
        Meta.clear(body.putObject("meta"));
        api.post(route(before.id()), body);
        if (there(before.id()).marks().isPresent()) {
            throw notWritten("marks");
        }
    }

    private Item there(String id) throws IOException {
        JsonNode post = written(id);
        return posts.item(post, tags(List.of(post)));
    }

    private JsonNode written(String id) throws IOException {
        return post(id).orElseThrow(
                        () ->
                                new ConnectorException(
                                        Kind.NOT_WRITTEN,
                                        "The item that was written is not there.",
                                        "Look into the site's own log."));
    }

    private Item readBack(String id, Content intended, ObjectNode sent, Outgoing outgoing)
            throws IOException {
        JsonNode post = written(id);
        Item item = posts.item(post, tags(List.of(post)));
        if (!item.marks().equals(Optional.of(outgoing.marks()))) {
            throw notWritten("marks (meta \"contentpack_…\")");
        }
        for (Map.Entry<MetaField, String> each : type.meta().entrySet()) {
            String wanted = sent.path("meta").path(each.getValue()).asText("");
            if (!post.path("meta").path(each.getValue()).asText("").equals(wanted)) {
                throw notWritten(
                        "field \"" + each.getKey().id() + "\" (meta \"" + each.getValue() + "\")");
            }
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
        List<Passage> own = PostBody.parse(sent.path("content").asText()).own();
        if (!there.containsAll(own)) {
            throw notWritten("text of an editor");
        }
        return item;
    }

    private static boolean isSame(String name, Optional<Value> wanted, Optional<Value> there) {
        if (name.equals(Posts.SLUG)
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
                "Look whether the companion plugin is active, whether the user may write"
                        + " unfiltered HTML, and whether another plugin changes what is saved.");
    }
}

package org.contentpack.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.ghost.GhostKind;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Ghost, and editors at work in its posts: what they save is what Ghost's editor saves, as
 * {@code GhostEditorCms} sees it in a browser.
 */
public final class GhostHands implements CmsHands {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String POSTS = "/posts/";

    private static final Pattern SCRIPT =
            Pattern.compile("<script type=\"application/json\" id=\"contentpack\">(.*?)</script>");

    private static final Pattern FAILURE = Pattern.compile("\"statusCode\":5[0-9][0-9]");

    private static final String PUT_ASIDE = "hash-put-aside";

    private final GhostSite site;

    private GhostHands(GhostSite site) {
        this.site = site;
    }

    /** A site with nothing in it. */
    public static GhostHands open() throws Exception {
        GhostHands hands = new GhostHands(GhostSite.open());
        hands.reset();
        return hands;
    }

    /** The site itself, for what only Ghost has. */
    GhostSite site() {
        return site;
    }

    @Override
    public String kind() {
        return GhostKind.ID;
    }

    @Override
    public String program() throws Exception {
        return "Ghost " + get("/config/").path("config").path("version").asText();
    }

    @Override
    public URI url() {
        return site.url();
    }

    @Override
    public Map<String, String> options() {
        return Map.of("admin-key", site.key());
    }

    @Override
    public void reset() throws Exception {
        site.empty();
    }

    @Override
    public void stop() {
        site.stop();
    }

    @Override
    public void start() throws Exception {
        site.start();
    }

    @Override
    public void close() throws IOException {
        site.close();
    }

    @Override
    public String write(String title, String slug, List<Part> parts) throws Exception {
        ArrayNode blocks = JSON.createArrayNode();
        for (Part part : parts) {
            blocks.add(block("extended-heading", part.heading()).put("tag", "h2"));
            blocks.add(block("paragraph", part.text()));
        }
        ObjectNode post =
                JSON.createObjectNode()
                        .put("title", title)
                        .put("slug", slug)
                        .put("status", "published")
                        .put("lexical", lexical(blocks));
        return send("POST", POSTS, post).path("id").asText();
    }

    /** A block as the editor saves one that was typed. */
    private static ObjectNode block(String type, String text) {
        ObjectNode block = JSON.createObjectNode();
        block.putArray("children")
                .addObject()
                .put("detail", 0)
                .put("format", 0)
                .put("mode", "normal")
                .put("style", "")
                .put("text", text)
                .put("type", "extended-text")
                .put("version", 1);
        return block.put("direction", "ltr")
                .put("format", "")
                .put("indent", 0)
                .put("type", type)
                .put("version", 1);
    }

    private static String lexical(ArrayNode blocks) {
        ObjectNode root =
                JSON.createObjectNode()
                        .put("direction", "ltr")
                        .put("format", "")
                        .put("indent", 0)
                        .put("type", "root")
                        .put("version", 1);
        root.set("children", blocks);
        return JSON.createObjectNode().<ObjectNode>set("root", root).toString();
    }

    @Override
    public void setTitle(String item, String title) throws Exception {
        edit(item, JSON.createObjectNode().put("title", title));
    }

    @Override
    public void replace(String item, String words, String others) throws Exception {
        ArrayNode blocks = blocks(item);
        int found = replace(blocks, words, others);
        if (found != 1) {
            throw new IllegalArgumentException("not once in the text: " + words + "\n" + blocks);
        }
        setBlocks(item, blocks);
    }

    private static int replace(JsonNode node, String words, String others) {
        int found = 0;
        String text = node.path("text").asText("");
        if (text.contains(words)) {
            found += text.split(Pattern.quote(words), -1).length - 1;
            ((ObjectNode) node).put("text", text.replace(words, others));
        }
        for (JsonNode child : node.isArray() ? node : node.path("children")) {
            found += replace(child, words, others);
        }
        return found;
    }

    @Override
    public void addOwn(String item, String section, String text) throws Exception {
        ArrayNode blocks = blocks(item);
        blocks.insert(place(blocks, section)[1], block("paragraph", text));
        setBlocks(item, blocks);
    }

    @Override
    public void remove(String item, String section) throws Exception {
        ArrayNode blocks = blocks(item);
        cut(blocks, section);
        setBlocks(item, blocks);
    }

    private static List<JsonNode> cut(ArrayNode blocks, String section) {
        int[] place = place(blocks, section);
        List<JsonNode> cut = new ArrayList<>();
        for (int i = place[0]; i < place[1]; i++) {
            cut.add(blocks.remove(place[0]));
        }
        return cut;
    }

    @Override
    public void moveToFront(String item, String section) throws Exception {
        ArrayNode blocks = blocks(item);
        List<JsonNode> moved = cut(blocks, section);
        for (int i = 0; i < moved.size(); i++) {
            blocks.insert(i, moved.get(i));
        }
        setBlocks(item, blocks);
    }

    @Override
    public void wrap(String item, String section, String text) {
        Assumptions.abort("blocks of Ghost's editor do not stand inside each other");
    }

    /** Where the blocks of a section begin and end; a picture below its words is the last. */
    private static int[] place(ArrayNode blocks, String section) {
        int start = -1;
        int end = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (styles(blocks.get(i)).contains("--contentpack:" + section)) {
                start = start < 0 ? i : start;
                end = i + 1;
            }
        }
        if (start < 0) {
            throw new IllegalArgumentException("no section " + section + " in:\n" + blocks);
        }
        while (end < blocks.size() && blocks.get(end).path("type").asText().equals("image")) {
            end++;
        }
        return new int[] {start, end};
    }

    private static Set<String> styles(JsonNode node) {
        Set<String> styles = new TreeSet<>();
        styles.add(node.path("style").asText(""));
        node.path("children").forEach(child -> styles.addAll(styles(child)));
        return styles;
    }

    /** The blocks of a text. */
    ArrayNode blocks(String item) throws Exception {
        return blocksOf(post(item));
    }

    private static ArrayNode blocksOf(JsonNode post) throws IOException {
        JsonNode blocks =
                JSON.readTree(post.path("lexical").asText("{}")).path("root").path("children");
        return blocks.isArray() ? (ArrayNode) blocks : JSON.createArrayNode();
    }

    /** Saves the blocks of a text as they are. */
    void setBlocks(String item, ArrayNode blocks) throws Exception {
        edit(item, JSON.createObjectNode().put("lexical", lexical(blocks)));
    }

    /** What a post injects into the head of its page. */
    String code(String item) throws Exception {
        return post(item).path("codeinjection_head").asText("");
    }

    void setCode(String item, String code) throws Exception {
        edit(item, JSON.createObjectNode().put("codeinjection_head", code));
    }

    /** Ghost has no categories; sites group posts by internal tags. */
    @Override
    public void setCategory(String item, String category) throws Exception {
        setTags(item, tag -> isCategory(tag) ? "" : tag, "#" + category);
    }

    @Override
    public void addTag(String item, String tag) throws Exception {
        setTags(item, there -> there, tag);
    }

    private void setTags(String item, UnaryOperator<String> kept, String added) throws Exception {
        ArrayNode tags = JSON.createArrayNode();
        for (JsonNode tag : post(item).path("tags")) {
            if (!kept.apply(tag.path("slug").asText()).isEmpty()) {
                tags.addObject().put("id", tag.path("id").asText());
            }
        }
        if (!added.isEmpty()) {
            tags.addObject().put("name", added);
        }
        edit(item, JSON.createObjectNode().set("tags", tags));
    }

    @Override
    public void setSlug(String item, String slug) throws Exception {
        edit(item, JSON.createObjectNode().put("slug", slug));
    }

    @Override
    public void setStatus(String item, ItemStatus status) throws Exception {
        edit(
                item,
                JSON.createObjectNode()
                        .put("status", status == ItemStatus.LIVE ? "published" : "draft"));
        setTags(
                item,
                tag -> tag.equals(PUT_ASIDE) ? "" : tag,
                status == ItemStatus.TRASHED ? "#put-aside" : "");
    }

    @Override
    public void delete(String item) throws Exception {
        success(request("DELETE", POSTS + item + "/", Optional.empty()));
    }

    /** As <em>Duplicate</em> in the list of posts does. */
    @Override
    public String duplicate(String item) throws Exception {
        JsonNode copy = success(request("POST", POSTS + item + "/copy/", Optional.of("{}")));
        return copy.path("posts").path(0).path("id").asText();
    }

    /** As <em>Post history</em> does. */
    @Override
    public void restoreRevision(String item, String words) throws Exception {
        for (JsonNode revision : earlier(item)) {
            if (text(revision).contains(words)) {
                edit(
                        item,
                        JSON.createObjectNode()
                                .put("lexical", revision.path("lexical").asText())
                                .put("title", revision.path("title").asText())
                                .<ObjectNode>set(
                                        "custom_excerpt", revision.path("custom_excerpt")));
                return;
            }
        }
        throw new IllegalArgumentException("no revision has these words: " + words);
    }

    /** All revisions but that of what stands now, newest first. */
    private List<JsonNode> earlier(String item) throws Exception {
        JsonNode post =
                get(POSTS + item + "/?formats=lexical&include=post_revisions")
                        .path("posts")
                        .path(0);
        List<JsonNode> revisions = new ArrayList<>();
        post.path("post_revisions").forEach(revisions::add);
        revisions.sort(
                Comparator.comparingLong((JsonNode r) -> r.path("created_at_ts").asLong())
                        .reversed());
        String now = post.path("lexical").asText();
        if (!revisions.isEmpty() && revisions.get(0).path("lexical").asText().equals(now)) {
            revisions.remove(0);
        }
        return revisions;
    }

    @Override
    public List<String> items() throws Exception {
        List<String> items = new ArrayList<>();
        all("fields=id").forEach(post -> items.add(post.path("id").asText()));
        return items;
    }

    private List<JsonNode> all(String query) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode some = get(POSTS + "?limit=100&order=id%20asc&page=" + page + "&" + query);
            some.path("posts").forEach(all::add);
            if (page >= some.path("meta").path("pagination").path("pages").asInt()) {
                return all;
            }
        }
    }

    @Override
    public Seen see(String item) throws Exception {
        return seen(post(item));
    }

    /** At once. */
    @Override
    public Map<String, Seen> seeAll() throws Exception {
        Map<String, Seen> all = new TreeMap<>();
        for (JsonNode post : all("formats=lexical&include=tags")) {
            all.put(post.path("id").asText(), seen(post));
        }
        return all;
    }

    private static Seen seen(JsonNode post) throws IOException {
        Set<String> tags = new TreeSet<>();
        Set<String> categories = new TreeSet<>();
        boolean isPutAside = false;
        for (JsonNode tag : post.path("tags")) {
            String slug = tag.path("slug").asText();
            isPutAside |= slug.equals(PUT_ASIDE);
            if (isCategory(slug)) {
                categories.add(slug.substring("hash-".length()));
            } else if (!slug.startsWith("hash-")) {
                tags.add(slug);
            }
        }
        Matcher script = SCRIPT.matcher(post.path("codeinjection_head").asText(""));
        Optional<String> version =
                script.find()
                        ? Optional.of(
                                JSON.readTree(script.group(1)).path("contentpack_version").asText())
                        : Optional.empty();
        boolean isLive = post.path("status").asText().equals("published");
        return new Seen(
                post.path("title").asText(),
                post.path("slug").asText(),
                isLive ? ItemStatus.LIVE : isPutAside ? ItemStatus.TRASHED : ItemStatus.DRAFT,
                tags,
                categories,
                version,
                text(post));
    }

    private static boolean isCategory(String slug) {
        return slug.startsWith("hash-")
                && !slug.startsWith("hash-contentpack-")
                && !slug.equals(PUT_ASIDE);
    }

    /** The words of a post or a revision, in the elements that a reader sees them in. */
    private static String text(JsonNode post) throws IOException {
        StringBuilder html = new StringBuilder();
        for (JsonNode block : blocksOf(post)) {
            html(block, html);
            html.append('\n');
        }
        return html.toString();
    }

    private static void html(JsonNode node, StringBuilder html) {
        String type = node.path("type").asText();
        switch (type) {
            case "text", "extended-text" -> {
                String words =
                        node.path("text")
                                .asText()
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;");
                String element =
                        switch (node.path("format").asInt()) {
                            case 1 -> "strong";
                            case 2 -> "em";
                            default -> "";
                        };
                html.append(
                        element.isEmpty()
                                ? words
                                : "<" + element + ">" + words + "</" + element + ">");
            }
            case "image" ->
                    html.append("<img src=\"")
                            .append(node.path("src").asText())
                            .append("\" alt=\"")
                            .append(node.path("alt").asText())
                            .append("\">")
                            .append(node.path("caption").asText());
            default -> {
                String name =
                        switch (type) {
                            case "extended-heading", "heading", "list" -> node.path("tag").asText();
                            case "listitem" -> "li";
                            case "extended-quote" -> "blockquote";
                            case "link" -> "a";
                            case "linebreak" -> "br";
                            default -> "p";
                        };
                html.append('<').append(name).append('>');
                node.path("children").forEach(child -> html(child, html));
                html.append("</").append(name).append('>');
            }
        }
    }

    @Override
    public List<String> revisions(String item) throws Exception {
        List<String> texts = new ArrayList<>();
        for (JsonNode revision : earlier(item)) {
            texts.add(text(revision));
        }
        return texts;
    }

    /**
     * Files, which Ghost does not list; what they show is said where they are shown. Beside a
     * picture that Ghost has made smaller stands the one that was sent.
     */
    @Override
    public List<String> pictures() throws Exception {
        Map<String, String> shown = new TreeMap<>();
        for (JsonNode post : all("formats=lexical")) {
            for (JsonNode block : blocksOf(post)) {
                String address = block.path("src").asText("");
                shown.put(
                        address.substring(address.lastIndexOf('/') + 1),
                        block.path("alt").asText(""));
            }
        }
        List<String> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(site.images())) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches(".*_o\\.[a-z]+"))
                    .map(name -> name + ": " + shown.getOrDefault(name, ""))
                    .forEach(pictures::add);
        }
        Collections.sort(pictures);
        return pictures;
    }

    /** Refusals are lines of its log too; failures are what is wrong. */
    @Override
    public List<String> complaints() throws IOException {
        return site.log().stream().filter(line -> FAILURE.matcher(line).find()).toList();
    }

    private JsonNode post(String item) throws Exception {
        return get(POSTS + item + "/?formats=lexical&include=tags").path("posts").path(0);
    }

    private void edit(String item, JsonNode change) throws Exception {
        ObjectNode post = change.deepCopy();
        post.put("updated_at", post(item).path("updated_at").asText());
        send("PUT", POSTS + item + "/?save_revision=1", post);
    }

    private JsonNode send(String method, String path, ObjectNode post) throws Exception {
        JsonNode body = JSON.createObjectNode().set("posts", JSON.createArrayNode().add(post));
        return success(request(method, path, Optional.of(body.toString()))).path("posts").path(0);
    }

    JsonNode get(String path) throws Exception {
        return success(request("GET", path, Optional.empty()));
    }

    private HttpResponse<String> request(String method, String path, Optional<String> body)
            throws Exception {
        return site.send(
                site.request(path)
                        .method(
                                method,
                                body.map(HttpRequest.BodyPublishers::ofString)
                                        .orElse(HttpRequest.BodyPublishers.noBody())));
    }

    private static JsonNode success(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request() + ": " + answer.statusCode() + answer.body());
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }
}

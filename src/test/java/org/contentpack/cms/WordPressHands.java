package org.contentpack.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.render.BlockMarkup;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.wordpress.WordPressKind;
import org.jsoup.Jsoup;

/** A real WordPress, and its administrator at work. */
public final class WordPressHands implements CmsHands {

    private static final JsonMapper JSON = new JsonMapper();

    /** WordPress's own category of what has none. */
    private static final String NO_CATEGORY = "uncategorized";

    private static final Pattern GROUP = Pattern.compile("<!-- (/?)wp:group\\b[^>]*?(/?)-->");

    private final WordPressSite site;
    private final Path content;
    private final Path saved;

    private WordPressHands(WordPressSite site) {
        this.site = site;
        this.content = site.folder().resolve("wp-content");
        this.saved = site.folder().resolve("saved");
    }

    /** A site with the companion plugin and nothing in it. */
    public static WordPressHands open() throws Exception {
        WordPressHands hands = new WordPressHands(WordPressSite.open());
        for (String post : hands.items()) {
            hands.delete(post);
        }
        for (JsonNode page : hands.get("/wp/v2/pages?status=any&per_page=100")) {
            hands.success(
                    hands.request("DELETE", "/wp/v2/pages/" + page.path("id") + "?force=true"));
        }
        hands.keep();
        return hands;
    }

    /** The site itself, for what only WordPress has. */
    public WordPressSite site() {
        return site;
    }

    @Override
    public String kind() {
        return WordPressKind.ID;
    }

    @Override
    public String program() throws Exception {
        return "WordPress " + site.php("echo get_bloginfo('version');");
    }

    @Override
    public URI url() {
        return site.url();
    }

    @Override
    public Map<String, String> options() {
        return Map.of("user", site.user(), "password", site.password());
    }

    /** Lets {@link #reset} lead back to what it has now. Nothing is being asked of it. */
    public void keep() throws IOException {
        Trees.delete(saved);
        Trees.copy(content.resolve("database"), saved.resolve("database"));
        Trees.copy(content.resolve("uploads"), saved.resolve("uploads"));
    }

    /** Its database is files that are open only while it answers. */
    @Override
    public void reset() throws IOException {
        for (String part : List.of("database", "uploads")) {
            Trees.delete(content.resolve(part));
            Trees.copy(saved.resolve(part), content.resolve(part));
        }
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
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append("<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">")
                    .append(part.heading())
                    .append("</h2>\n<!-- /wp:heading -->\n\n")
                    .append(paragraph(part.text()))
                    .append("\n\n");
        }
        return post(
                        "/wp/v2/posts",
                        JSON.createObjectNode()
                                .put("title", title)
                                .put("slug", slug)
                                .put("content", text.toString().strip())
                                .put("status", "publish"))
                .path("id")
                .asText();
    }

    private static String paragraph(String text) {
        return "<!-- wp:paragraph -->\n<p>" + text + "</p>\n<!-- /wp:paragraph -->";
    }

    @Override
    public void setTitle(String item, String title) throws Exception {
        edit(item, JSON.createObjectNode().put("title", title));
    }

    @Override
    public void replace(String item, String words, String others) throws Exception {
        String text = text(item);
        int at = text.indexOf(words);
        if (at < 0 || text.indexOf(words, at + 1) >= 0) {
            throw new IllegalArgumentException("not once in the text: " + words + "\n" + text);
        }
        setText(item, text.replace(words, others));
    }

    @Override
    public void addOwn(String item, String section, String text) throws Exception {
        String now = text(item);
        int end = section(now, section)[1];
        setText(item, now.substring(0, end) + "\n\n" + paragraph(text) + now.substring(end));
    }

    @Override
    public void remove(String item, String section) throws Exception {
        String now = text(item);
        int[] place = section(now, section);
        setText(item, (now.substring(0, place[0]) + now.substring(place[1])).strip());
    }

    @Override
    public void moveToFront(String item, String section) throws Exception {
        String now = text(item);
        int[] place = section(now, section);
        setText(
                item,
                now.substring(place[0], place[1])
                        + "\n\n"
                        + (now.substring(0, place[0]) + now.substring(place[1])).strip());
    }

    @Override
    public void wrap(String item, String section, String text) throws Exception {
        String now = text(item);
        int[] place = section(now, section);
        setText(
                item,
                now.substring(0, place[0])
                        + "<!-- wp:columns -->\n<div class=\"wp-block-columns\"><!-- wp:column -->\n"
                        + "<div class=\"wp-block-column\">"
                        + paragraph(text)
                        + "\n\n"
                        + now.substring(place[0], place[1])
                        + "</div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->"
                        + now.substring(place[1]));
    }

    /** Where a section's group begins and ends. */
    private static int[] section(String text, String section) {
        Pattern mark =
                Pattern.compile(
                        "\\b" + Pattern.quote(BlockMarkup.ID_CLASS_PREFIX + section) + "[ \"]");
        Matcher group = GROUP.matcher(text);
        int depth = 0;
        int start = -1;
        while (group.find()) {
            if (group.group(1).isEmpty()) {
                if (start < 0 && mark.matcher(group.group()).find()) {
                    start = group.start();
                    depth = 0;
                }
                depth++;
            } else if (--depth == 0 && start >= 0) {
                return new int[] {start, group.end()};
            }
        }
        throw new IllegalArgumentException("no section " + section + " in the text:\n" + text);
    }

    private String text(String item) throws Exception {
        return get("/wp/v2/posts/" + item + "?context=edit&_fields=content")
                .path("content")
                .path("raw")
                .asText();
    }

    /** Saves a text as it is. */
    public void setText(String item, String text) throws Exception {
        edit(item, JSON.createObjectNode().put("content", text));
    }

    @Override
    public void setCategory(String item, String category) throws Exception {
        edit(
                item,
                JSON.createObjectNode()
                        .set(
                                "categories",
                                JSON.createArrayNode().add(term("categories", category))));
    }

    @Override
    public void addTag(String item, String tag) throws Exception {
        ArrayNode tags =
                (ArrayNode) get("/wp/v2/posts/" + item + "?context=edit&_fields=tags").path("tags");
        edit(item, JSON.createObjectNode().set("tags", tags.add(term("tags", tag))));
    }

    private int term(String taxonomy, String slug) throws Exception {
        JsonNode there = get("/wp/v2/" + taxonomy + "?slug=" + slug);
        JsonNode term =
                there.isEmpty()
                        ? post(
                                "/wp/v2/" + taxonomy,
                                JSON.createObjectNode().put("name", slug).put("slug", slug))
                        : there.get(0);
        return term.path("id").asInt();
    }

    @Override
    public void setSlug(String item, String slug) throws Exception {
        edit(item, JSON.createObjectNode().put("slug", slug));
    }

    @Override
    public void setStatus(String item, ItemStatus status) throws Exception {
        switch (status) {
            case LIVE -> edit(item, JSON.createObjectNode().put("status", "publish"));
            case DRAFT -> edit(item, JSON.createObjectNode().put("status", "draft"));
            case TRASHED -> success(request("DELETE", "/wp/v2/posts/" + item));
        }
    }

    @Override
    public void delete(String item) throws Exception {
        success(request("DELETE", "/wp/v2/posts/" + item + "?force=true"));
    }

    /** As plugins for it do. */
    @Override
    public String duplicate(String item) throws Exception {
        JsonNode from = get("/wp/v2/posts/" + item + "?context=edit");
        ObjectNode copy =
                JSON.createObjectNode()
                        .put("title", from.path("title").path("raw").asText())
                        .put("content", from.path("content").path("raw").asText())
                        .put("excerpt", from.path("excerpt").path("raw").asText())
                        .put("status", from.path("status").asText());
        for (String same : List.of("meta", "tags", "categories")) {
            copy.set(same, from.path(same));
        }
        return post("/wp/v2/posts", copy).path("id").asText();
    }

    @Override
    public void restoreRevision(String item, String words) throws Exception {
        for (JsonNode revision :
                get("/wp/v2/posts/" + item + "/revisions?context=edit&per_page=100")) {
            if (revision.path("content").path("raw").asText().contains(words)) {
                site.php("wp_restore_post_revision(" + revision.path("id").asInt() + ");");
                return;
            }
        }
        throw new IllegalArgumentException("no revision has these words: " + words);
    }

    @Override
    public List<String> items() throws Exception {
        List<String> items = new ArrayList<>();
        for (JsonNode post :
                all(
                        "/wp/v2/posts?context=edit&orderby=id&order=asc&_fields=id"
                                + "&status=publish,draft,pending,future,private,trash")) {
            items.add(post.path("id").asText());
        }
        return items;
    }

    @Override
    public Seen see(String item) throws Exception {
        JsonNode post = get("/wp/v2/posts/" + item + "?context=edit");
        return seen(
                post,
                slugs("tags", post.path("tags")),
                slugs("categories", post.path("categories")));
    }

    /** At once. */
    @Override
    public Map<String, Seen> seeAll() throws Exception {
        Map<Integer, String> tags = terms("tags");
        Map<Integer, String> categories = terms("categories");
        Map<String, Seen> all = new TreeMap<>();
        for (JsonNode post :
                all(
                        "/wp/v2/posts?context=edit&orderby=id&order=asc"
                                + "&status=publish,draft,pending,future,private,trash")) {
            all.put(
                    post.path("id").asText(),
                    seen(
                            post,
                            slugs(tags, post.path("tags")),
                            slugs(categories, post.path("categories"))));
        }
        return all;
    }

    private static Set<String> slugs(Map<Integer, String> terms, JsonNode numbers) {
        Set<String> slugs = new TreeSet<>();
        numbers.forEach(number -> slugs.add(terms.get(number.asInt())));
        slugs.remove(NO_CATEGORY);
        return slugs;
    }

    private Map<Integer, String> terms(String taxonomy) throws Exception {
        Map<Integer, String> terms = new TreeMap<>();
        for (JsonNode term : all("/wp/v2/" + taxonomy + "?orderby=id")) {
            terms.put(term.path("id").asInt(), term.path("slug").asText());
        }
        return terms;
    }

    /** All pages of a list. */
    private List<JsonNode> all(String route) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode some = get(route + "&per_page=100&page=" + page);
            some.forEach(all::add);
            if (some.size() < 100) {
                return all;
            }
        }
    }

    private static Seen seen(JsonNode post, Set<String> tags, Set<String> categories) {
        return new Seen(
                // A title is HTML in WordPress.
                Jsoup.parseBodyFragment(post.path("title").path("raw").asText()).text(),
                post.path("slug").asText(),
                switch (post.path("status").asText()) {
                    case "publish" -> ItemStatus.LIVE;
                    case "trash" -> ItemStatus.TRASHED;
                    default -> ItemStatus.DRAFT;
                },
                tags,
                categories,
                Optional.of(post.path("meta").path("contentpack_version").asText())
                        .filter(version -> !version.isEmpty()),
                post.path("content").path("raw").asText());
    }

    private Set<String> slugs(String taxonomy, JsonNode numbers) throws Exception {
        Set<String> slugs = new TreeSet<>();
        if (!numbers.isEmpty()) {
            List<String> all = new ArrayList<>();
            numbers.forEach(number -> all.add(number.asText()));
            get("/wp/v2/"
                            + taxonomy
                            + "?per_page=100&include="
                            + URLEncoder.encode(String.join(",", all), StandardCharsets.UTF_8))
                    .forEach(term -> slugs.add(term.path("slug").asText()));
        }
        slugs.remove(NO_CATEGORY);
        return slugs;
    }

    @Override
    public List<String> revisions(String item) throws Exception {
        List<String> texts = new ArrayList<>();
        get("/wp/v2/posts/" + item + "/revisions?context=edit&per_page=100")
                .forEach(revision -> texts.add(revision.path("content").path("raw").asText()));
        return texts;
    }

    @Override
    public List<String> pictures() throws Exception {
        List<String> pictures = new ArrayList<>();
        for (JsonNode picture : get("/wp/v2/media?per_page=100")) {
            String address = picture.path("source_url").asText();
            pictures.add(
                    address.substring(address.lastIndexOf('/') + 1)
                            + ": "
                            + picture.path("alt_text").asText());
        }
        Collections.sort(pictures);
        return pictures;
    }

    @Override
    public List<String> complaints() throws IOException {
        return site.complaints().stream()
                .filter(line -> line.contains("/plugins/contentpack/"))
                .toList();
    }

    private void edit(String item, JsonNode change) throws Exception {
        post("/wp/v2/posts/" + item, change);
    }

    private JsonNode get(String route) throws Exception {
        return success(site.get(route));
    }

    private JsonNode post(String route, JsonNode body) throws Exception {
        return success(site.post(route, JSON.writeValueAsString(body)));
    }

    private HttpResponse<String> request(String method, String route) throws Exception {
        return site.send(site.request(route).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode success(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request() + ": " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}

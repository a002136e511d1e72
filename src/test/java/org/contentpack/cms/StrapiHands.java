package org.contentpack.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.strapi.StrapiKind;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Strapi, and its administrator at work on the pages for editors. Who edits an article that
 * readers see also publishes what was edited, so that readers see it; what is seen of such an
 * article is what readers see.
 */
public final class StrapiHands implements CmsHands {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ARTICLES = "/contentpack-articles";
    private static final String PAGES =
            "/content-manager/collection-types/api::contentpack-article.contentpack-article";

    /** Behind the name of a file, in its address. */
    private static final Pattern ROLLED = Pattern.compile("(_[0-9a-f]{16})_[0-9a-f]{10}(?=\\.)");

    private static final String NO_HISTORY =
            "Strapi keeps earlier states (Content History) in its paid editions only";

    private final StrapiSite site;

    private StrapiHands(StrapiSite site) {
        this.site = site;
    }

    /** A site whose project has our files, with nothing in it. */
    public static StrapiHands open() throws Exception {
        return new StrapiHands(StrapiSite.open());
    }

    /** The same, with the pages for editors. */
    static StrapiHands openWithPages() throws Exception {
        return new StrapiHands(
                StrapiSite.open(
                        site -> {
                            site.install();
                            site.addPages();
                        }));
    }

    /** The site itself, for what only Strapi has. */
    StrapiSite site() {
        return site;
    }

    @Override
    public String kind() {
        return StrapiKind.ID;
    }

    @Override
    public String program() throws Exception {
        return "Strapi "
                + site.api("GET", "/contentpack/setup", Optional.empty()).path("strapi").asText();
    }

    @Override
    public URI url() {
        return site.url();
    }

    @Override
    public Map<String, String> options() {
        try {
            return Map.of("token", site.token(), "publish-updates", "true");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void reset() throws Exception {
        Set<String> documents = new TreeSet<>();
        list("draft").forEach(entry -> documents.add(entry.path("documentId").asText()));
        for (String document : documents) {
            site.api("DELETE", ARTICLES + "/" + document + "?locale=*", Optional.empty());
        }
        for (JsonNode file : site.api("GET", "/upload/files", Optional.empty())) {
            site.api("DELETE", "/upload/files/" + file.path("id").asText(), Optional.empty());
        }
    }

    private List<JsonNode> list(String status) throws Exception {
        List<JsonNode> entries = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode some =
                    site.api(
                            "GET",
                            ARTICLES
                                    + "?locale=*&pagination%5BpageSize%5D=100&pagination%5Bpage%5D="
                                    + page
                                    + "&status="
                                    + status,
                            Optional.empty());
            some.forEach(entries::add);
            if (some.size() < 100) {
                return entries;
            }
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

    private static String document(String item) {
        return item.substring(0, item.indexOf('.'));
    }

    private static String page(String item, String action) {
        return PAGES
                + "/"
                + document(item)
                + action
                + "?locale="
                + item.substring(item.indexOf('.') + 1);
    }

    private static String name(JsonNode entry) {
        return entry.path("documentId").asText() + "." + entry.path("locale").asText();
    }

    private static Optional<JsonNode> some(JsonNode json) {
        return Optional.of(json);
    }

    private static Optional<JsonNode> nothing() {
        return Optional.of(JSON.createObjectNode());
    }

    @Override
    public String write(String title, String slug, List<Part> parts) throws Exception {
        ObjectNode item = JSON.createObjectNode().put("title", title).put("slug", slug);
        ArrayNode rows = item.putArray("sections");
        for (Part part : parts) {
            rows.add(row(part.heading(), part.text()));
        }
        String made = name(site.admin("POST", PAGES + "?locale=en", some(item)));
        site.admin("POST", page(made, "/actions/publish"), nothing());
        return made;
    }

    private static ObjectNode row(String heading, String text) {
        return JSON.createObjectNode().put("heading", heading).put("text", text);
    }

    @Override
    public void setTitle(String item, String title) throws Exception {
        edit(item, JSON.createObjectNode().put("title", title));
    }

    @Override
    public void replace(String item, String words, String others) throws Exception {
        ArrayNode rows = rows(item);
        int found = 0;
        for (JsonNode row : rows) {
            for (String field : List.of("heading", "text")) {
                String text = row.path(field).asText("");
                if (text.contains(words)) {
                    found += text.split(Pattern.quote(words), -1).length - 1;
                    ((ObjectNode) row).put(field, text.replace(words, others));
                }
            }
        }
        if (found != 1) {
            throw new IllegalArgumentException("not once in the text: " + words + "\n" + rows);
        }
        setRows(item, rows);
    }

    @Override
    public void addOwn(String item, String section, String text) throws Exception {
        ArrayNode rows = rows(item);
        rows.insert(place(rows, section) + 1, row("", text));
        setRows(item, rows);
    }

    @Override
    public void remove(String item, String section) throws Exception {
        ArrayNode rows = rows(item);
        rows.remove(place(rows, section));
        setRows(item, rows);
    }

    @Override
    public void moveToFront(String item, String section) throws Exception {
        ArrayNode rows = rows(item);
        rows.insert(0, rows.remove(place(rows, section)));
        setRows(item, rows);
    }

    @Override
    public void wrap(String item, String section, String text) {
        Assumptions.abort("entries of a repeatable component do not stand inside each other");
    }

    private static int place(ArrayNode rows, String section) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).path("section").asText().equals(section)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no section " + section + " in the text:\n" + rows);
    }

    private ArrayNode rows(String item) throws Exception {
        return (ArrayNode) draft(item).path("sections");
    }

    /** Saves the entries of a text as they are. */
    void setRows(String item, ArrayNode rows) throws Exception {
        edit(item, JSON.createObjectNode().set("sections", rows));
    }

    @Override
    public void setCategory(String item, String category) throws Exception {
        edit(item, JSON.createObjectNode().put("category", category));
    }

    @Override
    public void addTag(String item, String tag) throws Exception {
        ArrayNode tags = (ArrayNode) draft(item).path("tags");
        tags.addObject().put("name", tag);
        edit(item, JSON.createObjectNode().set("tags", tags));
    }

    @Override
    public void setSlug(String item, String slug) throws Exception {
        edit(item, JSON.createObjectNode().put("slug", slug));
    }

    @Override
    public void setStatus(String item, ItemStatus status) throws Exception {
        if (status == ItemStatus.LIVE) {
            site.admin("POST", page(item, "/actions/publish"), nothing());
            return;
        }
        if (published(item).isPresent()) {
            site.admin("POST", page(item, "/actions/unpublish"), nothing());
        }
        save(item, JSON.createObjectNode().put("archived", status == ItemStatus.TRASHED));
    }

    @Override
    public void delete(String item) throws Exception {
        site.admin("DELETE", page(item, ""), Optional.empty());
    }

    @Override
    public String duplicate(String item) throws Exception {
        return name(
                site.admin(
                        "POST",
                        PAGES
                                + "/clone/"
                                + document(item)
                                + "?locale="
                                + item.substring(item.indexOf('.') + 1),
                        nothing()));
    }

    @Override
    public boolean keepsEarlierStates() {
        return false;
    }

    @Override
    public void restoreRevision(String item, String words) {
        Assumptions.abort(NO_HISTORY);
    }

    @Override
    public List<String> items() throws Exception {
        return list("draft").stream()
                .sorted(
                        Comparator.comparing((JsonNode e) -> e.path("createdAt").asText())
                                .thenComparing(e -> e.path("id").asInt()))
                .map(StrapiHands::name)
                .toList();
    }

    @Override
    public Seen see(String item) throws Exception {
        JsonNode draft = draft(item);
        Optional<JsonNode> published = published(item);
        JsonNode now = published.orElse(draft);
        Set<String> tags = new TreeSet<>();
        now.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        return new Seen(
                now.path("title").asText(),
                now.path("slug").asText(),
                published.isPresent()
                        ? ItemStatus.LIVE
                        : draft.path("archived").asBoolean()
                                ? ItemStatus.TRASHED
                                : ItemStatus.DRAFT,
                tags,
                filled(now, "category").map(Set::of).orElse(Set.of()),
                filled(now, "contentpack_version"),
                text(now));
    }

    private static Optional<String> filled(JsonNode item, String field) {
        return Optional.of(item.path(field).asText("")).filter(text -> !text.isEmpty());
    }

    /** One entry below the other, as Markdown; without what Strapi rolls for each upload. */
    private static String text(JsonNode item) {
        StringBuilder text = new StringBuilder();
        for (JsonNode row : item.path("sections")) {
            filled(row, "heading")
                    .ifPresent(heading -> text.append("## ").append(heading).append("\n\n"));
            text.append(row.path("text").asText("")).append("\n\n");
        }
        return ROLLED.matcher(text).replaceAll("$1");
    }

    @Override
    public List<String> revisions(String item) {
        Assumptions.abort(NO_HISTORY);
        return List.of();
    }

    @Override
    public List<String> pictures() throws Exception {
        List<String> pictures = new ArrayList<>();
        site.api("GET", "/upload/files", Optional.empty())
                .forEach(
                        file ->
                                pictures.add(
                                        file.path("name").asText()
                                                + ": "
                                                + file.path("alternativeText").asText()));
        Collections.sort(pictures);
        return pictures;
    }

    /** Refusals are no lines of its log; failures are. */
    @Override
    public List<String> complaints() throws IOException {
        return site.log().stream().filter(line -> line.contains("error")).toList();
    }

    /** What editors see. */
    JsonNode draft(String item) throws Exception {
        return entry(item, "draft");
    }

    /** What readers see. */
    Optional<JsonNode> published(String item) throws Exception {
        for (JsonNode entry : list("published")) {
            if (name(entry).equals(item)) {
                return Optional.of(entry(item, "published"));
            }
        }
        return Optional.empty();
    }

    private JsonNode entry(String item, String status) throws Exception {
        return site.api(
                "GET",
                ARTICLES
                        + "/"
                        + document(item)
                        + "?populate=*&locale="
                        + item.substring(item.indexOf('.') + 1)
                        + "&status="
                        + status,
                Optional.empty());
    }

    /** Saves a draft, and publishes it where readers see the article. */
    private void edit(String item, JsonNode change) throws Exception {
        boolean isLive = published(item).isPresent();
        save(item, change);
        if (isLive) {
            site.admin("POST", page(item, "/actions/publish"), nothing());
        }
    }

    /** Saves a draft and does not publish it. */
    void save(String item, JsonNode change) throws Exception {
        site.admin("PUT", page(item, ""), some(change));
    }
}

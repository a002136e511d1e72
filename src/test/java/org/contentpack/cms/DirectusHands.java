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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.contentpack.sync.Check;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.directus.DirectusKind;
import org.contentpack.sync.http.SiteLimits;
import org.junit.jupiter.api.Assumptions;

/** A real Directus, and its administrator at work in the collection that the connector made. */
public final class DirectusHands implements CmsHands {

    static final String COLLECTION = "contentpack_articles";

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ITEMS = "/items/" + COLLECTION;

    /** A field of the site's own, which the connector has never heard of. */
    private static final String CATEGORY = "category";

    private final DirectusSite site;

    private DirectusHands(DirectusSite site) {
        this.site = site;
    }

    /** A site that is prepared, with nothing in it. */
    public static DirectusHands open() throws Exception {
        DirectusHands hands = new DirectusHands(DirectusSite.open());
        Check check =
                ContractTarget.connector(
                                ContractTarget.of(DirectusKind.ID, hands.url()),
                                hands.options(),
                                SiteLimits.DEFAULT,
                                time -> {})
                        .prepare();
        if (!check.isReady()) {
            throw new IOException("not prepared: " + check);
        }
        hands.post(
                "/fields/" + COLLECTION,
                JSON.readTree(
                        "{\"field\":\"category\",\"type\":\"string\",\"meta\":{\"interface\":\"input\"}}"));
        hands.reset();
        return hands;
    }

    /** The site itself, for what only Directus has. */
    DirectusSite site() {
        return site;
    }

    @Override
    public String kind() {
        return DirectusKind.ID;
    }

    @Override
    public String program() throws Exception {
        return "Directus " + get("/server/info").path("version").asText();
    }

    @Override
    public URI url() {
        return site.url();
    }

    @Override
    public Map<String, String> options() {
        return Map.of("token", site.token());
    }

    @Override
    public void reset() throws Exception {
        site.empty(COLLECTION);
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
        ObjectNode item =
                JSON.createObjectNode()
                        .put("id", "own-" + slug)
                        .put("title", title)
                        .put("slug", slug)
                        .put("status", "published");
        ArrayNode rows = item.putArray("sections");
        for (Part part : parts) {
            rows.add(row(part.heading(), part.text()));
        }
        return post(ITEMS, item).path("id").asText();
    }

    private static ObjectNode row(String heading, String text) {
        return JSON.createObjectNode().put("heading", heading).put("text", "<p>" + text + "</p>");
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
                    found += text.split(java.util.regex.Pattern.quote(words), -1).length - 1;
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
        Assumptions.abort("rows of a repeater do not stand inside each other");
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
        JsonNode rows = item(item).path("sections");
        return rows.isArray() ? (ArrayNode) rows : JSON.createArrayNode();
    }

    /** Saves the rows of a text as they are. */
    void setRows(String item, ArrayNode rows) throws Exception {
        edit(item, JSON.createObjectNode().set("sections", rows));
    }

    @Override
    public void setCategory(String item, String category) throws Exception {
        edit(item, JSON.createObjectNode().put(CATEGORY, category));
    }

    @Override
    public void addTag(String item, String tag) throws Exception {
        ArrayNode tags = (ArrayNode) item(item).path("tags");
        edit(item, JSON.createObjectNode().set("tags", tags.add(tag)));
    }

    @Override
    public void setSlug(String item, String slug) throws Exception {
        edit(item, JSON.createObjectNode().put("slug", slug));
    }

    @Override
    public void setStatus(String item, ItemStatus status) throws Exception {
        String word =
                switch (status) {
                    case LIVE -> "published";
                    case DRAFT -> "draft";
                    case TRASHED -> "archived";
                };
        edit(item, JSON.createObjectNode().put("status", word));
    }

    @Override
    public void delete(String item) throws Exception {
        success(request("DELETE", ITEMS + "/" + item, Optional.empty()));
    }

    /** As <em>Save as copy</em> does, with a new key typed in. */
    @Override
    public String duplicate(String item) throws Exception {
        ObjectNode copy = (ObjectNode) item(item);
        copy.put("id", item + "-copy");
        copy.remove(List.of("date_created", "date_updated"));
        return post(ITEMS, copy).path("id").asText();
    }

    @Override
    public void restoreRevision(String item, String words) throws Exception {
        for (JsonNode revision : earlier(item)) {
            if (text(revision.path("data")).contains(words)) {
                success(
                        request(
                                "POST",
                                "/utils/revert/" + revision.path("id").asText(),
                                Optional.empty()));
                return;
            }
        }
        throw new IllegalArgumentException("no revision has these words: " + words);
    }

    /** All revisions but the newest, which is what stands now. */
    private List<JsonNode> earlier(String item) throws Exception {
        List<JsonNode> revisions = new ArrayList<>();
        get("/revisions?limit=-1&sort=-id&filter="
                        + encoded(
                                "{\"collection\":{\"_eq\":\""
                                        + COLLECTION
                                        + "\"},\"item\":{\"_eq\":\""
                                        + item
                                        + "\"},\"version\":{\"_null\":true}}"))
                .forEach(revisions::add);
        return revisions.isEmpty() ? revisions : revisions.subList(1, revisions.size());
    }

    @Override
    public List<String> items() throws Exception {
        List<String> items = new ArrayList<>();
        get(ITEMS + "?limit=-1&fields=id&sort=date_created")
                .forEach(item -> items.add(item.path("id").asText()));
        return items;
    }

    @Override
    public Seen see(String item) throws Exception {
        JsonNode now = item(item);
        Set<String> tags = new TreeSet<>();
        now.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new Seen(
                now.path("title").asText(),
                now.path("slug").asText(),
                switch (now.path("status").asText()) {
                    case "published" -> ItemStatus.LIVE;
                    case "archived" -> ItemStatus.TRASHED;
                    default -> ItemStatus.DRAFT;
                },
                tags,
                filled(now, CATEGORY).map(Set::of).orElse(Set.of()),
                filled(now, "contentpack_version"),
                text(now));
    }

    private static Optional<String> filled(JsonNode item, String field) {
        return Optional.of(item.path(field).asText("")).filter(text -> !text.isEmpty());
    }

    /** One row below the other, as a reader sees them. */
    private static String text(JsonNode item) {
        StringBuilder text = new StringBuilder();
        for (JsonNode row : item.path("sections")) {
            filled(row, "heading")
                    .ifPresent(heading -> text.append("<h2>").append(heading).append("</h2>\n"));
            text.append(row.path("text").asText("")).append('\n');
        }
        return text.toString();
    }

    @Override
    public List<String> revisions(String item) throws Exception {
        return earlier(item).stream().map(revision -> text(revision.path("data"))).toList();
    }

    @Override
    public List<String> pictures() throws Exception {
        List<String> pictures = new ArrayList<>();
        get("/files?limit=-1")
                .forEach(
                        file ->
                                pictures.add(
                                        file.path("filename_download").asText()
                                                + ": "
                                                + file.path("description").asText()));
        Collections.sort(pictures);
        return pictures;
    }

    /** Refusals are no lines of its log; failures are. */
    @Override
    public List<String> complaints() throws IOException {
        return site.log().stream().filter(line -> line.contains("\"level\":50")).toList();
    }

    private JsonNode item(String item) throws Exception {
        return get(ITEMS + "/" + item);
    }

    private void edit(String item, JsonNode change) throws Exception {
        success(request("PATCH", ITEMS + "/" + item, Optional.of(change)));
    }

    JsonNode get(String path) throws Exception {
        return success(request("GET", path, Optional.empty()));
    }

    JsonNode post(String path, JsonNode body) throws Exception {
        return success(request("POST", path, Optional.of(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> request(String method, String path, Optional<JsonNode> body)
            throws Exception {
        return site.send(
                site.request(path)
                        .method(
                                method,
                                body.isPresent()
                                        ? HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(body.get()))
                                        : HttpRequest.BodyPublishers.noBody()));
    }

    /** What a request came to; a change of nothing is answered with 204 here too. */
    private static JsonNode success(HttpResponse<String> answer) throws IOException {
        boolean isDelete = answer.request().method().equals("DELETE");
        boolean isRevert = answer.request().uri().getPath().startsWith("/utils/");
        if (answer.statusCode() / 100 != 2
                || (answer.statusCode() == 204 && !isDelete && !isRevert)) {
            throw new IOException(answer.request() + ": " + answer.statusCode() + answer.body());
        }
        return answer.body().isEmpty()
                ? JSON.missingNode()
                : JSON.readTree(answer.body()).path("data");
    }
}

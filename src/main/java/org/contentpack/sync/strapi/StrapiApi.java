package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.http.Answer;
import org.contentpack.sync.http.Call;
import org.contentpack.sync.http.FormData;
import org.contentpack.sync.http.Json;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.items.Mark;

/**
 * Calls of the REST API as JSON. Reads are Strapi's own; articles are written through one route of
 * {@link ProjectFiles}, because Strapi's own writes know no condition and cannot unpublish.
 *
 * @see <a href="https://docs.strapi.io/cms/api/rest">Strapi REST API reference</a>
 */
final class StrapiApi {

    /** As many entries as one answer may have, and as one list of ids in an address. */
    static final int PAGE = 50;

    private static final String ARTICLES = "/api/contentpack-articles";
    private static final String SETUP = "/api/contentpack/setup";
    private static final String WRITE = "/api/contentpack/write";
    private static final String UPLOAD = "/api/upload";

    private final SiteHttp http;
    private final String authorization;

    StrapiApi(SiteHttp http, String token) {
        this.http = http;
        this.authorization = "Bearer " + token;
    }

    URI site() {
        return http.site();
    }

    /** What the site says of its set-up; empty where it does not have our files. */
    Optional<JsonNode> setup() throws IOException {
        Answer answer = call("GET", SETUP, Optional.empty());
        if (answer.status() == 404) {
            Json.of(answer);
            return Optional.empty();
        }
        return Optional.of(success(answer).path("data"));
    }

    /** Drafts and published texts are two lists in Strapi. */
    enum Side {
        DRAFT,
        PUBLISHED;

        private String word() {
            return this == DRAFT ? "draft" : "published";
        }
    }

    /**
     * All articles in all languages that filters let through.
     *
     * @param filters by name, in the form of the API
     */
    List<JsonNode> articles(Side side, Map<String, String> filters) throws IOException {
        Map<String, String> query = new TreeMap<>(filters);
        query.put("populate", "*");
        return all(side, query);
    }

    /** When each article of ours was saved last. */
    List<JsonNode> times(Side side) throws IOException {
        return all(
                side,
                Map.of(
                        "filters[" + Mark.PACK.field() + "][$notNull]",
                        "true",
                        "fields[0]",
                        "updatedAt",
                        "fields[1]",
                        "locale"));
    }

    private List<JsonNode> all(Side side, Map<String, String> asked) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        Map<String, String> query = new TreeMap<>(asked);
        query.put("status", side.word());
        query.put("locale", "*");
        query.put("sort[0]", "documentId");
        query.put("sort[1]", "locale");
        query.put("pagination[pageSize]", Integer.toString(PAGE));
        for (int page = 1; ; page++) {
            query.put("pagination[page]", Integer.toString(page));
            JsonNode answer = success(call("GET", ARTICLES + Json.query(query), Optional.empty()));
            JsonNode list = answer.path("data");
            if (!list.isArray()) {
                throw Json.unexpected("A list was expected.");
            }
            list.forEach(all::add);
            if (page >= answer.path("meta").path("pagination").path("pageCount").asInt()) {
                return all;
            }
        }
    }

    /** One language of one document. */
    Optional<JsonNode> article(Side side, EntryId id) throws IOException {
        Answer answer =
                call(
                        "GET",
                        ARTICLES
                                + "/"
                                + id.document()
                                + Json.query(
                                        Map.of(
                                                "status",
                                                side.word(),
                                                "locale",
                                                id.locale(),
                                                "populate",
                                                "*")),
                        Optional.empty());
        if (answer.status() == 404) {
            Json.of(answer);
            return Optional.empty();
        }
        return Optional.of(success(answer).path("data"));
    }

    /**
     * Writes one language of one document, all or nothing.
     *
     * @return the document's id
     */
    String write(ObjectNode write) throws IOException {
        Answer answer = call("POST", WRITE, Optional.of(write));
        if (answer.status() == 409) {
            throw new ConnectorException(
                    Kind.CHANGED_MEANWHILE, "Somebody saved the item meanwhile.", "Plan again.");
        }
        if (answer.status() == 404) {
            Json.of(answer);
            throw new ConnectorException(
                    Kind.GONE,
                    "The item that was to be changed is not there any more.",
                    "Plan again.");
        }
        return success(answer).path("data").path("documentId").asText("");
    }

    /** Files whose name in the store holds a word, oldest first. */
    List<JsonNode> files(String word) throws IOException {
        JsonNode files =
                success(
                        call(
                                "GET",
                                UPLOAD
                                        + "/files"
                                        + Json.query(
                                                Map.of(
                                                        "filters[hash][$contains]",
                                                        word,
                                                        "sort",
                                                        "id")),
                                Optional.empty()));
        if (!(files instanceof ArrayNode)) {
            throw Json.unexpected("A list was expected.");
        }
        List<JsonNode> found = new ArrayList<>();
        files.forEach(found::add);
        return found;
    }

    void upload(Map<String, String> fields, String fileName, String type, byte[] bytes)
            throws IOException {
        FormData form = new FormData(fields, "files", fileName, type, bytes);
        success(
                http.send(
                        new Call(
                                "POST",
                                UPLOAD,
                                Map.of(
                                        "Authorization",
                                        authorization,
                                        "Content-Type",
                                        form.contentType()),
                                form.body())));
    }

    private Answer call(String method, String path, Optional<JsonNode> body) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Authorization", authorization);
        if (body.isPresent()) {
            headers.put("Content-Type", "application/json");
        }
        byte[] bytes = body.isPresent() ? Json.MAPPER.writeValueAsBytes(body.get()) : new byte[0];
        return http.send(new Call(method, path, headers, bytes));
    }

    private static JsonNode success(Answer answer) throws ConnectorException {
        JsonNode json = Json.of(answer);
        if (answer.isSuccess()) {
            return json;
        }
        String name = Json.word(json.path("error").path("name").asText(""), "no name");
        String said = "The site refused (" + answer.status() + ", " + name + ").";
        if (answer.status() == 403) {
            throw new ConnectorException(
                    Kind.FORBIDDEN,
                    said,
                    "Give the token the rights that the documentation of Strapi targets names.");
        }
        if (answer.status() == 404) {
            throw new ConnectorException(
                    Kind.GONE,
                    said,
                    "Look whether the address is that of a Strapi, and check the target.");
        }
        if (answer.status() == 413) {
            throw new ConnectorException(
                    Kind.REFUSED, said, "Raise jsonLimit of strapi::body in config/middlewares.");
        }
        String key = Json.word(json.path("error").path("details").path("key").asText(""), "");
        throw new ConnectorException(
                Kind.REFUSED,
                key.isEmpty() ? said : said + " The key is \"" + key + "\".",
                "Check the target, or try the same by hand in the site.");
    }
}

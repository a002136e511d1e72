package org.contentpack.sync.directus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/**
 * Calls of the REST API as JSON. What is not there and what may not be seen are one answer in
 * Directus (403), so single rows are looked for in lists, which are empty then.
 *
 * @see <a href="https://directus.io/docs/api">Directus API reference</a>
 */
final class DirectusApi {

    static final JsonMapper JSON = Json.MAPPER;

    /** As many rows as one answer may have. */
    static final int PAGE = 100;

    private static final String TYPE = "application/json";

    private final SiteHttp http;
    private final String authorization;

    DirectusApi(SiteHttp http, String token) {
        this.http = http;
        this.authorization = "Bearer " + token;
    }

    URI site() {
        return http.site();
    }

    /** What stands at a path. */
    JsonNode get(String path, Map<String, String> query) throws IOException {
        return success(call("GET", path + Json.query(query), Optional.empty())).path("data");
    }

    /** The same; empty where it is not there or may not be seen (403, 404). */
    Optional<JsonNode> find(String path, Map<String, String> query) throws IOException {
        Answer answer = call("GET", path + Json.query(query), Optional.empty());
        if (answer.status() == 403 || answer.status() == 404) {
            Json.of(answer);
            return Optional.empty();
        }
        return Optional.of(success(answer).path("data"));
    }

    /**
     * All rows of a list that a filter lets through, sorted by id.
     *
     * @param filter in the form of the API
     */
    List<JsonNode> all(String path, JsonNode filter, String fields) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        Map<String, String> query = new TreeMap<>();
        query.put("filter", JSON.writeValueAsString(filter));
        query.put("fields", fields);
        query.put("sort", "id");
        query.put("meta", "filter_count");
        query.put("limit", Integer.toString(PAGE));
        for (int page = 1; ; page++) {
            query.put("page", Integer.toString(page));
            JsonNode answer = success(call("GET", path + Json.query(query), Optional.empty()));
            JsonNode rows = answer.path("data");
            if (!rows.isArray()) {
                throw Json.unexpected("A list was expected.");
            }
            rows.forEach(all::add);
            if (rows.isEmpty() || all.size() >= answer.path("meta").path("filter_count").asInt()) {
                return all;
            }
        }
    }

    /** The filter for rows in which a field has a value. */
    static ObjectNode equal(String field, String value) {
        ObjectNode filter = JSON.createObjectNode();
        filter.putObject(field).put("_eq", value);
        return filter;
    }

    /** The one row with an id. */
    Optional<JsonNode> row(String path, String id, String fields) throws IOException {
        JsonNode rows =
                get(
                        path,
                        Map.of(
                                "filter",
                                JSON.writeValueAsString(equal("id", id)),
                                "fields",
                                fields,
                                "limit",
                                "1"));
        if (!rows.isArray()) {
            throw Json.unexpected("A list was expected.");
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Makes something and gives it back. */
    JsonNode post(String path, JsonNode body) throws IOException {
        return success(call("POST", path, Optional.of(body))).path("data");
    }

    /** Changes something; a row that is not there is answered with 204, as if all were well. */
    void patch(String path, JsonNode body) throws IOException {
        Answer answer = call("PATCH", path, Optional.of(body));
        if (answer.status() == 204) {
            throw new ConnectorException(
                    Kind.GONE,
                    "The item that was to be changed is not there any more.",
                    "Plan again.");
        }
        success(answer);
    }

    void delete(String path) throws IOException {
        Answer answer = call("DELETE", path, Optional.empty());
        if (answer.status() != 204) {
            success(answer);
        }
    }

    /**
     * Sends a file with what else is kept of it.
     *
     * @param fields the ones that the API reads stand before the file
     */
    void upload(
            String method,
            String path,
            Map<String, String> fields,
            String fileName,
            String type,
            byte[] bytes)
            throws IOException {
        FormData form = new FormData(fields, "file", fileName, type, bytes);
        success(
                http.send(
                        new Call(
                                method,
                                path,
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
            headers.put("Content-Type", TYPE);
        }
        byte[] bytes = body.isPresent() ? JSON.writeValueAsBytes(body.get()) : new byte[0];
        return http.send(new Call(method, path, headers, bytes));
    }

    private static JsonNode success(Answer answer) throws ConnectorException {
        JsonNode json = Json.of(answer);
        if (answer.isSuccess()) {
            return json;
        }
        String code = json.path("errors").path(0).path("extensions").path("code").asText("");
        String said =
                "The site refused (" + answer.status() + ", " + Json.word(code, "no code") + ").";
        if (answer.status() == 403) {
            throw new ConnectorException(
                    Kind.FORBIDDEN,
                    said,
                    "Give the token's user a role that may do this, or look whether the collection"
                            + " and its fields are still there.");
        }
        if (answer.status() == 404) {
            throw new ConnectorException(
                    Kind.GONE, said, "Look whether the address is that of a Directus.");
        }
        if (answer.status() == 413) {
            throw new ConnectorException(
                    Kind.REFUSED, said, "Raise MAX_PAYLOAD_SIZE of the Directus.");
        }
        throw new ConnectorException(
                Kind.REFUSED, said, "Look the code up, or try the same by hand in the site.");
    }
}

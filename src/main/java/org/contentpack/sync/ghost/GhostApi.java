package org.contentpack.sync.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
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
 * Calls of the Admin API as JSON. Each bears a token of its own.
 *
 * @see <a href="https://docs.ghost.org/admin-api">Ghost Admin API</a>
 */
final class GhostApi {

    /** As many posts as Ghost 6 puts into one answer. */
    static final int PAGE = 100;

    private static final String ADMIN = "/ghost/api/admin";

    private final SiteHttp http;
    private final AdminKey key;
    private final InstantSource clock;

    GhostApi(SiteHttp http, AdminKey key, InstantSource clock) {
        this.http = http;
        this.key = key;
        this.clock = clock;
    }

    URI site() {
        return http.site();
    }

    /** What stands at a path. */
    JsonNode get(String path, Map<String, String> query) throws IOException {
        return success(call("GET", path, query, Optional.empty()));
    }

    /** The first of its kind at a path; empty where it is not there. */
    Optional<JsonNode> find(String path, String kind, Map<String, String> query)
            throws IOException {
        Answer answer = call("GET", path, query, Optional.empty());
        if (answer.status() == 404) {
            Json.of(answer);
            return Optional.empty();
        }
        return Optional.of(first(success(answer), kind));
    }

    /** All of a kind that a filter lets through, sorted by id. */
    List<JsonNode> all(String path, String kind, Map<String, String> query) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        Map<String, String> asked = new TreeMap<>(query);
        asked.put("limit", Integer.toString(PAGE));
        asked.put("order", "id asc");
        for (int page = 1; ; page++) {
            asked.put("page", Integer.toString(page));
            JsonNode answer = get(path, asked);
            JsonNode rows = answer.path(kind);
            if (!rows.isArray()) {
                throw Json.unexpected("A list was expected.");
            }
            rows.forEach(all::add);
            if (rows.isEmpty()
                    || page >= answer.path("meta").path("pagination").path("pages").asInt()) {
                return all;
            }
        }
    }

    /** Makes something, or changes it, and gives it back. */
    JsonNode send(String method, String path, String kind, Map<String, String> query, JsonNode row)
            throws IOException {
        JsonNode body =
                Json.MAPPER.createObjectNode().set(kind, Json.MAPPER.createArrayNode().add(row));
        return first(success(call(method, path, query, Optional.of(body))), kind);
    }

    /** Uploads a picture and gives its address. */
    String upload(String fileName, String type, byte[] bytes) throws IOException {
        FormData form = new FormData(Map.of("purpose", "image"), "file", fileName, type, bytes);
        Map<String, String> headers = headers();
        headers.put("Content-Type", form.contentType());
        JsonNode answer =
                success(
                        http.send(
                                new Call("POST", ADMIN + "/images/upload/", headers, form.body())));
        return first(answer, "images").path("url").asText("");
    }

    /** Whether a file of the site can be had at a path. */
    boolean has(String path) throws IOException {
        Answer answer = http.send(Call.get(path));
        return answer.isSuccess()
                && answer.header("Content-Type").orElse("").startsWith("image/")
                && answer.body().length > 0;
    }

    private Answer call(
            String method, String path, Map<String, String> query, Optional<JsonNode> body)
            throws IOException {
        Map<String, String> headers = headers();
        if (body.isPresent()) {
            headers.put("Content-Type", "application/json");
        }
        byte[] bytes = body.isPresent() ? Json.MAPPER.writeValueAsBytes(body.get()) : new byte[0];
        return http.send(new Call(method, ADMIN + path + Json.query(query), headers, bytes));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Authorization", "Ghost " + key.token(clock.instant()));
        headers.put("Accept-Version", "v6.0");
        return headers;
    }

    private static JsonNode first(JsonNode answer, String kind) throws ConnectorException {
        JsonNode first = answer.path(kind).path(0);
        if (!first.isObject()) {
            throw Json.unexpected("The site answered without what was asked for.");
        }
        return first;
    }

    private static JsonNode success(Answer answer) throws ConnectorException {
        JsonNode json = Json.of(answer);
        if (answer.isSuccess()) {
            return json;
        }
        JsonNode error = json.path("errors").path(0);
        String said =
                "The site refused ("
                        + answer.status()
                        + ", "
                        + Json.word(error.path("type").asText(""), "no type")
                        + (error.path("property").isTextual()
                                ? ": " + Json.word(error.path("property").asText(), "")
                                : "")
                        + ").";
        throw switch (answer.status()) {
            case 403 ->
                    new ConnectorException(
                            Kind.FORBIDDEN,
                            said,
                            "Take the Admin API key of a custom integration, not that of a staff"
                                    + " user or the Content API key.");
            case 404 ->
                    new ConnectorException(
                            Kind.GONE, said, "Look whether the address is that of a Ghost.");
            case 409 ->
                    new ConnectorException(
                            Kind.CHANGED_MEANWHILE,
                            "Somebody saved the item meanwhile.",
                            "Plan again.");
            case 413 ->
                    new ConnectorException(
                            Kind.REFUSED, said, "Let the proxy before Ghost take longer bodies.");
            default ->
                    new ConnectorException(
                            Kind.REFUSED,
                            said,
                            "Look the type up, or try the same by hand in the site.");
        };
    }
}

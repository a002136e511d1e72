package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.http.Answer;
import org.contentpack.sync.http.Call;
import org.contentpack.sync.http.SiteHttp;

/**
 * Calls of the REST API as JSON. The route stands in the query ({@code ?rest_route=}), which works
 * whatever form of addresses a site has chosen.
 *
 * @see <a href="https://developer.wordpress.org/rest-api/">REST API handbook</a>
 */
final class WordPressApi {

    static final JsonMapper JSON = new JsonMapper();

    /** As many items as one answer may have. */
    static final int PAGE = 100;

    private final SiteHttp http;

    WordPressApi(SiteHttp http) {
        this.http = http;
    }

    URI site() {
        return http.site();
    }

    /** What a route answers; empty where there is no such thing (404, or 410). */
    Optional<JsonNode> find(String route, Map<String, String> query) throws IOException {
        Answer answer = http.send(Call.get(path(route, query)));
        if (answer.status() == 404 || answer.status() == 410) {
            json(answer);
            return Optional.empty();
        }
        return Optional.of(success(answer));
    }

    /** What the items of a route are made of; empty where there is no such route. */
    Optional<JsonNode> schema(String route) throws IOException {
        Answer answer =
                http.send(new Call("OPTIONS", path(route, Map.of()), Map.of(), new byte[0]));
        JsonNode json = answer.status() == 404 ? json(answer) : success(answer);
        return Optional.of(json.path("schema")).filter(JsonNode::isObject);
    }

    JsonNode get(String route, Map<String, String> query) throws IOException {
        return success(http.send(Call.get(path(route, query))));
    }

    /** All pages of a list. */
    List<JsonNode> all(String route, Map<String, String> query) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        Map<String, String> paged = new TreeMap<>(query);
        paged.put("per_page", Integer.toString(PAGE));
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            paged.put("page", Integer.toString(page));
            Answer answer = http.send(Call.get(path(route, paged)));
            JsonNode list = success(answer);
            if (!list.isArray()) {
                throw unexpected("A list was expected.");
            }
            list.forEach(all::add);
            pages = answer.header("X-WP-TotalPages").map(WordPressApi::number).orElse(1);
        }
        return all;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Sends JSON; of what came of it, the answer has the id only. */
    JsonNode post(String route, ObjectNode body) throws IOException {
        return success(
                http.send(
                        Call.post(
                                path(route, Map.of("context", "edit", "_fields", "id")),
                                "application/json",
                                JSON.writeValueAsBytes(body))));
    }

    /**
     * Uploads a file.
     *
     * @param query what else is kept with it
     */
    JsonNode upload(
            String route, Map<String, String> query, Map<String, String> headers, byte[] bytes)
            throws IOException {
        return success(http.send(new Call("POST", path(route, query), headers, bytes)));
    }

    void delete(String route) throws IOException {
        success(http.send(new Call("DELETE", path(route, Map.of()), Map.of(), new byte[0])));
    }

    private static String path(String route, Map<String, String> query) {
        StringBuilder path = new StringBuilder("/?rest_route=").append(encoded(route));
        new TreeMap<>(query)
                .forEach(
                        (name, value) ->
                                path.append('&')
                                        .append(encoded(name))
                                        .append('=')
                                        .append(encoded(value)));
        return path.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode success(Answer answer) throws ConnectorException {
        JsonNode json = json(answer);
        if (answer.isSuccess()) {
            return json;
        }
        String code = json.path("code").asText("");
        String said = "The site refused (" + answer.status() + ", " + word(code) + ").";
        if (answer.status() == 403) {
            throw new ConnectorException(
                    Kind.FORBIDDEN,
                    said,
                    "Give the user of the application password the role of an editor or"
                            + " administrator.");
        }
        if (answer.status() == 404 || answer.status() == 410) {
            throw new ConnectorException(
                    Kind.GONE, said, "Look whether the item or the post type is still there.");
        }
        throw new ConnectorException(
                Kind.REFUSED, said, "Look the code up, or try the same by hand in the site.");
    }

    /** A code of the site, which may be anything, as a word that can stand in a message. */
    private static String word(String code) {
        String word = code.replaceAll("[^A-Za-z0-9_-]", "");
        return word.isEmpty() ? "no code" : word.substring(0, Math.min(60, word.length()));
    }

    private static JsonNode json(Answer answer) throws ConnectorException {
        if (!answer.header("Content-Type").orElse("").contains("json")) {
            throw unexpected("The site answered something else than JSON.");
        }
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (json == null || json.isMissingNode()) {
                throw unexpected("The site answered nothing.");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw unexpected("The site's answer cannot be read.");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    static ConnectorException unexpected(String message) {
        return new ConnectorException(
                Kind.UNEXPECTED_ANSWER,
                message,
                "Look whether the address is that of the site, and whether a plugin or a firewall"
                        + " gets in the way of its REST API.");
    }
}

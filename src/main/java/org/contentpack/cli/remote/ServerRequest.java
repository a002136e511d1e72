package org.contentpack.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of a server.
 *
 * @param path from {@code /api} on
 * @param headers beside those that every request has
 * @param body can be sent several times
 */
public record ServerRequest(
        String method, String path, Map<String, String> headers, BodyPublisher body) {

    public ServerRequest {
        headers = Map.copyOf(headers);
    }

    public static ServerRequest get(String path) {
        return new ServerRequest("GET", path, Map.of(), BodyPublishers.noBody());
    }

    public static ServerRequest delete(String path) {
        return new ServerRequest("DELETE", path, Map.of(), BodyPublishers.noBody());
    }

    /** With no body at all. */
    public static ServerRequest post(String path) {
        return new ServerRequest("POST", path, Map.of(), BodyPublishers.noBody());
    }

    public static ServerRequest json(String method, String path, String json) {
        return new ServerRequest(
                method,
                path,
                Map.of("Content-Type", "application/json"),
                BodyPublishers.ofString(json));
    }

    public ServerRequest with(String name, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(name, value);
        return new ServerRequest(method, path, all, body);
    }

    /** Whether it comes to the same when it is sent twice: a read, or one with a key. */
    boolean isSafeTwice() {
        return method.equals("GET") || headers.containsKey("Idempotency-Key");
    }

    /** A path of parts, each encoded: what a person typed never leads elsewhere. */
    public static String path(String... parts) {
        StringBuilder path = new StringBuilder("/api");
        for (String part : parts) {
            String encoded = URLEncoder.encode(part, UTF_8).replace("+", "%20");
            path.append('/').append(part.matches("\\.+") ? part.replace(".", "%2E") : encoded);
        }
        return path.toString();
    }
}

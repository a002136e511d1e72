package org.contentpack.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param from the address that was asked
 * @param body its text, read as UTF-8
 */
public record ServerAnswer(URI from, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ServerAnswer of(URI from, int status, HttpHeaders headers, byte[] body) {
        return new ServerAnswer(from, status, headers, new String(body, UTF_8));
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body as JSON; a missing node where it is none, or says not to be. */
    public JsonNode json() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json") && !isProblem()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether it is a problem answer (RFC 9457). */
    public boolean isProblem() {
        return header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/problem+json");
    }

    /** Whether it is a problem of this kind: {@code version-exists}. */
    public boolean isProblem(String kind) {
        return isProblem()
                && json().path("type").asText().equals("urn:contentpack:problem:" + kind);
    }

    /**
     * Its JSON, where that has a member that such an answer always has.
     *
     * @throws ServerFailure for every other answer, with what the problem says
     */
    public JsonNode having(String member) throws ServerFailure {
        JsonNode json = json();
        if (status >= 200 && status < 300 && !isProblem() && json.has(member)) {
            return json;
        }
        throw failure();
    }

    /** Why it is not what was asked for. */
    public ServerFailure failure() {
        JsonNode problem = json();
        String title = Plain.text(problem.path("title").asText());
        String detail = Plain.text(problem.path("detail").asText());
        if (!isProblem() || (title.isEmpty() && detail.isEmpty())) {
            return new ServerFailure(
                    from
                            + ": this is no answer of a content-pack server: "
                            + status
                            + " "
                            + Plain.text(header("Content-Type").orElse("without a type")));
        }
        return new ServerFailure(
                status
                        + " "
                        + title
                        + (title.isEmpty() || detail.isEmpty() ? "" : ": ")
                        + detail
                        + advice());
    }

    /** It answered well, but not what was asked. */
    public ServerFailure unexpected(String what) {
        return new ServerFailure(from + ": " + Plain.text(what));
    }

    private String advice() {
        return switch (status) {
            case 401 -> " Is CONTENTPACK_TOKEN, or the file of --token-file, the right token?";
            case 429, 503 ->
                    header("Retry-After")
                            .map(s -> " Call again in " + Plain.text(s) + " seconds.")
                            .orElse("");
            default -> "";
        };
    }
}

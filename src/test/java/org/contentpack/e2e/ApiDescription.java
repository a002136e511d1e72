package org.contentpack.e2e;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contentpack.e2e.Server.Answer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The description of the API as the server gives it out, as far as the contract's checks need it
 * beside {@link Prism}: which operation a request is of, and which fields and problems its answers
 * are said to have. Immutable.
 */
final class ApiDescription {

    /** Fields that HTTP itself has, and that OpenAPI says nothing of. */
    private static final Set<String> OF_HTTP =
            Set.of("content-type", "content-length", "transfer-encoding", "connection", "date");

    private final Map<?, ?> document;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * @param template address with names of parameters in braces
     */
    record Operation(
            String id,
            String method,
            String template,
            List<?> parameters,
            boolean takesBody,
            Map<?, ?> responses) {

        List<String> segments() {
            return List.of(template.split("/"));
        }

        private long names() {
            return template.chars().filter(c -> c == '{').count();
        }

        /**
         * The path where each parameter is one segment, as checkers expect; empty where the path is
         * not of this operation. Only the last parameter, and only the path of a file, may have
         * several segments.
         */
        private Optional<String> match(String path) {
            List<String> given = new ArrayList<>(List.of(path.split("/", -1)));
            List<String> wanted = segments();
            if (wanted.get(wanted.size() - 1).equals("{path}") && given.size() > wanted.size()) {
                List<String> rest = given.subList(wanted.size() - 1, given.size());
                String joined = String.join("%2F", rest);
                rest.clear();
                given.add(joined);
            }
            if (given.size() != wanted.size()) {
                return Optional.empty();
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!fits(wanted.get(i), given.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(String.join("/", given));
        }

        private static boolean fits(String wanted, String given) {
            int open = wanted.indexOf('{');
            if (open < 0) {
                return wanted.equals(given);
            }
            String before = wanted.substring(0, open);
            String behind = wanted.substring(wanted.indexOf('}') + 1);
            return given.length() > before.length() + behind.length()
                    && given.startsWith(before)
                    && given.endsWith(behind);
        }
    }

    /** An operation, and the path of a request to it with each parameter in one segment. */
    record Match(Operation operation, String path) {}

    private ApiDescription(Map<?, ?> document) {
        this.document = document;
        map(document.get("paths"))
                .forEach(
                        (path, item) ->
                                map(item)
                                        .forEach(
                                                (method, operation) ->
                                                        operations.add(
                                                                operation(
                                                                        path.toString(),
                                                                        method.toString(),
                                                                        map(operation)))));
        // Where two fit, the one with fewer names is meant.
        operations.sort(Comparator.comparingLong(Operation::names));
    }

    static ApiDescription served() {
        return new ApiDescription(
                map(
                        new Load(LoadSettings.builder().build())
                                .loadFromString(
                                        Server.unjudged(
                                                        "GET",
                                                        "/openapi",
                                                        "Accept",
                                                        "application/yaml")
                                                .body())));
    }

    private static Operation operation(String path, String method, Map<?, ?> operation) {
        return new Operation(
                operation.get("operationId").toString(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.get("parameters") instanceof List<?> list ? list : List.of(),
                operation.containsKey("requestBody"),
                map(operation.get("responses")));
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Which operation a request is of. */
    Optional<Match> find(String method, String path) {
        for (Operation operation : operations) {
            Optional<String> match =
                    operation.method().equals(method) ? operation.match(path) : Optional.empty();
            if (match.isPresent()) {
                return Optional.of(new Match(operation, match.get()));
            }
        }
        return Optional.empty();
    }

    /** What an answer has that the description does not say: header fields, and its problem. */
    List<String> unsaid(Operation operation, Answer answer) {
        Object said = operation.responses().get(Integer.toString(answer.status()));
        if (said == null) {
            return List.of("the status " + answer.status());
        }
        Map<?, ?> response = resolved(said);
        List<String> unsaid = new ArrayList<>();
        Set<String> fields =
                keys(response.get("headers")).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (isRedirect(answer) && !answer.headers().containsKey("location")) {
            unsaid.add("where to go instead");
        }
        Optional<String> kind =
                answer.header("Content-Type").map(type -> type.replaceAll("\\s*;.*", ""));
        if (kind.isPresent() && !keys(response.get("content")).contains(kind.get())) {
            unsaid.add("the media type " + kind.get());
        }
        answer.headers().keySet().stream()
                .filter(name -> !fields.contains(name) && !OF_HTTP.contains(name))
                .forEach(name -> unsaid.add("the field " + name));
        if (answer.status() >= 400) {
            String type = Site.json(answer).path("type").asText();
            Map<?, ?> content = map(response.get("content"));
            Collection<?> examples =
                    map(map(content.get("application/problem+json")).get("examples")).values();
            if (examples.stream()
                    .map(example -> map(resolved(example).get("value")).get("type"))
                    .noneMatch(type::equals)) {
                unsaid.add("the problem " + type);
            }
        }
        return unsaid;
    }

    private static boolean isRedirect(Answer answer) {
        return List.of(302, 303, 307, 308).contains(answer.status());
    }

    /**
     * Those header fields of a request that the description knows, and those that OpenAPI says in
     * other ways; others cannot be judged by it.
     */
    List<String> described(Operation operation, List<String> headers, boolean hasBody) {
        Set<String> known =
                operation.parameters().stream()
                        .map(this::resolved)
                        .filter(parameter -> "header".equals(parameter.get("in")))
                        .map(parameter -> parameter.get("name").toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of("accept", "authorization"));
        if (hasBody) {
            // Prism ends where a request without a body has a media type that is none.
            known.add("content-type");
        }
        List<String> left = new ArrayList<>();
        for (int i = 0; i < headers.size(); i += 2) {
            if (known.contains(headers.get(i).toLowerCase(Locale.ROOT))) {
                left.addAll(headers.subList(i, i + 2));
            }
        }
        return left;
    }

    private Map<?, ?> resolved(Object value) {
        Map<?, ?> map = map(value);
        if (!(map.get("$ref") instanceof String reference)) {
            return map;
        }
        Map<?, ?> at = document;
        for (String name : reference.substring("#/".length()).split("/")) {
            at = map(at.get(name));
        }
        return at;
    }

    private static Set<String> keys(Object value) {
        return map(value).keySet().stream().map(Object::toString).collect(Collectors.toSet());
    }

    /** What is not there is an empty map. */
    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}

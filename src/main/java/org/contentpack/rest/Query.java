package org.contentpack.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request's query. Those that nobody asks for are ignored. */
final class Query {

    private final Map<String, List<String>> parameters = new HashMap<>();

    private Query() {}

    static Query of(RequestTarget target) {
        return parse(target.query().orElse(""));
    }

    /** Pairs {@code name=value} joined by {@code &}, encoded as forms are. */
    static Query parse(String text) {
        Query query = new Query();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            query.parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("the query holds a \"%\" that begins no code.");
        }
    }

    /**
     * The value of a parameter, or empty where it is not there.
     *
     * @throws ProblemException where it is there twice: which one counts would be a guess
     */
    Optional<String> one(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ProblemException.malformed("\"" + name + "\" must be given once.");
        }
        return values.stream().findFirst();
    }
}

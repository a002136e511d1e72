package org.contentpack.sync.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;

/** What calls to an API of JSON need, whichever CMS it is. Safe for use by several threads. */
public final class Json {

    public static final JsonMapper MAPPER = new JsonMapper();

    /** Longest word of a site that is repeated in a message. */
    private static final int LONGEST_WORD = 60;

    private Json() {}

    /**
     * The body of an answer.
     *
     * @throws ConnectorException where it is something else than JSON
     */
    public static JsonNode of(Answer answer) throws ConnectorException {
        if (!answer.header("Content-Type").orElse("").contains("json")) {
            throw unexpected("The site answered something else than JSON.");
        }
        try {
            JsonNode json = MAPPER.readTree(answer.body());
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

    /** An answer that no site of this kind gives. */
    public static ConnectorException unexpected(String message) {
        return new ConnectorException(
                Kind.UNEXPECTED_ANSWER,
                message,
                "Look whether the address is that of the site, and whether a firewall gets in the"
                        + " way of its API.");
    }

    /**
     * What a site calls something, which may be anything, as a word that can stand in a message.
     */
    public static String word(String said, String otherwise) {
        String word = said.replaceAll("[^A-Za-z0-9_.-]", "");
        return word.isEmpty()
                ? otherwise
                : word.substring(0, Math.min(LONGEST_WORD, word.length()));
    }

    /** A query, {@code ?} included, sorted by name; empty where there is nothing to ask. */
    public static String query(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters)
                .forEach(
                        (name, value) ->
                                text.append(text.length() == 0 ? '?' : '&')
                                        .append(encoded(name))
                                        .append('=')
                                        .append(encoded(value)));
        return text.toString();
    }

    /** A text as part of a path or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

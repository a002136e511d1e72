package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.sync.Check.Point;
import org.contentpack.sync.Check.State;

/** Looks whether a site's post type has every field that a target's map leads to. */
final class FieldCheck {

    private static final String SUBJECT = "fields";

    private final WordPressApi api;
    private final PostType type;

    FieldCheck(WordPressApi api, PostType type) {
        this.api = api;
        this.type = type;
    }

    List<Point> points() throws IOException {
        Optional<JsonNode> schema = api.schema("/wp/v2/" + type.restBase());
        if (schema.isEmpty()) {
            return List.of(
                    missing(
                            "The site's REST API has no post type \"" + type.restBase() + "\".",
                            "Register it with show_in_rest and take its rest_base for ITEM_TYPE."));
        }
        JsonNode fields = schema.get().path("properties");
        List<Point> missing = new ArrayList<>();
        type.summary()
                .filter(where -> !where.startsWith(PostType.META) && !fields.has(where))
                .ifPresent(
                        where ->
                                missing.add(
                                        missing(
                                                "The post type has no excerpt for the summary.",
                                                "Let it support \"excerpt\", or set FIELD_SUMMARY"
                                                        + " to another place or to none.")));
        type.tags()
                .filter(taxonomy -> !fields.has(taxonomy))
                .ifPresent(
                        taxonomy ->
                                missing.add(
                                        missing(
                                                "The post type has no taxonomy \""
                                                        + taxonomy
                                                        + "\" for tags.",
                                                "Register it for the post type with"
                                                        + " show_in_rest, or set FIELD_TAGS to"
                                                        + " another one or to none.")));
        keys().forEach(
                        (key, field) ->
                                meta(fields.path("meta").path("properties").path(key), key, field)
                                        .ifPresent(missing::add));
        return missing.isEmpty()
                ? List.of(
                        new Point(
                                SUBJECT,
                                State.FINE,
                                "The post type has all fields that the target fills.",
                                ""))
                : missing;
    }

    private Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        type.summary()
                .filter(where -> where.startsWith(PostType.META))
                .ifPresent(where -> keys.put(where.substring(PostType.META.length()), "summary"));
        type.meta().forEach((field, key) -> keys.put(key, field.id()));
        return keys;
    }

    private static Optional<Point> meta(JsonNode registered, String key, String field) {
        if (registered.isMissingNode()) {
            return Optional.of(
                    missing(
                            "The post type has no field \"" + key + "\" for " + field + ".",
                            "Register it with register_post_meta for the post type, with"
                                    + " show_in_rest, single and type string; the post type must"
                                    + " support custom-fields."));
        }
        return registered.path("type").asText("").equals("string")
                ? Optional.empty()
                : Optional.of(
                        missing(
                                "The field \"" + key + "\" for " + field + " holds no text.",
                                "Register it as single and with type string."));
    }

    private static Point missing(String message, String hint) {
        return new Point(SUBJECT, State.MISSING, message, hint);
    }
}

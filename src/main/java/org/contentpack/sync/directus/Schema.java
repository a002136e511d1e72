package org.contentpack.sync.directus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the collection must have, as {@code collection.json} beside this class says it in the form
 * of the API.
 */
final class Schema {

    /** For whoever looks at the collection; items can be written without them. */
    private static final Set<String> EXTRAS = Set.of("contentpack", "date_created", "date_updated");

    private static final Set<String> TEXTS = Set.of("string", "text");

    private final ObjectNode collection;

    Schema(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("collection.json")) {
            this.collection = (ObjectNode) DirectusApi.JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collection.put("collection", name);
        collection.putObject("schema");
    }

    /** The collection with all its fields. */
    JsonNode collection() {
        return collection;
    }

    /** Fields that are not among those of a collection, in the order in which they are made. */
    List<JsonNode> missing(JsonNode there) {
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode field : collection.path("fields")) {
            if (find(there, name(field)).isMissingNode()) {
                missing.add(field);
            }
        }
        return missing;
    }

    /** Names of the fields without which no item can be written. */
    List<String> lacking(JsonNode there) {
        return missing(there).stream().map(Schema::name).filter(n -> !EXTRAS.contains(n)).toList();
    }

    /** Fields that are there and cannot hold what belongs into them, in words. */
    List<String> wrong(JsonNode there) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode field : collection.path("fields")) {
            JsonNode found = find(there, name(field));
            String wanted = field.path("type").asText();
            String type = found.path("type").asText();
            boolean isSame =
                    type.equals(wanted) || (TEXTS.contains(type) && TEXTS.contains(wanted));
            if (!found.isMissingNode() && !EXTRAS.contains(name(field)) && !isSame) {
                wrong.add(name(field) + " is " + word(type) + " and must be " + wanted);
            }
        }
        JsonNode id = find(there, Items.ID);
        if (!id.isMissingNode() && !id.path("schema").path("is_primary_key").asBoolean(false)) {
            wrong.add(Items.ID + " is not the primary key");
        }
        return wrong;
    }

    private static String word(String type) {
        return type.replaceAll("[^A-Za-z]", "");
    }

    static String name(JsonNode field) {
        return field.path("field").asText();
    }

    private static JsonNode find(JsonNode fields, String name) {
        for (JsonNode field : fields) {
            if (name(field).equals(name)) {
                return field;
            }
        }
        return DirectusApi.JSON.missingNode();
    }
}

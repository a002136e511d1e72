package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contentpack.manifest.DocumentSchemas.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas below {@code docs/schemas} are what the records give. Where a change is meant, they
 * are written anew with {@code -Dschemas.write=true} and read again.
 */
class SchemaFilesTest {

    private static final Set<String> DRAFT_7 =
            Set.of(
                    "$schema",
                    "$id",
                    "title",
                    "description",
                    "examples",
                    "type",
                    "enum",
                    "const",
                    "pattern",
                    "format",
                    "minimum",
                    "maxLength",
                    "minItems",
                    "required",
                    "properties",
                    "additionalProperties",
                    "items",
                    "allOf",
                    "oneOf",
                    "if",
                    "then");

    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<Source> sources() {
        return DocumentSchemas.ALL.stream();
    }

    private static String written(ObjectNode schema) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer()
                        .with(
                                new DefaultPrettyPrinter(
                                                Separators.createDefaultInstance()
                                                        .withObjectNameValueSpacing(
                                                                Separators.Spacing.AFTER))
                                        .withObjectIndenter(indenter)
                                        .withArrayIndenter(indenter))
                        .writeValueAsString(schema)
                + "\n";
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theFileIsWhatTheRecordsGive(Source source) throws IOException {
        String schema = written(DocumentSchemas.of(source));
        if (Boolean.getBoolean("schemas.write")) {
            Files.write(source.file(), schema.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(schema).isEqualTo(Files.readString(source.file()));
    }

    /** A key of a schema; those of the entries of lists are told like {@code assets[].alt}. */
    private record Key(String name, JsonNode schema, boolean isRequired) {}

    private static List<Key> keys(JsonNode schema, String prefix) {
        List<Key> keys = new ArrayList<>();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        schema.path("properties")
                .properties()
                .forEach(
                        property -> {
                            String name = prefix + property.getKey();
                            JsonNode value = property.getValue();
                            keys.add(new Key(name, value, required.contains(property.getKey())));
                            keys.addAll(keys(value, name + "."));
                            keys.addAll(keys(value.path("items"), name + "[]."));
                        });
        return keys;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyKeyOfTheDocumentationIsThereAndRequiredAsItSays(Source source) {
        TreeMap<String, Boolean> documented = new TreeMap<>();
        source.table().rows().forEach((key, row) -> documented.put(key, row.isNeeded()));
        TreeMap<String, Boolean> required = new TreeMap<>();
        keys(DocumentSchemas.of(source), "").forEach(k -> required.put(k.name(), k.isRequired()));

        assertThat(required).isEqualTo(documented);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyKeyHasATitleADescriptionAndAnExampleThatFits(Source source) {
        List<Key> keys = keys(DocumentSchemas.of(source), "");

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(
                        key -> {
                            JsonNode schema = key.schema();
                            assertThat(schema.path("title").asString("")).matches("[A-Z][a-z ]+");
                            assertThat(schema.path("description").asString(""))
                                    .endsWith(".")
                                    .doesNotContain("](");
                            assertThat(schema.path("examples").size()).isEqualTo(1);
                            assertThat(
                                            SchemaVerdict.of(schema)
                                                    .refusals(schema.path("examples").get(0)))
                                    .isEmpty();
                        });
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noMappingTakesKeysThatTheValidatorDoesNotKnow(Source source) {
        JsonNode schema = DocumentSchemas.of(source);
        List<JsonNode> mappings = new ArrayList<>();
        mappings.add(schema);
        keys(schema, "")
                .forEach(
                        key ->
                                Stream.of(key.schema(), key.schema().path("items"))
                                        .filter(node -> node.path("properties").isObject())
                                        .forEach(mappings::add));

        assertThat(mappings)
                .allSatisfy(
                        mapping ->
                                assertThat(mapping.path("additionalProperties").asBoolean(true))
                                        .isFalse());
    }

    /** Many editors know no later draft. */
    @ParameterizedTest
    @MethodSource("sources")
    void noKeywordIsNewerThanDraft7(Source source) {
        Set<String> used = new TreeSet<>();
        keywords(DocumentSchemas.of(source), used);

        assertThat(DRAFT_7).containsAll(used);
    }

    private static void keywords(JsonNode schema, Set<String> used) {
        schema.properties()
                .forEach(
                        keyword -> {
                            used.add(keyword.getKey());
                            JsonNode value = keyword.getValue();
                            switch (keyword.getKey()) {
                                case "examples" -> {}
                                case "properties" -> value.forEach(v -> keywords(v, used));
                                case "allOf", "oneOf" -> value.forEach(v -> keywords(v, used));
                                default -> keywords(value, used);
                            }
                        });
    }
}

package org.contentpack.manifest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an editor says of YAML by a JSON Schema: values have the types of YAML's core schema, and
 * formats are checked.
 */
record SchemaVerdict(Schema schema) {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final JsonMapper MAPPER = new JsonMapper();

    static SchemaVerdict of(JsonNode schema) {
        return new SchemaVerdict(REGISTRY.getSchema(schema));
    }

    /** What does not fit; empty where all does. */
    List<String> refusals(JsonNode value) {
        return schema
                .validate(
                        value,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The same of a text; empty where it is no YAML that an editor could look into. */
    Optional<List<String>> refusals(String yaml) {
        return value(yaml).map(this::refusals);
    }

    private static Optional<JsonNode> value(String yaml) {
        LoadSettings asEditors =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setAllowDuplicateKeys(true)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
        try {
            Object value = new Load(asEditors).loadFromString(yaml);
            return Optional.of(MAPPER.valueToTree(value));
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }
}

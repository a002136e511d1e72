package org.contentpack.e2e;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON Schemas of {@code docs/api}, which every answer has to keep. */
final class Shapes {

    private static final String BASE = "https://shapes.example/";

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Shapes::text));

    private Shapes() {}

    private static String text(String iri) {
        try {
            return Files.readString(Path.of("docs/api", iri.substring(BASE.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of the JSON does not keep the shape; empty where all does. */
    static List<String> violations(String shape, String json) {
        return REGISTRY
                .getSchema(SchemaLocation.of(BASE + shape + ".json"))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}

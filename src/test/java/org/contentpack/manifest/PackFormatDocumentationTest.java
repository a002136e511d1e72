package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Holds docs/pack-format.md to the documents that are read and to the packs that are there. */
class PackFormatDocumentationTest {

    private static final Path PAGE = Path.of("docs/pack-format.md");

    /** What the page's table of one heading says: key to example, empty where it gives none. */
    private static Map<String, String> table(String heading) {
        Map<String, String> rows = new LinkedHashMap<>();
        KeyTable.of(PAGE, heading)
                .rows()
                .forEach((key, row) -> rows.put(key, row.example().orElse("")));
        return rows;
    }

    private static Set<String> keys(Class<?> document, String prefix) {
        Set<String> keys = new TreeSet<>();
        for (RecordComponent component : document.getRecordComponents()) {
            String key = prefix + component.getName();
            keys.add(key);
            Type type = component.getGenericType();
            if (type instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.isRecord()) {
                keys.addAll(keys(item, key + "[]."));
            } else if (component.getType().isRecord()) {
                keys.addAll(keys(component.getType(), key + "."));
            }
        }
        return keys;
    }

    @Test
    void everyKeyOfTheManifestIsDescribedAndNoOther() {
        assertThat(new TreeSet<>(table("`pack.yaml`").keySet()))
                .isEqualTo(keys(ManifestDocument.class, ""));
    }

    @Test
    void everyKeyOfFrontMatterIsDescribedAndNoOther() {
        assertThat(new TreeSet<>(table("Articles").keySet()))
                .isEqualTo(keys(FrontMatterDocument.class, ""));
    }

    @Test
    void everyExampleOfAManifestStandsInAPack() throws IOException {
        List<Object> manifests = new ArrayList<>();
        for (Path file : packFiles("pack.yaml")) {
            manifests.add(load(Files.readString(file)));
        }
        assertExamples(table("`pack.yaml`"), manifests);
    }

    @Test
    void everyExampleOfFrontMatterStandsInAPack() throws IOException {
        List<Object> documents = new ArrayList<>();
        for (Path file : packFiles(".md")) {
            String text = Files.readString(file);
            documents.add(load(text.substring(4, text.indexOf("\n---\n") + 1)));
        }
        assertExamples(table("Articles"), documents);
    }

    private static void assertExamples(Map<String, String> table, List<Object> documents) {
        Map<String, Set<String>> values = new HashMap<>();
        documents.forEach(document -> collect(document, "", values));
        table.forEach(
                (key, example) -> {
                    if (!example.isEmpty()) {
                        assertThat(values.getOrDefault(key, Set.of())).as(key).contains(example);
                    }
                });
        assertThat(table.values().stream().filter(e -> !e.isEmpty()).count()).isGreaterThan(15);
    }

    private static void collect(Object value, String key, Map<String, Set<String>> values) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (name, child) ->
                            collect(child, key.isEmpty() ? "" + name : key + "." + name, values));
        } else if (value instanceof Collection<?> list) {
            list.forEach(item -> collect(item, item instanceof Map ? key + "[]" : key, values));
        } else {
            values.computeIfAbsent(key, k -> new HashSet<>()).add(String.valueOf(value));
        }
    }

    private static Object load(String yaml) {
        LoadSettings asWritten = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        return new Load(asWritten).loadFromString(yaml);
    }

    private static List<Path> packFiles(String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root :
                List.of(Path.of("content-pack"), Path.of("src/test/resources/content-pack"))) {
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(p -> p.toString().endsWith(ending)).sorted().forEach(files::add);
            }
        }
        return files;
    }
}

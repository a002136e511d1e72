package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The description of the API is held to the resources, and to being complete. That answers are as
 * it says is {@code ContractBrowser}'s to find out.
 */
class OpenApiTest {

    private static final String PROBLEM = "application/problem+json";

    private static Map<?, ?> document() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        }
    }

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class);

    /**
     * Method and address of all resources for programs, with patterns of parameters left out. Pages
     * for people, which lie elsewhere, are no part of the API.
     */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.contentpack.rest")) {
            if (type.isAnnotatedWith(Path.class)) {
                String root = type.reflect().getAnnotation(Path.class).value();
                for (Method method : type.reflect().getDeclaredMethods()) {
                    for (Class<? extends Annotation> http : METHODS) {
                        if (!method.isAnnotationPresent(http)) {
                            continue;
                        }
                        Path below = method.getAnnotation(Path.class);
                        routes.add(
                                http.getSimpleName()
                                        + " "
                                        + (root + (below == null ? "" : "/" + below.value()))
                                                .replaceAll("/+", "/")
                                                .replaceAll(":[^}]*", ""));
                    }
                }
            }
        }
        routes.removeIf(route -> !route.contains(" /api/") && !route.endsWith(" /metrics"));
        return routes;
    }

    /** An answer that an operation may have; {@code content} is empty where it has no body. */
    private record Described(String operation, int status, Map<?, ?> response, Map<?, ?> content) {

        @Override
        public String toString() {
            return operation + " " + status;
        }
    }

    private static List<Described> answers() throws IOException {
        Map<?, ?> document = document();
        List<Described> answers = new ArrayList<>();
        operations(document)
                .forEach(
                        operation ->
                                map(operation.get("responses"))
                                        .forEach(
                                                (status, answer) -> {
                                                    Map<?, ?> response = resolved(document, answer);
                                                    answers.add(
                                                            new Described(
                                                                    ""
                                                                            + operation.get(
                                                                                    "operationId"),
                                                                    Integer.parseInt("" + status),
                                                                    response,
                                                                    map(response.get("content"))));
                                                }));
        return answers;
    }

    private static List<Map<?, ?>> operations(Map<?, ?> document) {
        List<Map<?, ?>> operations = new ArrayList<>();
        map(document.get("paths"))
                .values()
                .forEach(
                        item ->
                                map(item)
                                        .values()
                                        .forEach(operation -> operations.add(map(operation))));
        return operations;
    }

    /** What is not there is an empty map. */
    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** What a reference within the document is to. */
    private static Map<?, ?> resolved(Map<?, ?> document, @Nullable Object value) {
        if (!(map(value).get("$ref") instanceof String reference)) {
            return map(value);
        }
        Map<?, ?> at = document;
        for (String name : reference.substring("#/".length()).split("/")) {
            at = map(at.get(name));
        }
        return at;
    }

    @Test
    void everyAddressIsDescribedAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        ((Map<?, ?>) document().get("paths"))
                .forEach(
                        (path, item) ->
                                ((Map<?, ?>) item)
                                        .keySet()
                                        .forEach(
                                                method ->
                                                        described.add(
                                                                method.toString()
                                                                                .toUpperCase(
                                                                                        Locale.ROOT)
                                                                        + " "
                                                                        + path)));

        assertThat(described).isEqualTo(routes());
    }

    @Test
    void everyParameterInAPathIsDeclared() throws IOException {
        Map<?, ?> parameters =
                (Map<?, ?>) ((Map<?, ?>) document().get("components")).get("parameters");

        ((Map<?, ?>) document().get("paths"))
                .forEach(
                        (path, item) -> {
                            List<String> declared = new ArrayList<>();
                            Map<?, ?> first =
                                    (Map<?, ?>) ((Map<?, ?>) item).values().iterator().next();
                            if (first.get("parameters") instanceof List<?> list) {
                                list.forEach(p -> declared.add(named(p, parameters)));
                            }
                            assertThat(declared)
                                    .as(path.toString())
                                    .containsAll(
                                            java.util.regex.Pattern.compile("\\{([^}]+)\\}")
                                                    .matcher(path.toString())
                                                    .results()
                                                    .map(r -> r.group(1))
                                                    .toList());
                        });
    }

    private static String named(Object reference, Map<?, ?> parameters) {
        String ref = "" + ((Map<?, ?>) reference).get("$ref");
        Object parameter = parameters.get(ref.substring(ref.lastIndexOf('/') + 1));
        return "" + ((Map<?, ?>) parameter).get("name");
    }

    @Test
    void everyShapeThatIsNamedIsServed() throws IOException {
        String text = document().toString();

        assertThat(
                        java.util.regex.Pattern.compile("/api/schemas/([a-z]+)\\.json")
                                .matcher(text)
                                .results()
                                .map(r -> r.group(1))
                                .distinct())
                .isNotEmpty()
                .isSubsetOf(SchemasResource.NAMES);
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() throws IOException {
        assertThat(operations(document()))
                .allSatisfy(
                        operation -> {
                            assertThat("" + operation.get("description")).isNotBlank();
                            assertThat(map(operation.get("responses")).keySet())
                                    .as("" + operation.get("operationId"))
                                    .anyMatch(status -> ("" + status).startsWith("2"))
                                    .anyMatch("400"::equals)
                                    .anyMatch("500"::equals);
                        });
    }

    @Test
    void everyAnswerHasItsFieldsAndEveryBodyAnExample() throws IOException {
        assertThat(answers())
                .allSatisfy(
                        answer -> {
                            assertThat(map(answer.response().get("headers")).keySet())
                                    .as("" + answer)
                                    .anyMatch("X-Request-Id"::equals);
                            answer.content()
                                    .forEach(
                                            (mediaType, content) ->
                                                    assertThat(
                                                                    isShown(
                                                                            answer,
                                                                            mediaType.toString(),
                                                                            map(content)))
                                                            .as(answer + " " + mediaType)
                                                            .isTrue());
                        });
    }

    /** Of bytes, and of a part of what is shown elsewhere, nothing can be shown. */
    private static boolean isShown(Described answer, String mediaType, Map<?, ?> content) {
        return content.containsKey("example")
                || content.containsKey("examples")
                || answer.status() == 206
                || mediaType.startsWith("image/")
                || mediaType.endsWith("/zip")
                || mediaType.endsWith("/octet-stream");
    }

    @Test
    void everyFailureIsAProblemWithItsTypes() throws IOException {
        Map<?, ?> document = document();

        assertThat(answers())
                .filteredOn(answer -> answer.status() >= 400)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.content().keySet())
                                    .as("" + answer)
                                    .isEqualTo(Set.of(PROBLEM));
                            map(map(answer.content().get(PROBLEM)).get("examples"))
                                    .values()
                                    .forEach(
                                            example ->
                                                    assertThat(
                                                                    map(resolved(document, example)
                                                                                    .get("value"))
                                                                            .get("status"))
                                                            .as("" + answer)
                                                            .isEqualTo(answer.status()));
                        });
    }

    @Test
    void everyTypeOfProblemIsDescribedByItsTitle() throws IOException {
        Map<?, ?> document = document();
        List<String> described =
                map(map(document.get("components")).get("examples")).values().stream()
                        .map(example -> map(map(example).get("value")))
                        .map(problem -> problem.get("type") + " " + problem.get("title"))
                        .toList();
        String text = "" + map(document.get("info")).get("description");

        assertThat(ProblemType.values())
                .filteredOn(type -> !text.contains("`" + type.urn() + "`"))
                .allSatisfy(
                        type -> assertThat(described).contains(type.urn() + " " + type.title()));
    }
}

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
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API is held to the resources. */
class OpenApiTest {

    private static Map<?, ?> document() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        }
    }

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class);

    /** Method and address of all resources, with patterns of parameters left out. */
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
        return routes;
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
}

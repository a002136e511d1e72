package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
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

    /** The addresses of all resources, with patterns of parameters left out. */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.contentpack.rest")) {
            if (type.isAnnotatedWith(Path.class)) {
                String root = type.reflect().getAnnotation(Path.class).value();
                for (Method method : type.reflect().getDeclaredMethods()) {
                    if (method.isAnnotationPresent(GET.class)) {
                        Path below = method.getAnnotation(Path.class);
                        routes.add(
                                (root + (below == null ? "" : "/" + below.value()))
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
        ((Map<?, ?>) document().get("paths")).keySet().forEach(p -> described.add("" + p));

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
                            Map<?, ?> get = (Map<?, ?>) ((Map<?, ?>) item).get("get");
                            if (get.get("parameters") instanceof List<?> list) {
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

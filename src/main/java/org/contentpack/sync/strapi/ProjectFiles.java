package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contentpack.sync.http.Json;

/**
 * The files that a Strapi project needs before texts can be written to it: a content type with its
 * components, and the two routes by which it is asked how it stands and written to. In production
 * Strapi makes content types from files alone, so no API could do it.
 */
public final class ProjectFiles {

    private static final String API = "src/api/contentpack-article/";
    private static final String TYPE = API + "content-types/contentpack-article/schema.json";

    /** Where the server gives them out. */
    static final String ADDRESS = "/api/cms/strapi/project.zip";

    /** Raised with every change of them that is needed; see the controller among them. */
    static final int VERSION = 1;

    /** By their names in Strapi. */
    static final List<String> COMPONENTS = List.of("contentpack.section", "contentpack.tag");

    private static final List<String> PATHS =
            List.of(
                    TYPE,
                    API + "controllers/contentpack-article.js",
                    API + "routes/contentpack-article.js",
                    API + "routes/contentpack.js",
                    API + "services/contentpack-article.js",
                    "src/components/contentpack/section.json",
                    "src/components/contentpack/tag.json");

    private ProjectFiles() {}

    /** Their bytes by their paths in a project, sorted. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        PATHS.stream().sorted().forEach(path -> files.put(path, bytes(path)));
        return files;
    }

    private static byte[] bytes(String path) {
        try (InputStream in = ProjectFiles.class.getResourceAsStream("project/" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attributes of the content type, as its file says them. */
    static JsonNode attributes() {
        return read(TYPE).path("attributes");
    }

    /** The attributes of a component. */
    static JsonNode attributes(String component) {
        return read("src/components/" + component.replace('.', '/') + ".json").path("attributes");
    }

    private static JsonNode read(String path) {
        try {
            return Json.MAPPER.readTree(bytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

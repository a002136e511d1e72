package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** The files for a Strapi project, as the server gives them out. */
class StrapiProjectE2E {

    private static final String ADDRESS = "/api/cms/strapi/project.zip";
    private static final Path SOURCES =
            Path.of("src", "main", "resources", "org", "contentpack", "sync", "strapi", "project");

    @Test
    void theZipHoldsAllFilesOfTheProjectAndNothingElse() throws IOException {
        Answer answer = Server.send("GET", ADDRESS);
        assertThat(answer.kind()).isEqualTo("200 application/zip");
        assertThat(answer.header("Content-Disposition"))
                .hasValue("attachment; filename=\"contentpack-strapi.zip\"");
        Map<String, String> packed = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                packed.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(
                        SOURCES.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
        }
        assertThat(packed)
                .isEqualTo(written)
                .containsKey(
                        "src/api/contentpack-article/content-types/contentpack-article/schema.json");
        assertThat(Server.send("GET", ADDRESS).bytes()).isEqualTo(answer.bytes());
    }
}

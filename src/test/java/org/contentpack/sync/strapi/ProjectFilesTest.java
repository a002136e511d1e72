package org.contentpack.sync.strapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contentpack.sync.items.Mark;
import org.junit.jupiter.api.Test;

/** The files that a Strapi project gets fit together, and fit what is written to it. */
class ProjectFilesTest {

    private static final Path SOURCES =
            Path.of("src", "main", "resources", "org", "contentpack", "sync", "strapi", "project");

    @Test
    void allFilesOfTheFolderAreGivenOut() throws IOException {
        List<String> paths;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            paths =
                    files.filter(Files::isRegularFile)
                            .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList();
        }
        assertThat(List.copyOf(ProjectFiles.all().keySet())).isEqualTo(paths);
    }

    @Test
    void theControllerSaysTheVersionThatTheServerWants() {
        String controller =
                new String(
                        ProjectFiles.all()
                                .get(
                                        "src/api/contentpack-article/controllers/contentpack-article.js"),
                        StandardCharsets.UTF_8);
        assertThat(controller).contains("\nconst VERSION = " + ProjectFiles.VERSION + ";\n");
    }

    /** Fields that languages share would be changed for all of them by the import of one. */
    @Test
    void noFieldIsSharedBetweenLanguages() {
        for (Map.Entry<String, JsonNode> field : ProjectFiles.attributes().properties()) {
            assertThat(
                            field.getValue()
                                    .path("pluginOptions")
                                    .path("i18n")
                                    .path("localized")
                                    .asBoolean())
                    .as(field.getKey())
                    .isTrue();
        }
    }

    @Test
    void everyMarkAndEveryPartOfAnEntryHasAField() {
        for (Mark mark : Mark.values()) {
            assertThat(ProjectFiles.attributes().has(mark.field())).as(mark.field()).isTrue();
        }
        assertThat(ProjectFiles.attributes("contentpack.section").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(Rows.HEADING, Rows.TEXT, Rows.SECTION, Rows.KIND);
        assertThat(ProjectFiles.attributes("contentpack.tag").has(Tags.NAME)).isTrue();
    }
}

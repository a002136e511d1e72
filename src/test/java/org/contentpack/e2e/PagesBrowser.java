package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contentpack.cms.Command;
import org.junit.jupiter.api.Test;

/** Every page that the end-to-end tests were given, before the Nu HTML checker. */
class PagesBrowser {

    private static final Path FOLDER = Path.of(System.getProperty("contentpack.contract"));

    /** Status and path of every kind of page that the server has. */
    private static final List<String> KINDS =
            List.of(
                    "200 /",
                    "200 /api/packs/[^/]+/articles/[^/]+",
                    "200 /api/packs/[^/]+/versions/[^/]+",
                    "200 /api/packs/[^/]+/versions/[^/]+/articles/[^/]+",
                    "200 /api/packs/[^/]+/versions/[^/]+/articles/[^/]+/sections/[^/]+",
                    "200 /api/packs/[^/]+/compare/[^/]+",
                    "200 /api/search",
                    "200 /sign-in",
                    "401 /sign-in",
                    "200 /targets",
                    "200 /targets/[^/]+",
                    "200 /targets/[^/]+/prepare",
                    "200 /plans/[^/]+",
                    "200 /runs/[^/]+",
                    "200 /installations",
                    "200 /history",
                    "403 /.+",
                    "404 /.+");

    @Test
    void thereIsAPageOfEveryKind() throws IOException {
        List<String> seen;
        try (Stream<String> lines = Files.lines(FOLDER.resolve(Contract.EXCHANGES))) {
            seen =
                    lines.filter(line -> line.startsWith("page "))
                            .map(line -> line.substring("page ".length()))
                            .distinct()
                            .toList();
        }

        assertThat(KINDS)
                .filteredOn(kind -> seen.stream().noneMatch(page -> page.matches(kind)))
                .isEqualTo(List.of());
    }

    @Test
    void theCheckerHasNothingToSay() throws Exception {
        String said =
                Command.run(
                        FOLDER,
                        Map.of(),
                        Duration.ofMinutes(5),
                        "",
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                NodeTools.file("vnu-jar/build/dist/vnu.jar").toString(),
                                "--format",
                                "json",
                                "--stdout",
                                "--exit-zero-always",
                                "--skip-non-html",
                                Contract.PAGES));
        List<String> messages = new ArrayList<>();
        for (JsonNode message : new ObjectMapper().readTree(said).get("messages")) {
            messages.add(
                    message.path("type").asText()
                            + ": "
                            + message.path("message").asText()
                            + " ("
                            + message.path("url").asText().replaceAll(".*/", "")
                            + ", line "
                            + message.path("lastLine").asText()
                            + ": "
                            + message.path("extract").asText()
                            + ")");
        }

        assertThat(messages).isEqualTo(List.of());
    }
}

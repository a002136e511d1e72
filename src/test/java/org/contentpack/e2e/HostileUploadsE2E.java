package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.archive.HostileZips;
import org.contentpack.archive.HostileZips.Hostile;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** What holds after each zip that the server refused: as if it had never been sent. */
class HostileUploadsE2E {

    private static final Path UPLOADS =
            Path.of(System.getProperty("contentpack.e2e.data"), ".contentpack", "uploads");

    private static final String ARTICLE = Server.PACK + "/versions/1.1.0" + Server.ARTICLE;

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper().readTree(answer.bytes());
    }

    @Test
    void aRefusedZipLeavesNothingAndTellsNothingOfTheServer() throws IOException {
        String afterAllEvents = lastPage();
        String packs = get("/api/packs?limit=200").body();
        List<Hostile> zips = HostileZips.all();

        for (Hostile hostile : zips) {
            long start = System.nanoTime();
            Answer answer = write("POST", "/api/packs", "application/zip", hostile.zip());
            Duration refusing = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            int reading = get(ARTICLE).status();
            Duration next = Duration.ofNanos(System.nanoTime() - start);

            String name = hostile.name();
            assertThat(answer.kind()).as(name).isEqualTo("422 application/problem+json");
            assertThat(Shapes.violations("problem", answer.body())).as(name).isEmpty();
            assertThat(json(answer).path("type").asText())
                    .as(name)
                    .isEqualTo("urn:contentpack:problem:" + hostile.problem());
            assertThat(json(answer).path("findings")).as(name).isNotEmpty();
            assertThat(answer.body())
                    .as(name)
                    .doesNotContain("org.contentpack", "Exception", "\\tat ", "/target/", TOKEN);
            assertThat(answer.header("Cache-Control")).as(name).contains("no-store");
            assertThat(refusing).as(name).isLessThan(Duration.ofSeconds(5));
            assertThat(reading).as(name).isEqualTo(200);
            assertThat(next).as(name).isLessThan(Duration.ofSeconds(1));
            try (Stream<Path> left = Files.list(UPLOADS)) {
                assertThat(left).as(name).isEmpty();
            }
        }

        assertThat(zips).hasSizeGreaterThan(100);
        assertThat(json(get(afterAllEvents)).path("items")).isEmpty();
        assertThat(get("/api/packs?limit=200").body()).isEqualTo(packs);
        assertThat(
                        write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.of("knots-after-all", "1.0.0").bytes())
                                .status())
                .isEqualTo(201);
    }

    private static String lastPage() throws IOException {
        String page = "/api/changes?limit=200";
        for (Answer answer = get(page); json(answer).path("items").size() > 0; ) {
            page = json(answer).path("next").asText();
            answer = get(page);
        }
        return page;
    }
}

package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** What whoever runs the server sees of it: health, figures, log, audit by time. */
class OperationsE2E {

    private static final String BEARER = "Bearer " + TOKEN;

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper().readTree(answer.bytes());
    }

    private static Answer publish(String pack) {
        return write("POST", "/api/packs", "application/zip", PackZip.of(pack, "1.0.0").bytes());
    }

    @Test
    void healthTellsLiveStartedAndReadyApart() throws IOException {
        JsonNode live = json(get("/health/live"));
        JsonNode started = json(get("/health/started"));
        JsonNode ready = json(get("/health/ready"));

        assertThat(live)
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"status": "UP",
                                         "checks": [
                                           {"name": "threads", "status": "UP", "data": {}}]}
                                        """));
        assertThat(started.at("/status").asText()).isEqualTo("UP");
        assertThat(started.at("/checks/0/name").asText()).isEqualTo("packs-at-start");
        assertThat(started.at("/checks/0/data/refused").isInt()).isTrue();
        assertThat(ready.at("/checks/0/data/store").asText()).isEqualTo("well");
    }

    @Test
    void figuresAreForAuditorsAndCountRequestsByRouteAndStatus() {
        publish("operations-figures");
        get("/api/packs/operations-figures");
        get("/api/packs/operations-absent");
        write("POST", "/api/packs", "application/zip", "no zip".getBytes(StandardCharsets.UTF_8));

        Answer nobody = get("/metrics");
        Answer figures = get("/metrics", "Authorization", BEARER);

        assertThat(nobody.kind()).isEqualTo("401 application/problem+json");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.body())
                .containsPattern(
                        "contentpack_requests_seconds_count\\{method=\"GET\",route=\"/api/packs/\\{pack\\}\",status=\"200\"\\} [1-9]")
                .containsPattern(
                        "contentpack_requests_seconds_count\\{method=\"GET\",route=\"/api/packs/\\{pack\\}\",status=\"404\"\\} [1-9]")
                .containsPattern("contentpack_publications_total\\{outcome=\"published\"\\} [1-9]")
                .containsPattern(
                        "contentpack_store_seconds_bucket\\{operation=\"store\",outcome=\"done\",le=\"2.5\"\\} [1-9]")
                .containsPattern("contentpack_findings_total\\{rule=\"MAN-001\"\\} [0-9]")
                .containsPattern(
                        "contentpack_cache_lookups_total\\{cache=\"releases\",result=\"miss\"\\} [1-9]")
                .doesNotContain("operations-figures", "operations-absent", TOKEN);
    }

    /** The server under test logs JSON; a line may be written a moment after the answer. */
    @Test
    void aRecordOfTheLogHasTheIdOfItsRequest() throws IOException {
        String request = publish("operations-logged").header("X-Request-Id").orElseThrow();

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<JsonNode> records = records(request);
        while (records.isEmpty() && System.nanoTime() < end) {
            get("/api/packs");
            records = records(request);
        }
        assertThat(records)
                .extracting(r -> r.path("message").asText().replaceAll("sha256:.*", "sha256:…"))
                .containsExactly("operations-logged@1.0.0 was published: sha256:…");
    }

    private static List<JsonNode> records(String request) throws IOException {
        Path log = Path.of(System.getProperty("contentpack.e2e.logs"), "messages.log");
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            if (line.contains("\"ext_requestId\":\"" + request + "\"")) {
                records.add(new ObjectMapper().readTree(line));
            }
        }
        return records;
    }

    @Test
    void theAuditLogIsReadByTime() throws IOException {
        publish("operations-audited");
        String about = "/api/audit?pack=operations-audited";
        Answer all = get(about, "Authorization", BEARER);
        String at = json(all).at("/items/0/at").asText();

        assertThat(json(get(about + "&since=" + at, "Authorization", BEARER)).path("items"))
                .isEqualTo(json(all).path("items"));
        assertThat(json(get(about + "&until=" + at, "Authorization", BEARER)).path("items"))
                .isEmpty();
        Answer day = get(about + "&since=2026-01-01&limit=1", "Authorization", BEARER);
        assertThat(json(day).path("next").asText()).contains("&since=2026-01-01&after=");
        assertThat(get(about + "&since=yesterday", "Authorization", BEARER).status())
                .isEqualTo(400);
    }

    @Test
    void theLandingPageShowsSoManyPacksAndLeadsToTheOthers() {
        publish("operations-landing");

        Answer first = get("/?limit=1");

        assertThat(first.body().split("class=\"card\"", -1)).hasSize(2);
        assertThat(first.body()).contains("<a rel=\"next\" href=\"/?limit&#x3D;1&amp;after&#x3D;");
    }
}

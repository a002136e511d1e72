package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.send;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs sent over HTTP. Every test has a pack of its own, so that they run in any order. */
class PublishingE2E {

    private static final String ZIP = "application/zip";

    private static Answer publish(byte[] zip, String... headers) {
        return write("POST", "/api/packs", ZIP, zip, headers);
    }

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A refusal that stored nothing and told nothing of the server's inside. */
    private static void assertRefused(Answer answer, int status, String type) {
        assertThat(answer.kind() + " " + json(answer).path("type").asText())
                .isEqualTo(status + " application/problem+json urn:contentpack:problem:" + type);
        assertThat(Shapes.violations("problem", answer.body())).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body())
                .doesNotContain("org.contentpack", "Exception", "\\tat ", TOKEN, "/target/");
    }

    @Test
    @BadInput({"M8", "F9", "Z30"})
    void aPackIsRegisteredOnceHoweverItIsZipped() {
        byte[] zip = PackZip.of("knots-once", "1.0.0").bytes();

        Answer first = publish(zip);
        Answer again = publish(zip);
        Answer stored = publish(PackZip.of("knots-once", "1.0.0").level(0).bytes());

        assertThat(first.kind()).isEqualTo("201 application/json");
        assertThat(Shapes.violations("published", first.body())).isEmpty();
        assertThat(first.header("Location")).contains("/api/packs/knots-once/versions/1.0.0");
        for (Answer answer : List.of(again, stored)) {
            assertThat(answer.kind()).isEqualTo("200 application/json");
            assertThat(answer.body()).isEqualTo(first.body());
            assertThat(answer.header("Location")).isEqualTo(first.header("Location"));
        }
        Answer release = get(first.header("Location").orElseThrow());
        assertThat(json(release).path("digest")).isEqualTo(json(first).path("digest"));
        assertThat(get(json(first).path("archive").asText()).status()).isEqualTo(200);
    }

    @Test
    @BadInput("M9")
    void otherContentUnderAVersionIsRefusedWithBothDigests() {
        String registered =
                json(publish(PackZip.of("knots-taken", "1.0.0").bytes())).path("digest").asText();

        Answer answer =
                publish(
                        PackZip.of("knots-taken", "1.0.0")
                                .with("articles/tying-knots.md", PackZip.article("Otherwise."))
                                .bytes());

        assertRefused(answer, 409, "version-exists");
        assertThat(json(answer).path("digests").path("registered").asText()).isEqualTo(registered);
        assertThat(json(answer).path("digests").path("offered").asText())
                .matches("sha256:[0-9a-f]{64}")
                .isNotEqualTo(registered);
        assertThat(json(answer).path("findings").get(0).path("code").asText()).isEqualTo("VER-006");
        assertThat(json(get("/api/packs/knots-taken/versions/1.0.0")).path("digest").asText())
                .isEqualTo(registered);
    }

    @Test
    void aPackThatBreaksRulesIsRefusedWithAllFindingsAndItsVersionStaysFree() {
        Answer answer =
                publish(
                        PackZip.of("knots-broken", "1.0.0")
                                .with("articles/tying-knots.md", PackZip.article("[x](gone.md)"))
                                .bytes());

        assertRefused(answer, 422, "content-invalid");
        JsonNode finding = json(answer).path("findings").get(0);
        assertThat(finding.path("file").asText()).isEqualTo("articles/tying-knots.md");
        assertThat(finding.path("line").asInt()).isPositive();
        assertThat(finding.path("hint").asText()).isNotBlank();
        assertThat(get("/api/packs/knots-broken").status()).isEqualTo(404);
        assertThat(publish(PackZip.of("knots-broken", "1.0.0").bytes()).status()).isEqualTo(201);
    }

    @Test
    void validationFindsTheSameAndStoresNothing() {
        byte[] broken =
                PackZip.of("knots-checked", "1.0.0")
                        .with("articles/tying-knots.md", PackZip.article("[x](gone.md)"))
                        .bytes();

        Answer answer = write("POST", "/api/validations", ZIP, broken);
        Answer good =
                write(
                        "POST",
                        "/api/validations",
                        ZIP,
                        PackZip.of("knots-checked", "1.0.0").bytes());

        assertThat(answer.kind()).isEqualTo("200 application/json");
        assertThat(Shapes.violations("validation", answer.body())).isEmpty();
        assertThat(json(answer).path("valid").asBoolean()).isFalse();
        assertThat(json(answer).path("refusal").asText()).isEqualTo("content-invalid");
        assertThat(json(answer).path("findings")).isEqualTo(json(publish(broken)).path("findings"));
        assertThat(good.body()).isEqualTo("{\"valid\":true,\"total\":0,\"findings\":[]}");
        assertThat(get("/api/packs/knots-checked").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @BadInput({"U3", "U4"})
    @ValueSource(
            strings = {
                "application/x-zip",
                "application/octet-stream",
                "multipart/mixed; boundary=x",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "text/plain"
            })
    void onlyZipsAreTaken(String mediaType) {
        Answer answer =
                write("POST", "/api/packs", mediaType, PackZip.of("knots-kind", "1.0.0").bytes());

        assertRefused(answer, 415, "unsupported-media-type");
        assertThat(answer.header("Accept-Post")).contains(ZIP);
    }

    @Test
    @BadInput("U4")
    void aBodyWithoutAKindIsNotTaken() {
        Answer answer =
                send(
                        "POST",
                        "/api/packs",
                        BodyPublishers.ofByteArray(PackZip.of("knots-kind", "1.0.0").bytes()),
                        "Authorization",
                        "Bearer " + TOKEN);

        assertRefused(answer, 415, "unsupported-media-type");
    }

    @Test
    @BadInput("U5")
    void whatIsNoZipIsSaidSo() {
        assertRefused(publish(new byte[0]), 400, "malformed-request");
        for (byte[] body :
                List.of(
                        "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8),
                        new byte[] {0x1f, (byte) 0x8b, 8, 0},
                        new byte[5_000])) {
            assertRefused(publish(body), 422, "archive-malformed");
        }
    }

    @Test
    @BadInput("L6")
    void aBodyOverTheLimitIsRefusedBeforeItIsRead() {
        Answer answer =
                Server.raw(
                        "POST",
                        "/api/packs",
                        "Authorization",
                        "Bearer " + TOKEN,
                        "Content-Type",
                        ZIP,
                        "Content-Length",
                        "999999999999");

        assertRefused(answer, 413, "payload-too-large");
    }

    @Test
    @BadInput("H16")
    void aBodyIsHeldToItsDigest() throws Exception {
        byte[] zip = PackZip.of("knots-digest", "1.0.0").bytes();
        String right =
                "sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(MessageDigest.getInstance("SHA-256").digest(zip))
                        + ":";
        String wrong = "sha-256=:" + "A".repeat(43) + "=:";

        assertRefused(publish(zip, "Content-Digest", wrong), 400, "digest-mismatch");
        assertRefused(
                publish(zip, "Content-Digest", right, "Content-Digest", wrong),
                400,
                "malformed-request");
        assertRefused(publish(zip, "Content-Digest", "sha-256=abc"), 400, "malformed-request");
        assertThat(publish(zip, "Content-Digest", "md5=:AAAA:").status()).isEqualTo(201);
        assertThat(publish(zip, "Content-Digest", right).status()).isEqualTo(200);
        assertThat(publish(zip, "Repr-Digest", right).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @BadInput("U1")
    @CsvSource({
        "Bearer wrong, invalid_token",
        "Bearer, invalid_token",
        "Basic dXNlcjpwYXNz, invalid_token",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9., invalid_token"
    })
    void aWrongCredentialIsRefusedBeforeTheBodyIsRead(String authorization, String error) {
        Answer answer =
                Server.raw(
                        "POST",
                        "/api/packs",
                        "Authorization",
                        authorization,
                        "Content-Type",
                        ZIP,
                        "Content-Length",
                        "1000");

        assertRefused(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).contains("Bearer", error));
    }

    @ParameterizedTest
    @BadInput({"U1", "H17"})
    @ValueSource(strings = {"/api/packs", "/api/packs?access_token=", "/api/validations"})
    void withoutACredentialNothingIsTaken(String target) {
        Answer answer =
                Server.raw(
                        "POST",
                        target.endsWith("=") ? target + TOKEN : target,
                        "Content-Type",
                        ZIP,
                        "Expect",
                        "100-continue",
                        "Content-Length",
                        "1000");

        assertRefused(answer, 401, "unauthorized");
    }

    @Test
    @BadInput("U7")
    void thirtyTwoEqualUploadsAtOnceAreOneRelease() throws Exception {
        byte[] zip = PackZip.of("knots-at-once", "1.0.0").bytes();
        ExecutorService clients = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Answer>> calls = Collections.nCopies(32, () -> untilTaken(zip));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }

            assertThat(statuses).containsOnly(200, 201);
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        } finally {
            clients.shutdownNow();
        }
        assertThat(json(get("/api/packs/knots-at-once/versions")).path("items")).hasSize(1);
        assertThat(eventsOf("knots-at-once")).containsExactly("registered");
    }

    /** The kinds of all events of a pack. */
    private static List<String> eventsOf(String pack) {
        List<String> kinds = new ArrayList<>();
        JsonNode page = json(get("/api/changes?limit=200"));
        while (page.path("items").size() > 0) {
            for (JsonNode event : page.path("items")) {
                if (event.path("pack").asText().equals(pack)) {
                    kinds.add(event.path("kind").asText());
                }
            }
            page = json(get(page.path("next").asText()));
        }
        return kinds;
    }

    /** A client that comes again when it is told to. */
    private static Answer untilTaken(byte[] zip) {
        Answer answer = publish(zip);
        while (answer.status() == 429) {
            assertThat(answer.header("Retry-After")).isPresent();
            answer = publish(zip);
        }
        return answer;
    }

    @Test
    @BadInput("H9")
    void aVersionCannotBeDeleted() {
        Answer answer =
                send(
                        "DELETE",
                        "/api/packs/leg-cramps-at-night/versions/1.0.0",
                        "Authorization",
                        "Bearer " + TOKEN);

        assertThat(answer.kind()).isEqualTo("405 application/problem+json");
        assertThat(answer.header("Allow")).isPresent();
    }

    @Test
    @BadInput("U3")
    void scriptsOfOtherSitesMayNotWrite() {
        Answer preflight =
                send(
                        "OPTIONS",
                        "/api/validations",
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "POST");

        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    }
}

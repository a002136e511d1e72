package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.send;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** Who may do what, and what is written down of it. */
class AccessE2E {

    static final String KNOTS = "end-to-end-knots-publisher-0123456789";
    private static final String REVIEWER = "end-to-end-reviewer-0123456789abcdef";
    static final String AUDITOR = "end-to-end-auditor-0123456789abcdef";
    private static final String FORMER = "end-to-end-former-0123456789abcdefgh";

    private static final String BEARER = "Bearer " + TOKEN;

    private static final String KNOTS_REVIEWS = "/articles/tying-knots/reviews";
    private static final String KNOTS_WITHDRAWAL = "/articles/tying-knots/withdrawal";

    private static void put(String target, String body) {
        write(
                "PUT",
                target,
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                "If-None-Match",
                "*");
    }

    private static Answer publish(String token, String pack) {
        return send(
                "POST",
                "/api/packs",
                BodyPublishers.ofByteArray(PackZip.of(pack, "1.0.0").bytes()),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/zip");
    }

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @BadInput("U2")
    void aTokenOpensItsOwnPacksAndScopesOnly() {
        assertThat(publish(KNOTS, "access-knots").status()).isEqualTo(201);
        Answer there = publish(KNOTS, "leg-cramps-elsewhere");
        publish(TOKEN, "other-there");
        Answer elsewhere = publish(KNOTS, "other-there");
        Answer noScope = publish(REVIEWER, "access-knots");

        assertThat(there.kind()).isEqualTo("403 application/problem+json");
        assertThat(elsewhere.body()).isEqualTo(there.body());
        assertThat(noScope.kind()).isEqualTo("403 application/problem+json");
        assertThat(get("/api/packs/leg-cramps-elsewhere").status()).isEqualTo(404);
        assertThat(publish(FORMER, "access-former").kind())
                .isEqualTo("401 application/problem+json");
    }

    @Test
    @BadInput("U8")
    void everySpellingOfAProtectedRouteIsClosed() {
        for (String target :
                List.of(
                        "/api/packs/leg-cramps-at-night/channels/stable",
                        "/api/packs/leg-cramps-at-night/versions/1.0.0/withdrawal")) {
            assertThat(send("PUT", target).status()).isEqualTo(401);
            for (String other :
                    List.of(
                            target + "/",
                            target.replace("/api", "/API"),
                            target.replace("/api", "//api"),
                            target.replace("-", "%2d"),
                            target + ";x=1",
                            target.replace("/api/", "/api/./"))) {
                assertThat(Server.raw("PUT", other, "Content-Length", "0").status())
                        .as(other)
                        .isIn(308, 400, 401, 404);
            }
        }
        assertThat(send("GET", "/api/audit").status()).isEqualTo(401);
    }

    @Test
    void everyWriteIsInTheAuditLog() {
        Answer published = publish(TOKEN, "access-audited");
        Answer refused = publish(KNOTS, "access-audited");
        write(
                "PUT",
                "/api/packs/access-audited/versions/1.0.0/withdrawal",
                "application/json",
                "{\"kind\": \"wrong\"}".getBytes(StandardCharsets.UTF_8));
        send("PUT", "/api/packs/access-audited/channels/stable");
        String release = "/api/packs/access-audited/versions/1.0.0";
        put("/api/packs/access-audited/channels/stable", "{\"version\": \"1.0.0\"}");
        write(
                "POST",
                release + KNOTS_REVIEWS,
                "application/json",
                "{\"outcome\": \"revoked\", \"reason\": \"Test.\", \"date\": \"2026-01-02\"}"
                        .getBytes(StandardCharsets.UTF_8));
        put(release + KNOTS_WITHDRAWAL, "{\"kind\": \"expired\"}");
        send("DELETE", release + KNOTS_WITHDRAWAL, "Authorization", BEARER);

        Answer audit = get("/api/audit?pack=access-audited", "Authorization", BEARER);

        assertThat(audit.header("Cache-Control")).contains("no-store");
        assertThat(audit.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(Shapes.violations("audit", audit.body())).isEmpty();
        List<String> told = new ArrayList<>();
        for (JsonNode item : json(audit).path("items")) {
            told.add(
                    item.path("caller").asText("-")
                            + " "
                            + item.path("action").asText()
                            + " "
                            + item.path("status").asInt()
                            + " "
                            + item.path("problem").asText("-"));
        }
        assertThat(told)
                .containsExactly(
                        "CONTENTPACK_PUBLISH_TOKEN POST /api/packs 201 -",
                        "knots-publisher POST /api/packs 200 -",
                        "CONTENTPACK_PUBLISH_TOKEN PUT"
                                + " /api/packs/access-audited/versions/1.0.0/withdrawal 400"
                                + " malformed-request",
                        "- PUT /api/packs/access-audited/channels/stable 401 unauthorized",
                        "CONTENTPACK_PUBLISH_TOKEN PUT /api/packs/access-audited/channels/stable"
                                + " 201 -",
                        "CONTENTPACK_PUBLISH_TOKEN POST " + release + KNOTS_REVIEWS + " 201 -",
                        "CONTENTPACK_PUBLISH_TOKEN PUT " + release + KNOTS_WITHDRAWAL + " 200 -",
                        "CONTENTPACK_PUBLISH_TOKEN DELETE "
                                + release
                                + KNOTS_WITHDRAWAL
                                + " 204 -");
        for (JsonNode item : json(audit).path("items")) {
            if (item.path("status").asInt() < 400) {
                assertThat(item.path("digest")).isEqualTo(json(published).path("digest"));
                assertThat(item.path("version").asText()).isEqualTo("1.0.0");
            }
        }
        JsonNode first = json(audit).path("items").get(0);
        assertThat(first.path("request").asText())
                .isEqualTo(published.header("X-Request-Id").orElseThrow());
        assertThat(refused.status()).isEqualTo(200);
    }

    @Test
    void anAuditorOfSomePacksSeesTheseOnly() {
        String bearer = "Bearer " + AUDITOR;

        assertThat(get("/api/audit?pack=access-knots", "Authorization", bearer).status())
                .isEqualTo(200);
        assertThat(get("/api/audit", "Authorization", bearer).status()).isEqualTo(403);
        assertThat(get("/api/audit?pack=leg-cramps-at-night", "Authorization", bearer).status())
                .isEqualTo(403);
        assertThat(get("/api/audit", "Authorization", "Bearer " + REVIEWER).status())
                .isEqualTo(403);
    }

    /** From an address of its own, so that no other test has to wait. */
    @Test
    @BadInput("U13")
    void whoeverKeepsGuessingHasToWaitWhileReadersReadOn() throws IOException {
        List<String> statuses = new ArrayList<>();
        String last = "";
        for (int i = 0; i < 30; i++) {
            last = from("127.0.0.9", "GET /api/audit", "Authorization: Bearer guess-" + i);
            statuses.add(last.substring(9, 12));
        }

        assertThat(statuses).contains("401").endsWith("429");
        assertThat(last).contains("Retry-After: ").contains("urn:contentpack:problem:rate-limited");
        assertThat(from("127.0.0.9", "GET /api/packs", "Accept: */*")).startsWith("HTTP/1.1 200");
        assertThat(from("127.0.0.9", "GET /api/audit", "Authorization: Bearer " + TOKEN))
                .startsWith("HTTP/1.1 200");
    }

    private static String from(String address, String request, String header) throws IOException {
        URI base = URI.create(System.getProperty("contentpack.url"));
        try (Socket socket =
                new Socket(
                        InetAddress.getByName(base.getHost()),
                        base.getPort(),
                        InetAddress.getByName(address),
                        0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            (request
                                            + " HTTP/1.1\r\nHost: "
                                            + base.getAuthority()
                                            + "\r\n"
                                            + header
                                            + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** A secret that was sent in every place where people put secrets is nowhere afterwards. */
    @Test
    @BadInput("U16")
    void noSecretIsToldAnywhere() throws IOException {
        String secret = "very-secret-" + TOKEN;
        List<Answer> answers =
                List.of(
                        publish(secret, "access-secret"),
                        get("/api/packs?access_token=" + secret),
                        get(
                                "/api/audit?access_token=" + secret,
                                "Authorization",
                                "Basic " + secret),
                        get("/api/audit", "Authorization", secret),
                        send("PUT", "/api/packs/access-secret/channels/stable?token=" + secret),
                        write(
                                "POST",
                                "/api/packs",
                                "application/zip",
                                secret.getBytes(StandardCharsets.UTF_8)));

        for (Answer answer : answers) {
            assertThat(answer.body()).doesNotContain(TOKEN);
            assertThat(answer.headers().toString()).doesNotContain(TOKEN);
        }
        for (String told : List.of("/api/audit?limit=200", "/metrics")) {
            assertThat(get(told, "Authorization", BEARER).body())
                    .isNotEmpty()
                    .doesNotContain(TOKEN, KNOTS, REVIEWER, AUDITOR);
        }
        Path logs = Path.of(System.getProperty("contentpack.e2e.logs"));
        try (Stream<Path> files = Files.walk(logs)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN, KNOTS, REVIEWER, AUDITOR);
            }
        }
    }
}

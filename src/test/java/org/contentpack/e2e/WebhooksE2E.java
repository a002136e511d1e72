package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A receiver that believes only what Standard Webhooks' own library believes, told by the server of
 * what other tests do too.
 */
class WebhooksE2E {

    private static final String WEBHOOK = "/api/webhooks/e2e";
    private static final String BEARER = "Bearer " + TOKEN;
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final BlockingQueue<Received> RECEIVED = new LinkedBlockingQueue<>();
    private static HttpServer receiver;

    private record Received(String id, String address, String body) {}

    @BeforeAll
    static void listen() throws IOException {
        receiver =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(),
                                Integer.getInteger("contentpack.webhook.port")),
                        0);
        receiver.createContext("/", WebhooksE2E::receive);
        receiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.stop(0);
    }

    private static void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        int status = 204;
        try {
            new Webhook(SECRET)
                    .verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (n, v) -> true));
            RECEIVED.add(
                    new Received(
                            exchange.getRequestHeaders().getFirst("webhook-id"),
                            exchange.getRequestURI().toString(),
                            body));
        } catch (WebhookVerificationException e) {
            status = 400;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Server.Answer replay(long from) {
        return Server.write(
                "POST",
                WEBHOOK + "/replay",
                "application/json",
                ("{\"from\": " + from + "}").getBytes(UTF_8));
    }

    /** The event that registered a pack, as the feed has it. */
    private static JsonNode registered(String pack) throws IOException {
        String next = "/api/changes?limit=200";
        while (true) {
            JsonNode page = JSON.readTree(Server.get(next).body());
            for (JsonNode event : page.path("items")) {
                if (event.path("pack").asText().equals(pack)) {
                    return event;
                }
            }
            assertThat(page.path("items")).as("no event of " + pack).isNotEmpty();
            next = page.path("next").asText();
        }
    }

    private static Received of(String pack) throws InterruptedException {
        while (true) {
            Received received = RECEIVED.poll(30, TimeUnit.SECONDS);
            assertThat(received).as("no notice of " + pack).isNotNull();
            if (received.body().contains("\"pack\":\"" + pack + "\"")) {
                return received;
            }
        }
    }

    private static void publish(String pack) {
        assertThat(
                        Server.write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.saying(pack, "1.0.0", "Pass the end over.").bytes())
                                .status())
                .isEqualTo(201);
    }

    @Test
    void anEventIsToldAndCanBeToldAgain() throws Exception {
        publish("hooked-knots");
        JsonNode event = registered("hooked-knots");
        long sequence = event.path("sequence").asLong();

        // Whatever was not taken while nobody listened may wait for long.
        Server.Answer again = replay(sequence);
        Received first = of("hooked-knots");

        assertThat(again.status()).isEqualTo(200);
        assertThat(Shapes.violations("webhook", again.body())).isEmpty();
        assertThat(first.address()).isEqualTo("/hook?key=theirs");
        assertThat(first.id()).matches("evt_" + sequence + "_[0-9]+");
        assertThat(Shapes.violations("notice", first.body())).isEmpty();
        JsonNode notice = JSON.readTree(first.body());
        assertThat(notice.path("type").asText()).isEqualTo("pack.registered");
        assertThat(notice.path("data")).isEqualTo(event);

        replay(sequence);
        assertThat(of("hooked-knots")).isEqualTo(first);
        assertThat(attempts(first.id())).contains("true");
    }

    /** Whether each try of a notice was taken. */
    private static List<String> attempts(String notice) throws IOException {
        List<String> found = new ArrayList<>();
        String next = WEBHOOK + "/attempts?limit=200";
        while (true) {
            Server.Answer answer = Server.get(next, "Authorization", BEARER);
            assertThat(Shapes.violations("attempts", answer.body())).isEmpty();
            JsonNode page = JSON.readTree(answer.body());
            if (page.path("items").isEmpty()) {
                return found;
            }
            for (JsonNode attempt : page.path("items")) {
                if (attempt.path("notice").asText().equals(notice)) {
                    found.add(attempt.path("delivered").asText());
                }
            }
            next = page.path("next").asText();
        }
    }

    @Test
    void itIsSeenWhoIsToldAndNoSecretIs() {
        Server.Answer all = Server.get("/api/webhooks", "Authorization", BEARER);
        Server.Answer one = Server.get(WEBHOOK, "Authorization", BEARER);

        assertThat(Shapes.violations("webhooks", all.body())).isEmpty();
        assertThat(Shapes.violations("webhook", one.body())).isEmpty();
        assertThat(all.header("Cache-Control")).contains("no-store");
        assertThat(all.body() + one.body()).doesNotContain("theirs").doesNotContain("whsec_");
        assertThat(Server.get("/metrics", "Authorization", BEARER).body())
                .contains("contentpack_webhook_failing{webhook=\"e2e\"}")
                .contains("contentpack_webhook_behind{webhook=\"e2e\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/webhooks/none, , 404 not-found",
        "GET, /api/webhooks/N%C3%B6, , 404 not-found",
        "GET, /api/webhooks/none/attempts, , 404 not-found",
        "GET, /api/webhooks/e2e/attempts?after=Zm9v, , 400 malformed-request",
        "POST, /api/webhooks/none/replay, '{\"from\": 1}', 404 not-found",
        "POST, /api/webhooks/e2e/replay, '{\"from\": 0}', 409 not-possible",
        "POST, /api/webhooks/e2e/replay, '{\"from\": 999999999}', 409 not-possible",
        "POST, /api/webhooks/e2e/replay, '{\"from\": \"1\"}', 400 malformed-request",
        "POST, /api/webhooks/e2e/replay, '{\"from\": 1.5}', 400 malformed-request",
        "POST, /api/webhooks/e2e/replay, '{\"from\": 99999999999999999999}', 400 malformed-request",
        "POST, /api/webhooks/e2e/replay, '{}', 400 malformed-request",
        "POST, /api/webhooks/e2e/replay, '{\"from\": 1, \"to\": 2}', 400 malformed-request",
        "POST, /api/webhooks/e2e/replay, 'from=1', 400 malformed-request"
    })
    void whatMakesNoSenseIsSaid(String method, String target, String body, String expected)
            throws IOException {
        Server.Answer answer =
                method.equals("GET")
                        ? Server.get(target, "Authorization", BEARER)
                        : Server.write(method, target, "application/json", body.getBytes(UTF_8));

        assertThat(
                        answer.status()
                                + " "
                                + JSON.readTree(answer.body())
                                        .path("type")
                                        .asText()
                                        .replace("urn:contentpack:problem:", ""))
                .isEqualTo(expected);
    }

    @Test
    void onlyThoseWhoAreForAllPacksSeeAndReplay() {
        assertThat(Server.get("/api/webhooks").status()).isEqualTo(401);
        assertThat(Server.send("POST", WEBHOOK + "/replay").status()).isEqualTo(401);
        for (String target : List.of("/api/webhooks", WEBHOOK, WEBHOOK + "/attempts")) {
            assertThat(Server.get(target, "Authorization", "Bearer " + AccessE2E.AUDITOR).status())
                    .isEqualTo(403);
        }
        assertThat(
                        Server.send(
                                        "POST",
                                        WEBHOOK + "/replay",
                                        "Authorization",
                                        "Bearer " + AccessE2E.KNOTS)
                                .status())
                .isEqualTo(403);
    }
}

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
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that carry a key, so that a client that missed the answer may send them again. */
class IdempotencyE2E {

    private static final String KEY = "Idempotency-Key";
    private static final String CONFLICT = "urn:contentpack:problem:idempotency-conflict";

    private static Answer publish(byte[] zip, String... headers) {
        return write("POST", "/api/packs", "application/zip", zip, headers);
    }

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(Answer again, Answer first) {
        assertThat(again.kind()).isEqualTo(first.kind());
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "Cache-Control", "Content-Length")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

    private static void assertConflict(Answer answer, int status) {
        assertThat(answer.kind() + " " + json(answer).path("type").asText())
                .isEqualTo(status + " application/problem+json " + CONFLICT);
        assertThat(Shapes.violations("problem", answer.body())).isEmpty();
    }

    @Test
    void theSameRequestUnderAKeyHasTheSameAnswer() {
        byte[] zip = PackZip.of("knots-keyed", "1.0.0").bytes();

        Answer first = publish(zip, KEY, "\"keyed-1\"");
        Answer again = publish(zip, KEY, "\"keyed-1\"");
        Answer unquoted = publish(zip, KEY, "keyed-1");
        Answer withoutKey = publish(zip);

        assertThat(first.status()).isEqualTo(201);
        assertSame(again, first);
        assertSame(unquoted, first);
        assertThat(withoutKey.status()).isEqualTo(200);
        assertThat(json(get("/api/packs/knots-keyed/versions")).path("items")).hasSize(1);
    }

    @Test
    void aRefusalIsTheSameToo() {
        byte[] broken =
                PackZip.of("knots-keyed-broken", "1.0.0")
                        .with("articles/tying-knots.md", PackZip.article("[x](gone.md)"))
                        .bytes();

        Answer first = publish(broken, KEY, "\"keyed-broken\"");
        Answer again = publish(broken, KEY, "\"keyed-broken\"");

        assertThat(first.status()).isEqualTo(422);
        assertSame(again, first);
    }

    @Test
    void anotherRequestUnderAKeyIsRefusedAndNotDone() {
        publish(PackZip.of("knots-key-one", "1.0.0").bytes(), KEY, "\"keyed-2\"");

        Answer other = publish(PackZip.of("knots-key-two", "1.0.0").bytes(), KEY, "\"keyed-2\"");

        assertConflict(other, 422);
        assertThat(get("/api/packs/knots-key-two").status()).isEqualTo(404);
    }

    @Test
    void keysOfOtherCallersAreOtherKeys() {
        byte[] zip = PackZip.of("access-keyed", "1.0.0").bytes();
        Answer first = publish(zip, KEY, "\"keyed-3\"");

        Answer other =
                send(
                        "POST",
                        "/api/packs",
                        BodyPublishers.ofByteArray(zip),
                        "Authorization",
                        "Bearer end-to-end-knots-publisher-0123456789",
                        "Content-Type",
                        "application/zip",
                        KEY,
                        "\"keyed-3\"");

        assertThat(List.of(first.status(), other.status())).containsExactly(201, 200);
    }

    @Test
    void aReviewIsStatedOnceUnderItsKey() {
        publish(PackZip.of("knots-key-review", "1.0.0").bytes());
        String reviews = "/api/packs/knots-key-review/versions/1.0.0/articles/tying-knots/reviews";
        byte[] statement =
                """
                {"outcome": "approved", "reviewer": "R. Examiner", "role": "physician",
                 "scope": "all", "date": "2026-11-24", "nextReview": "2027-11-24"}
                """
                        .getBytes(StandardCharsets.UTF_8);

        Answer first = write("POST", reviews, "application/json", statement, KEY, "\"r-1\"");
        Answer again = write("POST", reviews, "application/json", statement, KEY, "\"r-1\"");
        Answer elsewhere =
                write(
                        "POST",
                        reviews.replace("1.0.0", "1"),
                        "application/json",
                        statement,
                        KEY,
                        "\"r-1\"");

        assertThat(first.status()).isEqualTo(201);
        assertSame(again, first);
        assertConflict(elsewhere, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a", "a b", "\"a\";x=1", "\"a\\\"b\"", "\"a\", \"b\"", "?1"})
    void aKeyThatCannotBeReadIsMalformed(String key) {
        Answer answer = publish(PackZip.of("knots-key-odd", "1.0.0").bytes(), KEY, key);

        assertThat(answer.kind()).isEqualTo("400 application/problem+json");
        assertThat(get("/api/packs/knots-key-odd").status()).isEqualTo(404);
    }

    @Test
    void oneOfManyAtOnceIsDoneAndTheOthersWaitOrGetItsAnswer() throws Exception {
        byte[] zip = PackZip.of("knots-key-race", "1.0.0").bytes();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Answer> answers = new ArrayList<>();
        try {
            List<Callable<Answer>> calls =
                    Collections.nCopies(8, () -> publish(zip, KEY, "\"race\""));
            for (Future<Answer> answer : clients.invokeAll(calls)) {
                answers.add(answer.get());
            }
        } finally {
            clients.shutdownNow();
        }
        Answer last = publish(zip, KEY, "\"race\"");

        assertThat(last.status()).isEqualTo(201);
        for (Answer answer : answers) {
            if (answer.status() == 409) {
                assertConflict(answer, 409);
                assertThat(answer.header("Retry-After")).isPresent();
            } else if (answer.status() != 429) {
                assertSame(answer, last);
            }
        }
        assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409, 429);
    }

    @Test
    void theAuditLogTellsARepeatFromTheFirst() {
        byte[] zip = PackZip.of("access-key-audit", "1.0.0").bytes();
        Answer first = publish(zip, KEY, "\"audited\"");
        Answer again = publish(zip, KEY, "\"audited\"");

        List<String> told = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 100; page++) {
            JsonNode audit =
                    json(get("/api/audit?limit=200" + after, "Authorization", "Bearer " + TOKEN));
            for (JsonNode item : audit.path("items")) {
                String id = item.path("request").asText();
                if (List.of(first, again).stream()
                        .anyMatch(a -> a.header("X-Request-Id").orElseThrow().equals(id))) {
                    told.add(item.path("action").asText() + " " + item.path("status").asInt());
                }
            }
            if (audit.path("items").isEmpty()) {
                break;
            }
            after = "&after=" + audit.path("next").asText().replaceFirst(".*[?&]after=", "");
        }

        assertThat(told).containsExactly("POST /api/packs 201", "POST /api/packs (repeated) 201");
    }
}

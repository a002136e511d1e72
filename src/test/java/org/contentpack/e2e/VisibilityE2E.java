package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** What readers and caches see of releases that come, that are refused, and that meet another. */
class VisibilityE2E {

    private static final int RELEASES = 12;
    private static final int RACES = 6;

    private static Answer publish(PackZip zip) {
        return write("POST", "/api/packs", "application/zip", zip.bytes());
    }

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads list, feed, TimeMap and releases while they come: each says the same at the same time.
     */
    @Test
    @BadInput("F2")
    void aReaderSeesAReleaseEverywhereOrNowhere() throws Exception {
        String start = lastPage();
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Integer> reader =
                CompletableFuture.supplyAsync(
                        () -> {
                            int looks = 0;
                            boolean last;
                            do {
                                last = isOver.get();
                                look(start);
                                looks++;
                            } while (!last);
                            return looks;
                        });
        try {
            for (int i = 0; i < RELEASES && !reader.isDone(); i++) {
                assertThat(
                                publish(PackZip.saying("knots-seen", "1.0." + i, "Turn " + i + "."))
                                        .status())
                        .isEqualTo(201);
            }
        } finally {
            isOver.set(true);
        }

        assertThat(reader.get()).isGreaterThan(1);
        assertThat(listed()).hasSize(RELEASES);
        assertThat(remembered()).isEqualTo(listed());
    }

    private static void look(String start) {
        Set<String> toldBefore = told(start);
        Set<String> listed = listed();
        Set<String> remembered = remembered();
        Set<String> toldAfter = told(start);

        assertThat(listed).containsAll(toldBefore);
        assertThat(remembered).containsAll(listed);
        assertThat(toldAfter).containsAll(remembered);
        if (!listed.isEmpty()) {
            assertIsWhole("/api/packs/knots-seen/versions/1.0." + (listed.size() - 1));
        }
        String next = "/api/packs/knots-seen/versions/1.0." + listed.size();
        Answer answer = get(next);
        if (answer.status() == 200) {
            assertIsWhole(next);
        } else {
            assertThat(answer.kind()).isEqualTo("404 application/problem+json");
        }
    }

    private static void assertIsWhole(String release) {
        Answer answer = get(release);
        assertThat(answer.kind()).isEqualTo("200 application/json");
        assertThat(sha256(get(release + "/archive").bytes()))
                .isEqualTo(json(answer).path("archive").path("digest").asText());
        assertThat(get(release + "/articles/tying-knots").status()).isEqualTo(200);
    }

    private static Set<String> listed() {
        Set<String> versions = new TreeSet<>();
        json(get("/api/packs/knots-seen/versions?limit=200"))
                .path("items")
                .forEach(item -> versions.add(item.path("version").asText()));
        return versions;
    }

    /** What the article's TimeMap lists; each release was the latest when it came. */
    private static Set<String> remembered() {
        Answer answer =
                get(
                        "/api/packs/knots-seen/articles/tying-knots/timemap",
                        "Accept",
                        "application/json");
        return answer.status() == 404
                ? Set.of()
                : new TreeSet<>(json(answer).path("mementos").findValuesAsText("version"));
    }

    private static Set<String> told(String start) {
        Set<String> versions = new TreeSet<>();
        Answer answer = get(start);
        while (json(answer).path("items").size() > 0) {
            for (JsonNode event : json(answer).path("items")) {
                if (event.path("pack").asText().equals("knots-seen")) {
                    assertThat(event.path("kind").asText()).isEqualTo("registered");
                    assertThat(versions.add(event.path("version").asText())).isTrue();
                }
            }
            answer = get(json(answer).path("next").asText());
        }
        return versions;
    }

    private static String lastPage() {
        String page = "/api/changes?limit=200";
        for (Answer answer = get(page); json(answer).path("items").size() > 0; ) {
            page = json(answer).path("next").asText();
            answer = get(page);
        }
        return page;
    }

    @Test
    @BadInput("F8")
    void nothingOfAFailedUploadIsKeptByCaches() {
        String release = "/api/packs/knots-cached/versions/1.0.0";
        PackZip good = PackZip.saying("knots-cached", "1.0.0", "Once more.");
        String blob =
                "/api/blobs/sha256/"
                        + sha256(PackZip.article("Once more.").getBytes(UTF_8)).substring(7);

        Answer refused = publish(PackZip.saying("knots-cached", "1.0.0", "[x](gone.md)"));

        assertThat(refused.kind()).isEqualTo("422 application/problem+json");
        assertThat(refused.header("Cache-Control")).contains("no-store");
        for (String address : addresses(release, blob)) {
            Answer missing = get(address);
            assertThat(missing.kind()).as(address).isEqualTo("404 application/problem+json");
            assertThat(missing.header("Cache-Control")).as(address).contains("no-store");
        }

        Answer published = publish(good);
        assertThat(published.status()).isEqualTo(201);
        assertThat(published.header("Cache-Control")).contains("no-store");
        List<String> kept = new ArrayList<>();
        for (String address : addresses(release, blob)) {
            Answer there = get(address);
            kept.add(there.status() + " " + there.header("Cache-Control").orElse("-"));
        }
        assertThat(kept)
                .containsExactly(
                        "200 public, max-age=300, stale-if-error=3600",
                        "200 public, max-age=300, stale-if-error=3600",
                        "200 public, max-age=300, stale-if-error=3600",
                        "200 public, max-age=60",
                        "200 public, max-age=60",
                        "200 public, max-age=31536000, immutable");

        Answer taken = publish(PackZip.saying("knots-cached", "1.0.0", "Otherwise."));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.header("Cache-Control")).contains("no-store");
    }

    private static List<String> addresses(String release, String blob) {
        return List.of(
                release,
                release + "/articles/tying-knots",
                release + "/archive",
                "/api/packs/knots-cached",
                "/api/packs/knots-cached/versions",
                blob);
    }

    /** Two clients with different texts for one number, again and again. */
    @Test
    @BadInput("U15")
    void ofTwoTextsForOneNumberOneIsPublishedAndTheOtherToldOfBoth() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        for (int i = 0; i < RACES; i++) {
            String version = "1.0." + i;
            List<CompletableFuture<Answer>> both = new ArrayList<>();
            for (String text : List.of("Left over right.", "Right over left.")) {
                PackZip zip = PackZip.saying("knots-raced", version, text + " Turn " + i + ".");
                both.add(
                        CompletableFuture.supplyAsync(
                                () -> {
                                    await(together);
                                    return publish(zip);
                                },
                                task -> new Thread(task).start()));
            }
            List<Answer> answers = List.of(both.get(0).get(), both.get(1).get());

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
            Answer won = answers.get(answers.get(0).status() == 201 ? 0 : 1);
            Answer lost = answers.get(answers.get(0).status() == 201 ? 1 : 0);
            String winner = json(won).path("digest").asText();
            assertThat(json(lost).path("type").asText())
                    .isEqualTo("urn:contentpack:problem:version-exists");
            assertThat(json(lost).path("digests").path("registered").asText()).isEqualTo(winner);
            assertThat(json(lost).path("digests").path("offered").asText()).isNotEqualTo(winner);
            String release = "/api/packs/knots-raced/versions/" + version;
            assertThat(json(get(release)).path("digest").asText()).isEqualTo(winner);
            assertThat(sha256(get(release + "/archive").bytes()))
                    .isEqualTo(json(won).path("archiveDigest").asText());
        }
        assertThat(json(get("/api/packs/knots-raced/versions")).path("items")).hasSize(RACES);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}

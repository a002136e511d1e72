package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.send;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels, withdrawals, reviews and the feed of changes. Every test has packs of its own. */
class HistoryE2E {

    private static final String KNOTS = "/articles/tying-knots";

    private static String publish(String id, String... versions) {
        for (String version : versions) {
            assertThat(
                            write(
                                            "POST",
                                            "/api/packs",
                                            "application/zip",
                                            PackZip.of(id, version).bytes())
                                    .status())
                    .isEqualTo(201);
        }
        return "/api/packs/" + id;
    }

    private static Answer put(String target, String json, String... headers) {
        return write(
                "PUT", target, "application/json", json.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Answer post(String target, String json) {
        return write("POST", target, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer delete(String target) {
        return send("DELETE", target, "Authorization", "Bearer " + TOKEN);
    }

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String problem(Answer answer) {
        assertThat(Shapes.violations("problem", answer.body())).isEmpty();
        return answer.status()
                + " "
                + json(answer).path("type").asText().replace("urn:contentpack:problem:", "");
    }

    private static String leadsTo(String target) {
        return get(target).header("Location").orElse("-").replaceAll(".*/versions/", "");
    }

    @Test
    void aChannelIsMadeAndMovedByWhoeverKnowsWhereItPoints() {
        String pack = publish("history-channels", "1.0.0", "1.0.1");
        String channel = pack + "/channels/stable";

        assertThat(problem(get(channel))).isEqualTo("404 not-found");
        assertThat(problem(put(channel, "{\"version\": \"1.0.0\"}")))
                .isEqualTo("428 precondition-required");
        assertThat(problem(put(channel, "{\"version\": \"1.0.0\"}", "If-Match", "*")))
                .isEqualTo("412 precondition-failed");
        Answer made = put(channel, "{\"version\": \"1.0.0\"}", "If-None-Match", "*");
        assertThat(made.kind()).isEqualTo("201 application/json");
        assertThat(made.body())
                .isEqualTo(
                        "{\"channel\":\"stable\",\"version\":\"1.0.0\",\"computed\":false,"
                                + "\"url\":\"/api/packs/history-channels/versions/1.0.0\"}");
        Answer read = get(channel);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(Shapes.violations("channel", read.body())).isEmpty();
        assertThat(leadsTo(pack + "/versions/stable")).isEqualTo("1.0.0");
        assertThat(problem(put(channel, "{\"version\": \"1.0.1\"}", "If-None-Match", "*")))
                .isEqualTo("412 precondition-failed");
        String tag = read.header("ETag").orElseThrow();
        assertThat(problem(put(channel, "{\"version\": \"1.0.1\"}", "If-Match", "W/" + tag)))
                .isEqualTo("412 precondition-failed");
        assertThat(problem(put(channel, "{\"version\": \"9.0.0\"}", "If-Match", tag)))
                .isEqualTo("404 not-found");
        assertThat(put(channel, "{\"version\": \"1.0.1\"}", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(leadsTo(pack + "/versions/stable")).isEqualTo("1.0.1");
        Answer list = get(pack + "/channels");
        assertThat(Shapes.violations("channels", list.body())).isEmpty();
        assertThat(json(list).path("items").findValuesAsText("channel"))
                .containsExactly("latest", "stable");
    }

    @Test
    void theLatestReleaseCannotBeSet() {
        String pack = publish("history-latest", "1.0.0");

        assertThat(
                        problem(
                                put(
                                        pack + "/channels/latest",
                                        "{\"version\": \"1.0.0\"}",
                                        "If-Match",
                                        "*")))
                .isEqualTo("405 method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1", "v1-lane", "Stable", "1", "1.x", "a"})
    void aChannelHasANameThatIsNoVersion(String name) {
        assertThat(
                        problem(
                                put(
                                        "/api/packs/leg-cramps-at-night/channels/" + name,
                                        "{\"version\": \"1.0.0\"}",
                                        "If-None-Match",
                                        "*")))
                .isEqualTo("400 malformed-request");
    }

    @ParameterizedTest
    @BadInput("Y10")
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"version\": 1}",
                "{\"version\": \"1.0.0\", \"version\": \"1.0.0\"}",
                "{\"version\": \"1.0.0\"} {}",
                "{\"version\": \"1.0.0\", \"other\": 1}",
                "{\"version\": \"\\ud800\"}",
                "{\"version\": 1e1000000000}",
                "{\"version\": \"1.0\"}"
            })
    void aBodyThatIsNotTheObjectAskedForIsMalformed(String body) {
        assertThat(
                        problem(
                                put(
                                        "/api/packs/leg-cramps-at-night/channels/never",
                                        body,
                                        "If-None-Match",
                                        "*")))
                .isEqualTo("400 malformed-request");
    }

    @Test
    @BadInput("Y10")
    void aDeepOrLongBodyIsBounded() {
        String channel = "/api/packs/leg-cramps-at-night/channels/never";

        assertThat(problem(put(channel, "[".repeat(50_000), "If-None-Match", "*")))
                .isEqualTo("400 malformed-request");
        assertThat(
                        problem(
                                put(
                                        channel,
                                        "{\"version\":" + "1".repeat(50_000) + "}",
                                        "If-None-Match",
                                        "*")))
                .isEqualTo("400 malformed-request");
        assertThat(problem(put(channel, " ".repeat(70_000), "If-None-Match", "*")))
                .isEqualTo("413 payload-too-large");
        assertThat(
                        problem(
                                write(
                                        "PUT",
                                        channel,
                                        "text/plain",
                                        "{}".getBytes(StandardCharsets.UTF_8),
                                        "If-None-Match",
                                        "*")))
                .isEqualTo("415 unsupported-media-type");
    }

    @Test
    void aReplacedReleaseIsShownWithANoticeAndNoLongerChosen() {
        String pack = publish("history-superseded", "1.0.0", "1.0.1");
        String release = pack + "/versions/1.0.1";

        Answer done =
                put(
                        release + "/withdrawal",
                        "{\"kind\": \"superseded\", \"note\": \"A better one comes.\"}");

        assertThat(done.kind()).isEqualTo("200 application/json");
        assertThat(Shapes.violations("withdrawal", done.body())).isEmpty();
        assertThat(get(release + "/withdrawal").body()).isEqualTo(done.body());
        assertThat(leadsTo(pack + "/versions/latest")).isEqualTo("1.0.0");
        assertThat(leadsTo(pack + "/versions/1")).isEqualTo("1.0.0");
        Answer shown = get(release);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Deprecation"))
                .hasValueSatisfying(d -> assertThat(d).matches("@[0-9]{10}"));
        assertThat(Shapes.violations("release", shown.body())).isEmpty();
        assertThat(json(shown).path("status").path("withdrawal")).isEqualTo(json(done));
        Answer article = get(release + KNOTS);
        assertThat(Shapes.violations("article", article.body())).isEmpty();
        assertThat(json(article).path("withdrawal")).isEqualTo(json(done));
        assertThat(get(release + KNOTS, "Accept", "text/html").body())
                .contains(
                        "<meta name=\"robots\" content=\"noindex\">",
                        "The publisher has replaced this text.",
                        "A better one comes.");
        assertThat(delete(release + "/withdrawal").status()).isEqualTo(204);
        assertThat(leadsTo(pack + "/versions/latest")).isEqualTo("1.0.1");
        assertThat(get(release).header("Deprecation")).isEmpty();
        assertThat(problem(get(release + "/withdrawal"))).isEqualTo("404 not-found");
    }

    @ParameterizedTest
    @CsvSource({"error", "gone"})
    void aHarmfulReleaseIsNoLongerShownButToAuditors(String kind) {
        String pack = publish("history-" + kind, "1.0.0", "1.0.1");
        String release = pack + "/versions/1.0.1";
        String archive =
                "/api/blobs/sha256/"
                        + json(get(release)).path("archive").path("digest").asText().substring(7);
        String file = json(get(release)).path("files").get(1).path("digest").asText();
        String manifest = json(get(release)).path("files").get(1).path("path").asText();
        assertThat(manifest).isEqualTo("pack.yaml");

        put(
                release + "/withdrawal",
                "{\"kind\": \"" + kind + "\", \"note\": \"Wrong.\", \"replacedBy\": \"1.0.0\"}");

        for (String below :
                List.of("", "/articles", KNOTS, KNOTS + "/sections/begin", "/archive")) {
            Answer answer = get(release + below);
            assertThat(problem(answer)).isEqualTo("410 withdrawn");
            assertThat(json(answer).path("withdrawal").path("kind").asText()).isEqualTo(kind);
            assertThat(json(answer).path("detail").asText()).contains("Wrong.", "Instead: 1.0.0");
        }
        assertThat(problem(get(archive))).isEqualTo("410 withdrawn");
        assertThat(problem(get("/api/blobs/sha256/" + file.substring(7))))
                .isEqualTo("410 withdrawn");
        String article =
                json(get(pack + "/versions/1.0.0")).path("files").get(0).path("digest").asText();
        assertThat(get("/api/blobs/sha256/" + article.substring(7)).status()).isEqualTo(200);
        Answer audited = get(release, "Authorization", "Bearer " + TOKEN);
        assertThat(audited.status()).isEqualTo(200);
        assertThat(audited.header("Cache-Control")).contains("no-store");
        assertThat(audited.header("Access-Control-Allow-Origin")).isEmpty();
        JsonNode listed = json(get(pack + "/versions")).path("items").get(0);
        assertThat(listed.path("status").path("withdrawal").path("kind").asText()).isEqualTo(kind);
        assertThat(delete(release + "/withdrawal").status()).isEqualTo(204);
        assertThat(get(release).status()).isEqualTo(200);
    }

    @Test
    @BadInput("M11")
    void aWithdrawnNumberStaysTaken() {
        String pack = publish("history-taken", "1.0.0");
        put(pack + "/versions/1.0.0/withdrawal", "{\"kind\": \"gone\", \"note\": \"Taken back.\"}");

        assertThat(
                        write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.of("history-taken", "1.0.0").bytes())
                                .status())
                .isEqualTo(200);
        assertThat(
                        problem(
                                write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.saying("history-taken", "1.0.0", "Other.")
                                                .bytes())))
                .isEqualTo("409 version-exists");
        assertThat(problem(get(pack + "/versions/1.0.0"))).isEqualTo("410 withdrawn");
        assertThat(get(pack).status()).isEqualTo(200);
        assertThat(Shapes.violations("pack", get(pack).body())).isEmpty();
        assertThat(get("/").status()).isEqualTo(200);
    }

    @Test
    void whatIsErasedIsDestroyedAndItsNumberKept() {
        String pack = publish("history-erased", "1.0.0");
        String release = pack + "/versions/1.0.0";

        Answer done = put(release + "/withdrawal", "{\"kind\": \"erased\", \"note\": \"By law.\"}");

        assertThat(done.status()).isEqualTo(200);
        assertThat(problem(get(release, "Authorization", "Bearer " + TOKEN)))
                .isEqualTo("410 withdrawn");
        assertThat(problem(delete(release + "/withdrawal"))).isEqualTo("410 withdrawn");
        assertThat(problem(put(release + "/withdrawal", "{\"kind\": \"expired\"}")))
                .isEqualTo("410 withdrawn");
        Answer versions = get(pack + "/versions");
        assertThat(Shapes.violations("versions", versions.body())).isEmpty();
        assertThat(json(versions).path("items").get(0).path("digest").asText())
                .matches("sha256:[0-9a-f]{64}");
        assertThat(
                        problem(
                                write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.of("history-erased", "1.0.0").bytes())))
                .isEqualTo("410 withdrawn");
    }

    @Test
    void anArticleIsWithdrawnByItself() {
        String pack = publish("history-article", "1.0.0");
        String article = pack + "/versions/1.0.0" + KNOTS;

        Answer done = put(article + "/withdrawal", "{\"kind\": \"error\", \"note\": \"Wrong.\"}");

        assertThat(get(article + "/withdrawal").body()).isEqualTo(done.body());
        assertThat(problem(get(article))).isEqualTo("410 withdrawn");
        assertThat(problem(get(article + "/sections/begin"))).isEqualTo("410 withdrawn");
        assertThat(problem(get(pack + KNOTS))).isEqualTo("410 withdrawn");
        assertThat(problem(get(pack + "/versions/1.0.0/archive"))).isEqualTo("410 withdrawn");
        Answer release = get(pack + "/versions/1.0.0");
        assertThat(release.status()).isEqualTo(200);
        assertThat(Shapes.violations("release", release.body())).isEmpty();
        assertThat(
                        json(release)
                                .path("status")
                                .path("withdrawnArticles")
                                .get(0)
                                .path("article")
                                .asText())
                .isEqualTo("tying-knots");

        assertThat(delete(article + "/withdrawal").status()).isEqualTo(204);
        assertThat(problem(get(article + "/withdrawal"))).isEqualTo("404 not-found");
        assertThat(get(article).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"error\"}",
                "{\"kind\": \"wrong\", \"note\": \"x\"}",
                "{\"note\": \"x\"}",
                "{\"kind\": \"gone\", \"note\": \" \"}",
                "{\"kind\": \"gone\", \"note\": \"a\\u0000b\"}",
            })
    void aWithdrawalSaysWhy(String body) {
        assertThat(problem(put("/api/packs/leg-cramps-at-night/versions/1.0.0/withdrawal", body)))
                .isEqualTo("400 malformed-request");
    }

    @Test
    void aReviewIsStatedAndRevoked() {
        String pack = publish("history-reviews", "1.0.0");
        String article = pack + "/versions/1.0.0" + KNOTS;
        String statement =
                "{\"outcome\": \"approved\", \"reviewer\": \"Test Person\", \"role\": \"sailor\","
                        + " \"scope\": \"facts\", \"date\": \"2026-01-02\","
                        + " \"nextReview\": \"2036-01-02\"}";

        Answer stored = post(article + "/reviews", statement);

        assertThat(stored.kind()).isEqualTo("201 application/json");
        assertThat(Shapes.violations("statement", stored.body())).isEmpty();
        assertThat(post(article + "/reviews", statement).status()).isEqualTo(200);
        Answer list = get(article + "/reviews");
        assertThat(Shapes.violations("statements", list.body())).isEmpty();
        assertThat(list.body()).isEqualTo("{\"items\":[" + stored.body() + "]}");
        assertThat(json(get(article)).path("review").toString())
                .isEqualTo(
                        "{\"status\":\"reviewed\",\"reviewer\":{\"name\":\"Test Person\","
                                + "\"role\":\"sailor\"},\"lastReviewed\":\"2026-01-02\","
                                + "\"nextReview\":\"2036-01-02\"}");
        assertThat(get(article, "Accept", "text/html").body())
                .contains("Reviewed by Test Person (sailor)")
                .doesNotContain("noindex");
        assertThat(
                        post(
                                        article + "/reviews",
                                        "{\"outcome\": \"revoked\", \"reason\": \"Not read.\","
                                                + " \"date\": \"2026-01-03\"}")
                                .status())
                .isEqualTo(201);
        assertThat(json(get(article)).path("review").toString())
                .isEqualTo("{\"status\":\"unreviewed\"}");
    }

    @Test
    void aReviewThatIsOverIsOverdue() {
        String pack = publish("history-overdue", "1.0.0");
        String article = pack + "/versions/1.0.0" + KNOTS;

        post(
                article + "/reviews",
                "{\"outcome\": \"approved\", \"reviewer\": \"Test Person\", \"role\": \"sailor\","
                        + " \"scope\": \"facts\", \"date\": \"2020-01-02\","
                        + " \"nextReview\": \"2021-01-02\"}");

        assertThat(json(get(article)).path("review").path("status").asText()).isEqualTo("overdue");
        assertThat(json(get(pack + "/versions/1.0.0")).path("status").path("overdue").toString())
                .isEqualTo("[\"tying-knots\"]");
        assertThat(get(article, "Accept", "text/html").body())
                .contains("noindex", "That day has passed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"date\": \"2999-01-02\", \"nextReview\": \"2999-02-02\"",
                "\"date\": \"2026-01-02\", \"nextReview\": \"2026-01-02\"",
                "\"date\": \"2026-01-02\", \"nextReview\": \"2096-01-02\"",
                "\"date\": \"2026-02-30\", \"nextReview\": \"2027-01-02\"",
                "\"date\": \"2026-01-02\""
            })
    void aReviewHasDaysThatCanBe(String days) {
        assertThat(
                        problem(
                                post(
                                        "/api/packs/leg-cramps-at-night/versions/1.0.0/articles/"
                                                + "what-causes-leg-cramps-at-night/reviews",
                                        "{\"outcome\": \"approved\", \"reviewer\": \"T\","
                                                + " \"role\": \"r\", \"scope\": \"s\", "
                                                + days
                                                + "}")))
                .isEqualTo("400 malformed-request");
    }

    @Test
    void theFeedTellsEverythingOnceAndInOrder() {
        String start = lastPage();
        String pack = publish("history-feed", "1.0.0");
        put(pack + "/channels/stable", "{\"version\": \"1.0.0\"}", "If-None-Match", "*");
        put(pack + "/versions/1.0.0/withdrawal", "{\"kind\": \"expired\"}");
        put(pack + "/versions/1.0.0/withdrawal", "{\"kind\": \"expired\"}");
        delete(pack + "/versions/1.0.0/withdrawal");
        post(
                pack + "/versions/1.0.0" + KNOTS + "/reviews",
                "{\"outcome\": \"revoked\", \"reason\": \"Test.\", \"date\": \"2026-01-02\"}");
        assertThat(
                        write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        renaming("history-feed", "1.1.0"))
                                .status())
                .isEqualTo(201);

        List<String> kinds = new ArrayList<>();
        String page = start;
        Answer answer = get(page);
        while (json(answer).path("items").size() > 0) {
            assertThat(Shapes.violations("changes", answer.body())).isEmpty();
            for (JsonNode item : json(answer).path("items")) {
                if (item.path("pack").asText().equals("history-feed")) {
                    kinds.add(item.path("kind").asText());
                }
            }
            page = json(answer).path("next").asText();
            answer = get(page);
        }

        assertThat(kinds)
                .containsExactly(
                        "registered",
                        "channel-moved",
                        "withdrawn",
                        "reinstated",
                        "reviewed",
                        "registered",
                        "renamed");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        assertThat(problem(get("/api/changes?after=forged"))).isEqualTo("400 malformed-request");
    }

    /** The pack with its section under another id, and a redirect from the former one. */
    private static byte[] renaming(String id, String version) {
        return PackZip.of(id, version)
                .with(
                        "pack.yaml",
                        PackZip.manifest(id, version)
                                + "redirects:\n  - kind: section\n    article: tying-knots\n"
                                + "    from: begin\n    to: start\n")
                .with(
                        "articles/tying-knots.md",
                        PackZip.article("Pass the end over.").replace("{#begin ", "{#start "))
                .bytes();
    }

    private static String lastPage() {
        String page = "/api/changes?limit=2";
        for (Answer answer = get(page); json(answer).path("items").size() > 0; ) {
            page = json(answer).path("next").asText();
            answer = get(page);
        }
        return page;
    }

    @Test
    void changesCanBeWatchedAndNothingComesTwice() {
        String next = "/api/changes?limit=200";
        while (!json(get(next)).path("items").isEmpty()) {
            next = json(get(next)).path("next").asText();
        }
        publish("history-watched", "1.0.0", "1.0.1");
        List<String> whole = Server.events(next, 2);
        String first = whole.get(0).replaceAll("(?s)^id: ([^\n]*)\n.*", "$1");
        List<String> rest = Server.events(next, 1, "Last-Event-ID", first);

        assertThat(whole)
                .allMatch(event -> event.contains("\nevent: change\ndata: {\"sequence\":"))
                .allMatch(event -> event.contains("\"pack\":\"history-watched\""));
        assertThat(whole.get(0)).contains("\"version\":\"1.0.0\"");
        assertThat(rest).containsExactly(whole.get(1));
        assertThat(
                        problem(
                                get(
                                        "/api/changes",
                                        "Accept",
                                        "text/event-stream",
                                        "Last-Event-ID",
                                        "x!")))
                .isEqualTo("400 malformed-request");
    }
}

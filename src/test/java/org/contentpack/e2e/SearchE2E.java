package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for articles and sections. Every test has packs and words of its own. */
class SearchE2E {

    private static void publish(String id, String version, String text) {
        assertThat(
                        write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.saying(id, version, text).bytes())
                                .status())
                .isEqualTo(201);
    }

    private static JsonNode items(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes()).path("items");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks again and again, for half a minute at most: the index is some moments behind. */
    private static Answer until(String target, Predicate<Answer> wanted) {
        long end = System.nanoTime() + 30_000_000_000L;
        Answer answer = get(target);
        while (!wanted.test(answer) && System.nanoTime() < end) {
            answer = get(target);
        }
        assertThat(wanted.test(answer)).as(answer.body()).isTrue();
        return answer;
    }

    private static Answer untilFound(String target, int hits) {
        return until(target, answer -> answer.status() == 200 && items(answer).size() == hits);
    }

    @Test
    void whatWasPublishedIsFoundWithItsWordsMarked() {
        publish("search-found", "1.0.0", "Marlinspikes help with tight **knots** & \"ropes\".");

        Answer answer = untilFound("/api/search?q=marlinspike", 1);

        assertThat(answer.kind()).isEqualTo("200 application/json");
        assertThat(Shapes.violations("search", answer.body())).isEmpty();
        assertThat(answer.body())
                .isEqualTo(
                        "{\"items\":[{\"pack\":\"search-found\",\"version\":\"1.0.0\","
                                + "\"article\":\"tying-knots\",\"language\":\"en\","
                                + "\"title\":\"Tying knots\",\"section\":{\"id\":\"begin\","
                                + "\"heading\":\"Begin\"},\"excerpt\":["
                                + "{\"text\":\"Marlinspikes\",\"match\":true},"
                                + "{\"text\":\" help with tight knots & \\\"ropes\\\".\","
                                + "\"match\":false}],"
                                + "\"reviewStatus\":\"unreviewed\",\"stale\":false,"
                                + "\"url\":\"/api/packs/search-found/versions/1.0.0/articles"
                                + "/tying-knots/sections/begin?lang=en\","
                                + "\"articleUrl\":\"/api/packs/search-found/versions/1.0.0"
                                + "/articles/tying-knots?lang=en\"}]}");
        assertThat(answer.header("Cache-Control")).contains("public, max-age=60");
        String tag = answer.header("ETag").orElseThrow();
        assertThat(get("/api/search?q=marlinspike", "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    void aPageShowsTheSameAndItsFormIsAllowed() {
        publish("search-page", "1.0.0", "Fids <not> & toggles.".replace("<not>", "1 < 2"));
        untilFound("/api/search?q=toggles", 1);

        Answer page = get("/api/search?q=toggles+fid&lang=en", "Accept", "text/html");

        assertThat(page.kind()).isEqualTo("200 text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self'");
        assertThat(page.body())
                .contains(
                        "<mark>Fids</mark> 1 &lt; 2 &amp; <mark>toggles</mark>.",
                        "value=\"toggles fid\"",
                        "<input type=\"hidden\" name=\"lang\" value=\"en\">",
                        "/versions/1.0.0/articles/tying-knots?lang&#x3D;en#begin");
        assertThat(get("/api/search?q=%22%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html"))
                .satisfies(
                        hostile -> {
                            assertThat(hostile.status()).isEqualTo(200);
                            assertThat(hostile.body()).doesNotContain("<script");
                        });
        Answer landing = get("/", "Accept", "text/html");
        assertThat(landing.body())
                .contains("<form class=\"search\" role=\"search\" action=\"/api/search\">");
        assertThat(landing.header("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self'");
    }

    @Test
    void aNamedReleaseIsSearchedAndTheOthersAreNot() {
        publish("search-named", "1.0.0", "Bosuns like splices.");
        publish("search-named", "1.0.1", "Bosuns like whippings.");
        untilFound("/api/search?q=whippings", 1);
        String old = "/api/search?q=splices&pack=search-named&version=1.0.0";

        Answer answer = untilFound(old, 1);

        assertThat(items(answer).get(0).path("version").asText()).isEqualTo("1.0.0");
        assertThat(items(get("/api/search?q=splices&pack=search-named"))).isEmpty();
        assertThat(
                        items(untilFound("/api/search?q=bosun&pack=search-named&version=latest", 1))
                                .get(0)
                                .path("version")
                                .asText())
                .isEqualTo("1.0.1");
        assertThat(get("/api/search?q=a&pack=search-named&version=9.0.0").status()).isEqualTo(404);
        assertThat(get("/api/search?q=a&pack=no-such-pack&version=1.0.0").status()).isEqualTo(404);
        assertThat(get("/api/search?q=a&version=1.0.0").status()).isEqualTo(400);
    }

    @Test
    void whatIsWithdrawnForHarmIsGoneFromTheNextAnswerOn() {
        publish("search-withdrawn", "1.0.0", "Grommets hold anything.");
        untilFound("/api/search?q=grommets", 1);
        String release = "/api/packs/search-withdrawn/versions/1.0.0";
        byte[] error =
                "{\"kind\": \"error\", \"note\": \"Wrong.\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(
                        write(
                                        "PUT",
                                        release + "/articles/tying-knots/withdrawal",
                                        "application/json",
                                        error)
                                .status())
                .isEqualTo(200);
        assertThat(items(get("/api/search?q=grommets"))).isEmpty();
        assertThat(write("PUT", release + "/withdrawal", "application/json", error).status())
                .isEqualTo(200);
        assertThat(get("/api/search?q=a&pack=search-withdrawn&version=1.0.0").kind())
                .isEqualTo("410 application/problem+json");
    }

    @Test
    void pagesFollowEachOther() {
        for (String pack : List.of("search-pages-a", "search-pages-b", "search-pages-c")) {
            publish(pack, "1.0.0", "Carabiners are no knots.");
        }
        untilFound("/api/search?q=carabiners", 3);

        List<String> packs = new ArrayList<>();
        String target = "/api/search?q=carabiners&lang=en&limit=1";
        while (!target.isEmpty()) {
            Answer page = get(target);
            items(page).forEach(item -> packs.add(item.path("pack").asText()));
            target = next(page);
        }

        assertThat(packs)
                .containsExactlyInAnyOrder("search-pages-a", "search-pages-b", "search-pages-c");
    }

    private static String next(Answer page) {
        try {
            return new ObjectMapper().readTree(page.bytes()).path("next").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @BadInput("H18")
    @ValueSource(
            strings = {
                "",
                "q=",
                "q=+++",
                "q=-",
                "q=%22%22",
                "q=***",
                "q=-knots",
                "q=a&q=b",
                "q=%FF",
                "q=a&limit=0",
                "q=a&limit=-1",
                "q=a&limit=201",
                "q=a&limit=1e9",
                "q=a&after=forged",
                "q=a&after=%00",
                "q=a&after=",
                "q=a&pack=No+Pack",
                "q=a&pack=x&version=v1",
                "q=a&tag=No+Tag",
                "q=a&kind=other",
                "q=a&lang=xx-invalid-",
                "q=a&lang="
            })
    void aSearchWithoutAMeaningIsMalformed(String query) {
        for (String accept : List.of("application/json", "text/html")) {
            Answer answer = get("/api/search?" + query, "Accept", accept);

            assertThat(answer.kind()).isEqualTo("400 application/problem+json");
            assertThat(Shapes.violations("problem", answer.body())).isEmpty();
        }
    }

    @Test
    @BadInput("H18")
    void aSearchMayBeSoLongAndNoLonger() {
        until("/api/search?q=knots", answer -> answer.status() == 200);

        assertThat(get("/api/search?q=" + "a".repeat(200)).status()).isEqualTo(200);
        assertThat(get("/api/search?q=" + "a".repeat(201)).status()).isEqualTo(400);
        assertThat(get("/api/search?q=" + "a+".repeat(20)).status()).isEqualTo(200);
        assertThat(get("/api/search?q=" + "a+".repeat(21)).status()).isEqualTo(400);
        assertThat(get("/api/search?q=" + "%E6%B0%B4".repeat(200)).status()).isEqualTo(200);
        assertThat(get("/api/search?q=" + "a".repeat(20_000)).status()).isEqualTo(400);
    }

    /** No syntax of the library that searches reaches it. */
    @ParameterizedTest
    @BadInput("C8")
    @ValueSource(
            strings = {
                "title:knots AND",
                "kn*",
                "*",
                "/.*.*.*/",
                "knots~0.9",
                "[a TO z]",
                "\"open",
                "((((",
                "a^1e99",
                "\\",
                "${jndi:ldap://x}",
                "{{7*7}}",
                "\u202eknots",
                "😀 knots"
            })
    void whateverIsTypedHasAnAnswer(String words) {
        String target = "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        until("/api/search?q=knots", answer -> answer.status() == 200);

        assertThat(get(target).status()).isIn(200, 400);
        assertThat(get(target, "Accept", "text/html").status()).isIn(200, 400);
    }

    @Test
    @BadInput("H11")
    void aParameterThatNobodyKnowsDoesNotChangeWhatIsFound() {
        publish("search-unknown", "1.0.0", "Thimbles protect eyes.");
        Answer plain = untilFound("/api/search?q=thimbles", 1);

        assertThat(get("/api/search?q=thimbles&utm_source=x&Lang=es&size=1e9").bytes())
                .isEqualTo(plain.bytes());
    }
}

package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.ARTICLE;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.send;
import static org.contentpack.e2e.Server.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second answer of a kind is a ready one, and in nothing another than the first, which the
 * resource gave.
 */
class ReadyAnswersE2E {

    private static final String PACK = Server.PACK;
    private static final String EXACT = PACK + "/versions/1.1.0";

    /** How often answers were ready until now, in memory or in a file. */
    private static long hits() {
        return lookups("hit") + lookups("file");
    }

    private static long lookups(String result) {
        return get("/metrics", "Authorization", "Bearer " + TOKEN)
                .body()
                .lines()
                .filter(l -> l.startsWith("contentpack_cache_lookups_total{"))
                .filter(
                        l ->
                                l.contains("cache=\"answers\"")
                                        && l.contains("result=\"" + result + "\""))
                .mapToLong(l -> (long) Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** All of an answer but what is its own: the moment and its id. */
    private static List<Object> all(Answer answer) {
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        headers.remove("x-request-id");
        return List.of(
                answer.status(), headers, new String(answer.bytes(), StandardCharsets.ISO_8859_1));
    }

    private static Stream<List<String>> requests() {
        List<List<String>> requests = new ArrayList<>();
        List<String> targets =
                List.of(
                        PACK,
                        PACK + "/versions",
                        PACK + "/versions/%5E1.0",
                        PACK + "/versions/1" + ARTICLE,
                        PACK + "/channels",
                        PACK + ARTICLE,
                        PACK + ARTICLE + "/timemap",
                        EXACT,
                        EXACT + "/status",
                        EXACT + "/articles",
                        EXACT + "/articles/what-causes-leg-cramps-at-night.html",
                        EXACT + ARTICLE,
                        EXACT + ARTICLE + "?lang=es",
                        EXACT + ARTICLE + ".md?lang=en&utm_source=x",
                        EXACT + ARTICLE + "/sections/dehydration",
                        EXACT + ARTICLE + "/sections/dehydration.jsonld");
        List<List<String>> fields =
                List.of(
                        List.of(),
                        List.of("Accept", "text/html"),
                        List.of("Accept", "application/ld+json", "Accept-Encoding", "gzip"),
                        List.of("Accept-Language", "es", "Accept-Encoding", "br"));
        for (String target : targets) {
            for (List<String> more : fields) {
                List<String> request = new ArrayList<>(List.of(target));
                request.addAll(more);
                requests.add(request);
            }
        }
        return requests.stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aReadyAnswerIsTheResourcesOwn(List<String> request) {
        String target = request.get(0);
        String[] headers = request.subList(1, request.size()).toArray(String[]::new);
        // A parameter that means nothing makes the request one that never came before.
        String fresh = target + (target.contains("?") ? "&" : "?") + "fresh=" + System.nanoTime();
        Answer first = get(fresh, headers);
        long before = hits();
        Answer second = get(fresh, headers);
        long after = hits();

        assertThat(all(second)).isEqualTo(all(first));
        assertThat(after - before)
                .as(first.kind())
                .isEqualTo(first.status() == 406 || first.status() == 404 ? 0 : 1);
        assertThat(all(send("HEAD", fresh, headers)))
                .isEqualTo(all(send("HEAD", fresh + "2", headers), fresh));
        first.header("ETag").ifPresent(tag -> conditions(fresh, headers, tag));
    }

    /** As if it had come from another address of the same thing. */
    private static List<Object> all(Answer answer, String target) {
        List<Object> all = new ArrayList<>(all(answer));
        @SuppressWarnings("unchecked")
        TreeMap<String, List<String>> headers = (TreeMap<String, List<String>>) all.get(1);
        headers.computeIfPresent(
                "location",
                (name, values) -> List.of(values.get(0).substring(0, values.get(0).length() - 1)));
        return all;
    }

    /** The same condition where an answer is ready, and where none is. */
    private static void conditions(String target, String[] headers, String tag) {
        for (String condition :
                List.of(tag, "*", "W/" + tag, "\"other\", " + tag, "\"other\"", "nonsense")) {
            List<String> with = new ArrayList<>(List.of(headers));
            with.addAll(List.of("If-None-Match", condition));
            Answer ready = get(target, with.toArray(String[]::new));
            Answer fresh = get(target + System.nanoTime(), with.toArray(String[]::new));

            assertThat(all(ready)).as(condition).isEqualTo(all(fresh));
        }
    }

    /** This server's memory has room for few of them. */
    @Test
    void whatMemoryDoesNotHoldComesFromAFile() {
        List<String> targets =
                Stream.generate(() -> EXACT + ARTICLE + "?fresh=" + System.nanoTime())
                        .limit(100)
                        .toList();
        List<List<Object>> first = targets.stream().map(target -> all(get(target))).toList();
        long hits = hits();
        long files = lookups("file");

        assertThat(targets.stream().map(target -> all(get(target))).toList()).isEqualTo(first);
        assertThat(hits() - hits).isEqualTo(100);
        assertThat(lookups("file") - files).isBetween(1L, 100L);
    }

    /** Caches ask in no other way. */
    @Test
    void anAnswerThatIsOnlyAskedAfterIsReadyToo() {
        String target = EXACT + ARTICLE + ".json?lang=en&fresh=" + System.nanoTime();
        String tag = get(EXACT + ARTICLE + ".json?lang=en").header("ETag").orElseThrow();
        Answer first = get(target, "If-None-Match", tag);
        long before = hits();
        Answer second = get(target, "If-None-Match", tag);

        assertThat(first.status()).isEqualTo(304);
        assertThat(all(second)).isEqualTo(all(first));
        assertThat(hits() - before).isEqualTo(1);
        assertThat(get(target).bytes()).isEqualTo(get(EXACT + ARTICLE + ".json?lang=en").bytes());
    }

    /** An address that names format and language has one answer for whoever asks. */
    @Test
    void preferencesThatTheAddressOverrulesMakeNoOtherAnswer() {
        String target =
                EXACT + ARTICLE + "/sections/dehydration.md?lang=en&fresh=" + System.nanoTime();
        Answer first = get(target);
        long before = hits();

        for (String language : List.of("es", "de-CH, de;q=0.5", "*;q=0", "??")) {
            for (String accept : List.of("*/*", "text/html", "nonsense")) {
                assertThat(all(get(target, "Accept", accept, "Accept-Language", language)))
                        .isEqualTo(all(first));
            }
        }
        assertThat(hits() - before).isEqualTo(12);
    }

    @Test
    void whatHappensToAPackIsSeenAtOnce() {
        String pack = "/api/packs/ready-withdrawn";
        write(
                "POST",
                "/api/packs",
                "application/zip",
                PackZip.of("ready-withdrawn", "1.0.0").bytes());
        String article = pack + "/versions/1.0.0/articles/tying-knots";
        assertThat(get(article).status()).isEqualTo(200);
        assertThat(get(article).status()).isEqualTo(200);

        write(
                "PUT",
                pack + "/versions/1.0.0/withdrawal",
                "application/json",
                "{\"kind\": \"error\", \"note\": \"Wrong knot.\"}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(get(article).kind()).isEqualTo("410 application/problem+json");
        assertThat(get(article, "Authorization", "Bearer " + TOKEN).status()).isEqualTo(200);
        assertThat(get(article).status()).isEqualTo(410);
    }

    @Test
    void anAnswerForOneIsNotKeptForAll() {
        String target = EXACT + ARTICLE + "?fresh=" + System.nanoTime();
        long before = hits();
        get(target, "Authorization", "Bearer " + TOKEN);
        get(target, "Range", "bytes=0-1");
        get(target);

        assertThat(hits()).isEqualTo(before);
    }
}

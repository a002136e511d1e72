package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.ARTICLE;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.raw;
import static org.contentpack.e2e.Server.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strict reviewer of HTTP looks at. Ids are those of the project's list of bad inputs. */
class HttpE2E {

    private static final String EXACT = PACK + "/versions/1.1.0";
    private static final String BEARER = "Bearer " + TOKEN;

    @ParameterizedTest
    @CsvSource({
        "1, 1.1.0",
        "1.0, 1.0.0",
        "1.1, 1.1.0",
        "latest, 1.1.0",
        "*, 1.1.0",
        "%5E1.0, 1.1.0",
        "~1.0, 1.0.0",
        "%3E=1.0%20%3C1.1, 1.0.0"
    })
    void aSelectorLeadsToAnExactVersion(String selector, String version) {
        Answer answer = get(PACK + "/versions/" + selector + ARTICLE + "?lang=en");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .contains(PACK + "/versions/" + version + ARTICLE + "?lang=en");
        assertThat(answer.header("Cache-Control")).contains("public, max-age=60");
    }

    @Test
    void aRawCaretIsTaken() {
        assertThat(raw("GET", PACK + "/versions/^1.0").header("Location")).contains(EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "/versions/v1, 400",
        "/versions/01.2.3, 400",
        "/versions/1.2.3-01, 400",
        "/versions/%D9%A1.%D9%A2.%D9%A3, 400",
        "/versions/9, 404",
        "/versions/2.0.0, 404",
        "/versions/next, 404",
        "/versions/1.1.0/articles/unknown, 404",
        "/versions/1.1.0/articles/..., 404",
        "/versions/1.1.0/assets/unknown.svg, 404",
        "/versions/1.1.0/assets, 404",
        "/versions/1.1.0/unknown, 404",
        "/versions?limit=0, 400",
        "/versions?limit=1&limit=2, 400",
        "/versions?after=forged, 400",
        "/versions/1.1.0/articles/what-causes-leg-cramps-at-night?lang=en_US, 400",
        "/versions/1.1.0/articles/what-causes-leg-cramps-at-night/sections/unknown, 404"
    })
    void whatNamesNothingIsAProblem(String below, int status) {
        Answer answer = get(PACK + below);

        assertThat(answer.kind()).isEqualTo(status + " application/problem+json");
        assertThat(Shapes.violations("problem", answer.body())).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("org.contentpack", "Exception", "\\tat ");
    }

    /** One canonical address; nothing else gives a second 200. */
    @BadInput({"H1", "H4"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%252e%252e/",
                "/a\\b",
                "/a//b",
                "/api/packs/",
                "/api//packs",
                "/api/./packs",
                "/api/packs;x=1",
                "/api/packs/leg-cramps-at-night;v=1",
                "/api/packs/leg-cramps-at-night/versions/1.1.0;x=1",
                "/api/packs/leg-cramps-at-night/versions/1.1.0/",
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/%57EB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/.problem",
                "/api",
                "/index.html"
            })
    void noOtherAddressGivesTheSameThing(String target) {
        Answer answer = raw("GET", target);

        assertThat(answer.status()).isIn(400, 404, 308);
        if (answer.status() != 308) {
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
        }
    }

    /** What the container refuses by itself, before any code of ours: no file, and no more. */
    @BadInput("H1")
    @ParameterizedTest
    @ValueSource(
            strings = {"/%2F%2F..%2F..%2Fetc%2Fpasswd", "/..;/", "/%00", "/../x", "/a/../../x"})
    void theContainerRefusesPathsThatLeaveTheRoot(String target) {
        Answer answer = raw("GET", target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("<H1>CWWWC0005I:").hasSizeLessThan(200);
    }

    @Test
    void anotherSpellingIsSentToTheCanonicalOne() {
        Answer answer = raw("GET", PACK + "/versions/%31.1.0?lang=en");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains(EXACT + "?lang=en");
    }

    @Test
    void aSlugOfAnyLanguageIsSentToTheId() {
        Answer answer = get(EXACT + "/articles/por-que-dan-calambres-en-las-piernas-por-la-noche");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains(EXACT + ARTICLE + "?lang=es");
    }

    @ParameterizedTest
    @CsvSource({
        "/sections/intro.html, /sections/intro.html?lang=es",
        ".html, .html?lang=es",
        "?lang=en, ?lang=en",
        "/sections/intro?x=1, /sections/intro?x=1&lang=es"
    })
    void aSlugKeepsWhatStandsBehindIt(String behind, String kept) {
        Answer answer =
                get(EXACT + "/articles/por-que-dan-calambres-en-las-piernas-por-la-noche" + behind);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains(EXACT + ARTICLE + kept);
    }

    /** The platform's own parser takes minutes for such a field. */
    @BadInput("H3")
    @Test
    void aThousandLanguagesAreNoPreference() {
        StringBuilder languages = new StringBuilder("es");
        for (int i = 0; i < 1_000; i++) {
            languages.append(",a").append((char) ('a' + i % 26)).append("-x").append(i);
        }

        assertThat(
                        get(EXACT + ARTICLE, "Accept-Language", languages.toString())
                                .header("Content-Language"))
                .contains("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS"})
    void theServerAsAWholeIsNoThing(String method) {
        assertThat(raw(method, "*").status()).isIn(200, 400, 404);
    }

    @BadInput("H5")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/style.css",
                "/api/packs",
                PACK,
                PACK + "/versions",
                EXACT,
                EXACT + "/articles",
                EXACT + ARTICLE,
                EXACT + ARTICLE + ".html",
                EXACT + ARTICLE + "/sections/dehydration",
                EXACT + "/assets/wall-calf-stretch.svg",
                EXACT + "/archive",
                "/api/schemas",
                "/api/schemas/article.json",
                "/schemas",
                "/schemas/pack.json"
            })
    void whatTheClientHasIsNotSentAgain(String target) {
        Answer first = get(target);
        String tag = first.header("ETag").orElseThrow();
        Answer again = get(target, "If-None-Match", tag);
        Answer other = get(target, "If-None-Match", "\"x\"");
        Answer nonsense = get(target, "If-None-Match", "nonsense");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Length")).contains(String.valueOf(first.bytes().length));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        for (String kept : List.of("ETag", "Cache-Control", "Vary", "Content-Location")) {
            assertThat(again.header(kept)).as(kept).isEqualTo(first.header(kept));
        }
        assertThat(other.bytes()).isEqualTo(first.bytes());
        assertThat(nonsense.bytes()).isEqualTo(first.bytes());
    }

    @BadInput("H8")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/packs",
                PACK + "/versions",
                EXACT,
                EXACT + ARTICLE,
                EXACT + "/archive",
                "/api/packs/unknown"
            })
    void headIsGetWithoutTheBody(String target) {
        Answer get = get(target);
        Answer head = send("HEAD", target);

        assertThat(head.bytes()).isEmpty();
        assertThat(head.status()).isEqualTo(get.status());
        for (String ofThisAnswer : List.of("date", "x-request-id")) {
            assertThat(get.headers().remove(ofThisAnswer))
                    .hasSameSizeAs(head.headers().remove(ofThisAnswer));
        }
        assertThat(head.headers()).isEqualTo(get.headers());
    }

    /** What stands for the names in braces of an address. */
    private static final Map<String, String> EXAMPLES =
            Map.ofEntries(
                    Map.entry("pack", "leg-cramps-at-night"),
                    Map.entry("selector", "1.1.0"),
                    Map.entry("releases", "1.0.0...1.1.0"),
                    Map.entry("article", "what-causes-leg-cramps-at-night"),
                    Map.entry("section", "dehydration"),
                    Map.entry("channel", "latest"),
                    Map.entry("format", "atom"),
                    Map.entry("cms", "wordpress"),
                    Map.entry("path", "wall-calf-stretch.svg"),
                    Map.entry("hex", "0".repeat(64)),
                    Map.entry("name", "article"),
                    Map.entry("target", "site-api"),
                    Map.entry("plan", "999999"),
                    Map.entry("run", "999999"),
                    Map.entry("webhook", "e2e"));

    /**
     * Figures count the first request before the second is answered, and so does the audit log;
     * webhooks are told of other tests' events meanwhile.
     */
    private static final Set<String> CHANGING =
            Set.of(
                    "/metrics",
                    "/api/audit",
                    "/api/webhooks",
                    "/api/webhooks/{webhook}",
                    "/api/webhooks/{webhook}/attempts");

    /** Every address that the description of the API knows for reading, with and without rights. */
    @BadInput("H8")
    @Test
    void everyAddressThatCanBeReadHasItsHead() throws IOException {
        JsonNode paths =
                new ObjectMapper()
                        .readTree(get("/openapi", "Accept", "application/json").bytes())
                        .path("paths");
        List<String> readable = new ArrayList<>();
        paths.fieldNames()
                .forEachRemaining(
                        path -> {
                            if (paths.path(path).has("get")) {
                                readable.add(path);
                            }
                        });
        assertThat(readable).hasSizeGreaterThanOrEqualTo(40);
        // Pages are no part of the description.
        readable.addAll(List.of("/", "/style.css", "/sign-in"));

        for (String path : readable) {
            String target = path;
            for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
                target = target.replace("{" + example.getKey() + "}", example.getValue());
            }
            assertThat(target).as("an example is missing").doesNotContain("{");
            for (String[] headers :
                    List.of(new String[0], new String[] {"Authorization", BEARER})) {
                Answer get = get(target, headers);
                Answer head = send("HEAD", target, headers);

                assertThat(head.bytes()).as(target).isEmpty();
                assertThat(head.status()).as(target).isEqualTo(get.status());
                assertThat(steady(head, CHANGING.contains(path)))
                        .as(target)
                        .isEqualTo(steady(get, CHANGING.contains(path)));
            }
        }
    }

    /** The fields that do not belong to one answer alone. */
    private static Map<String, List<String>> steady(Answer answer, boolean changes) {
        Map<String, List<String>> fields = new TreeMap<>(answer.headers());
        List.of("date", "x-request-id").forEach(fields::remove);
        // What has no body has no length to tell; the container tells it with GET.
        fields.remove("content-length", List.of("0"));
        if (changes) {
            List.of("content-length", "etag", "repr-digest").forEach(fields::remove);
        }
        return fields;
    }

    @BadInput("H9")
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PROPFIND"})
    void anotherMethodIsNotAllowed(String method) {
        Answer answer = send(method, EXACT);

        assertThat(answer.kind()).isEqualTo("405 application/problem+json");
        assertThat(answer.header("Allow").orElse("")).contains("GET").contains("HEAD");
    }

    @Test
    @BadInput("H9")
    void anOverriddenMethodIsIgnored() {
        assertThat(get(EXACT, "X-HTTP-Method-Override", "DELETE").status()).isEqualTo(200);
    }

    @Test
    void scriptsOfEverySiteMayRead() {
        Answer preflight =
                raw(
                        "OPTIONS",
                        EXACT,
                        "Origin",
                        "https://a.example",
                        "Access-Control-Request-Method",
                        "GET");

        assertThat(get(EXACT).header("Access-Control-Allow-Origin")).contains("*");
        assertThat(get("/api/packs/unknown").header("Access-Control-Allow-Origin")).contains("*");
        assertThat(preflight.status()).isIn(200, 204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET, HEAD, OPTIONS");
    }

    @BadInput("H2")
    @ParameterizedTest
    @ValueSource(strings = {"application/foo", "*/*;q=0", "text/html;q=0, application/json;q=0"})
    void whatCannotBeHadListsWhatCan(String accept) {
        Answer answer = get(EXACT + ARTICLE, "Accept", accept);

        assertThat(answer.kind()).isEqualTo("406 application/problem+json");
        assertThat(Shapes.violations("problem", answer.body())).isEmpty();
        assertThat(answer.body())
                .contains("/articles/what-causes-leg-cramps-at-night.json?lang=en")
                .contains("/articles/what-causes-leg-cramps-at-night.html?lang=en");
    }

    /** Nonsense is passed over, never a fault. */
    @BadInput({"H2", "H3"})
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "Accept → q=abc",
                "Accept → text/html;q=1.0001",
                "Accept → ;;;",
                "Accept → /",
                "Accept-Language → ;q=",
                "Accept-Language → 123456789012345",
                "Accept-Encoding → nonsense;q=9",
                "Accept-Charset → x",
                "If-Modified-Since → yesterday",
                "If-Match → nonsense"
            })
    void headersThatCannotBeReadAreIgnored(String name, String value) {
        assertThat(get(EXACT + ARTICLE, name, value).kind()).isEqualTo("200 application/json");
    }

    @BadInput("H10")
    @ParameterizedTest
    @CsvSource({
        "Host, evil.example",
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Proto, https",
        "X-Forwarded-Prefix, /evil",
        "Forwarded, host=evil.example"
    })
    void noAnswerFollowsAForgedHost(String name, String value) {
        Answer redirect = raw("GET", PACK + "/versions/1" + ARTICLE, name, value);
        Answer article = raw("GET", EXACT + ARTICLE, name, value);

        assertThat(redirect.header("Location")).contains(EXACT + ARTICLE);
        assertThat(article.body()).doesNotContain("evil");
        assertThat(article.headers().toString()).doesNotContain("evil");
    }

    @Test
    void theVersionsAroundAreLinked() {
        assertThat(get(PACK + "/versions/1.0.0" + ARTICLE).header("Link").orElse(""))
                .startsWith(
                        "<"
                                + PACK
                                + "/versions>; rel=\"version-history\", "
                                + "<"
                                + EXACT
                                + ARTICLE
                                + ">; rel=\"latest-version\", "
                                + "<"
                                + EXACT
                                + ARTICLE
                                + ">; rel=\"successor-version\"");
        assertThat(get(EXACT + ARTICLE).header("Link").orElse(""))
                .contains(
                        "<"
                                + PACK
                                + "/versions/1.0.0"
                                + ARTICLE
                                + ">; rel=\"predecessor-version\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/versions/1.1.0/articles/what-causes-leg-cramps-at-night, 200, pack/leg-cramps-at-night pack/leg-cramps-at-night/1.1.0",
        "/versions/1.1.0/archive, 200, pack/leg-cramps-at-night pack/leg-cramps-at-night/1.1.0",
        "/versions/1, 302, pack/leg-cramps-at-night",
        "/articles/what-causes-leg-cramps-at-night, 200, pack/leg-cramps-at-night",
        "/versions, 200, pack/leg-cramps-at-night"
    })
    void aCacheInFrontCanForgetAPackOrARelease(String below, int status, String keys) {
        Answer answer = get(PACK + below);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Surrogate-Key")).contains(keys);
    }

    @Test
    void answersAboutAllPacksAndBytesByDigestCanBeForgottenToo() {
        for (String target : List.of("/", "/api/packs", "/api/search?q=leg", "/api/changes")) {
            assertThat(get(target).header("Surrogate-Key")).as(target).contains("packs");
        }
        String asset =
                get(EXACT + "/assets/wall-calf-stretch.svg")
                        .header("ETag")
                        .orElseThrow()
                        .replace("\"", "");
        String archive = get(EXACT + "/archive").header("ETag").orElseThrow().replace("\"", "");
        for (String digest : List.of(asset, archive)) {
            assertThat(
                            get("/api/blobs/sha256/" + digest)
                                    .header("Surrogate-Key")
                                    .orElse("")
                                    .split(" "))
                    .contains("blobs/leg-cramps-at-night");
        }
        assertThat(get("/style.css").header("Surrogate-Key")).isEmpty();
    }

    @Test
    void anAnswerSaysNothingOfTheServerItself() {
        for (String target : List.of(EXACT, "/unknown", "/WEB-INF/web.xml")) {
            assertThat(get(target).headers().keySet())
                    .doesNotContain("server", "x-powered-by", "$wsep");
        }
    }

    @Test
    void everyAddressOfTheApiIsDescribed() {
        Answer openApi = get("/openapi");

        assertThat(openApi.status()).isEqualTo(200);
        assertThat(openApi.body())
                .contains("openapi: 3.1.0")
                .contains(
                        "/api/packs/{pack}/versions/{selector}/articles/{article}/sections/{section}")
                .contains("leg-cramps-at-night");
    }
}

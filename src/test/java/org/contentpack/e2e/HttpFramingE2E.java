package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.TOKEN;

import java.io.IOException;
import java.util.List;
import org.contentpack.BadInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests whose ends are told in two ways, or in none. Behind each stands another request: whoever
 * sees it answered where the first was ambiguous could send it in somebody else's name. What the
 * container takes by itself is held here too, so that a change of it is noticed.
 */
class HttpFramingE2E {

    private static final String SECOND =
            "GET /api/packs/second HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static String get(String fields) {
        return "GET " + PACK + " HTTP/1.1\r\n" + fields + "\r\n";
    }

    private static String post(String framing) {
        return "POST /api/packs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TOKEN
                + "\r\nContent-Type: application/zip\r\n"
                + framing;
    }

    private static final String CHUNKS = "5\r\nhello\r\n0\r\n\r\n";

    static List<Arguments> ambiguous() {
        return List.of(
                Arguments.of(
                        "length and coding",
                        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS),
                        422),
                Arguments.of(
                        "coding hides a request",
                        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                        400),
                Arguments.of(
                        "a GET with both",
                        get(
                                "Host: localhost\r\nContent-Length: 5\r\n"
                                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n"),
                        200),
                Arguments.of(
                        "two lengths",
                        post("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
                        422),
                Arguments.of(
                        "one length twice",
                        post("Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"),
                        400),
                Arguments.of("a list of lengths", post("Content-Length: 5, 5\r\n\r\nhello"), 400),
                Arguments.of("below zero", post("Content-Length: -5\r\n\r\nhello"), 400),
                Arguments.of("a sign", post("Content-Length: +5\r\n\r\nhello"), 400),
                Arguments.of("in hex", post("Content-Length: 0x5\r\n\r\nhello"), 400),
                Arguments.of(
                        "two codings",
                        post(
                                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n"
                                        + CHUNKS),
                        400),
                Arguments.of(
                        "an unknown coding",
                        post("Transfer-Encoding: xchunked\r\n\r\n" + CHUNKS),
                        400),
                Arguments.of(
                        "a coding before it",
                        post("Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNKS),
                        400),
                Arguments.of(
                        "a control character",
                        post("Transfer-Encoding: \u000bchunked\r\n\r\n" + CHUNKS),
                        400),
                Arguments.of(
                        "a chunk below zero",
                        post("Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n"),
                        400),
                Arguments.of(
                        "an endless chunk",
                        post(
                                "Transfer-Encoding: chunked\r\n\r\n"
                                        + "ffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
                        400),
                Arguments.of("two hosts", get("Host: a\r\nHost: b\r\n"), 400),
                Arguments.of("no host", get(""), 400),
                Arguments.of("CR in a field", get("Host: localhost\r\nX-A: a\rb\r\n"), 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    @BadInput("H13")
    void whatIsAmbiguousHasOneAnswerAndEndsTheConnection(String name, String request, int status)
            throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send(request + SECOND);

            assertThat(connection.statuses()).containsExactly(status);
        }
    }

    static List<Arguments> lenient() {
        return List.of(
                Arguments.of("a folded field", get("Host: localhost\r\nX-A: a\r\n b\r\n"), 200),
                Arguments.of("LF alone", "GET " + PACK + " HTTP/1.1\nHost: localhost\n\n", 200),
                Arguments.of("a space", get("Host: localhost\r\nX-A : a\r\n"), 200),
                Arguments.of("a NUL", get("Host: localhost\r\nX-A: a\0b\r\n"), 200),
                Arguments.of(
                        "a long extension of a chunk",
                        post(
                                "Transfer-Encoding: chunked\r\n\r\n5;"
                                        + "x".repeat(1_000_000)
                                        + "\r\nhello\r\n0\r\n\r\n"),
                        422),
                Arguments.of(
                        "fields behind the chunks",
                        post(
                                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
                                        + "Content-Length: 9\r\n\r\n"),
                        422));
    }

    /** Both requests are answered, each once: their ends are read one way. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lenient")
    @BadInput("H13")
    void whatTheContainerForgivesIsReadOneWay(String name, String request, int status)
            throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send(request + SECOND);

            assertThat(connection.statuses()).containsExactly(status, 404);
        }
    }

    static List<Arguments> huge() {
        StringBuilder fields = new StringBuilder("Host: localhost\r\n");
        for (int i = 0; i < 9_000; i++) {
            fields.append("X-").append(i).append(": a\r\n");
        }
        return List.of(
                Arguments.of("9,000 fields", get(fields.toString())),
                Arguments.of(
                        "a field of 64 kB",
                        get("Host: localhost\r\nX-A: " + "a".repeat(65_536) + "\r\n")),
                Arguments.of(
                        "an address of 64 kB",
                        "GET " + PACK + "?" + "a".repeat(65_536) + " HTTP/1.1\r\nHost: a\r\n\r\n"));
    }

    /** The container's own answer, before any code of ours. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("huge")
    @BadInput("H14")
    void whatIsTooLargeEndsTheConnection(String name, String request) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send(request + SECOND);
            String answer = connection.answer();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Content-Length: 0");
            assertThat(connection.statuses()).isEmpty();
        }
    }
}

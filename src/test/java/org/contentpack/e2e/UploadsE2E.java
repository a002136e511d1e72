package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are slow, many, gone, or send forms. */
class UploadsE2E {

    private static final Path UPLOADS =
            Path.of(System.getProperty("contentpack.e2e.data"), ".contentpack", "uploads");

    private static final String FLOODER = "end-to-end-flooder-0123456789abcdef";

    /** Of the standard settings, as the server under test has them. */
    private static final int AT_ONCE = 8;

    private static final int PER_MINUTE = 600;
    private static final long LONGEST = 256L << 20;

    private static List<Path> uploads() {
        try (Stream<Path> files = Files.list(UPLOADS)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Asks the server something small until this many bodies are on their way. */
    private static void untilUploadsAre(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (uploads().size() != count && System.nanoTime() < end) {
            get("/api/packs");
        }
        assertThat(uploads()).hasSize(count);
    }

    private static void assertTimedOut(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("Connection: close")
                .contains("urn:contentpack:problem:request-timeout");
    }

    /** One sends a byte in each half second and one nothing more: the limits are 10 s and 15 s. */
    @Test
    @BadInput("L8")
    void aBodyThatTricklesOrStopsIsGivenUp() throws IOException {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        try (RawConnection trickle = new RawConnection();
                RawConnection silent = new RawConnection()) {
            for (RawConnection connection : List.of(trickle, silent)) {
                connection.send(RawConnection.publish(TOKEN, "Content-Length: 1000") + "PK");
            }
            ticks.scheduleAtFixedRate(() -> trickle.send("x"), 0, 500, TimeUnit.MILLISECONDS);

            assertTimedOut(trickle.answer());
            assertTimedOut(silent.answer());
        } finally {
            ticks.shutdownNow();
        }
        untilUploadsAre(0);
        assertThat(write("POST", "/api/packs", "application/zip", zip("knots-slow")).status())
                .isEqualTo(201);
    }

    /** JSON and forms are read into memory; their limit for the whole is 5 s here. */
    @Test
    @BadInput("L8")
    void aSmallBodyThatTricklesIsGivenUp() throws IOException {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        try (RawConnection json = new RawConnection();
                RawConnection form = new RawConnection();
                RawConnection cut = new RawConnection()) {
            json.send(
                    "PUT /api/packs/leg-cramps-at-night/channels/slow HTTP/1.1\r\nHost: localhost\r\n"
                            + "Authorization: Bearer "
                            + TOKEN
                            + "\r\nIf-None-Match: *\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{");
            form.send(
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n");
            cut.send(
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\nno length\r\n");
            ticks.scheduleAtFixedRate(
                    () -> {
                        json.send(" ");
                        form.send("1\r\nx\r\n");
                    },
                    0,
                    500,
                    TimeUnit.MILLISECONDS);

            assertTimedOut(json.answer());
            assertThat(form.answer()).startsWith("HTTP/1.1 408 ");
            assertThat(cut.answer()).startsWith("HTTP/1.1 400 ");
        } finally {
            ticks.shutdownNow();
        }
        assertThat(get("/api/packs/leg-cramps-at-night/channels/slow").status()).isEqualTo(404);
    }

    private static byte[] zip(String pack) {
        return PackZip.of(pack, "1.0.0").bytes();
    }

    @Test
    @BadInput("L9")
    void ofTwoHundredUploadsAtOnceEightAreTakenAndReadersReadOn() throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        byte[] good = zip("knots-many-at-once");
        try {
            for (int i = 0; i < 200; i++) {
                RawConnection connection = new RawConnection();
                connections.add(connection);
                connection.send(
                        RawConnection.publish(
                                TOKEN, "Content-Length: " + (i < AT_ONCE ? good.length : LONGEST)));
                connection.send(i < AT_ONCE ? Arrays.copyOf(good, 100) : new byte[10_000]);
                if (i == AT_ONCE - 1) {
                    untilUploadsAre(AT_ONCE);
                }
            }
            for (RawConnection late : connections.subList(AT_ONCE, 200)) {
                assertThat(late.answer())
                        .startsWith("HTTP/1.1 429 ")
                        .contains("Retry-After: ")
                        .contains("urn:contentpack:problem:rate-limited");
            }
            assertThat(uploads()).hasSize(AT_ONCE);
            long before = System.nanoTime();
            assertThat(get("/api/packs").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(1));

            List<String> first = new ArrayList<>();
            for (RawConnection early : connections.subList(0, AT_ONCE)) {
                early.send(Arrays.copyOfRange(good, 100, good.length));
                first.add(early.answer().substring(9, 12));
            }
            assertThat(first).containsOnly("201", "200");
            assertThat(Collections.frequency(first, "201")).isEqualTo(1);
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
        untilUploadsAre(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99})
    @BadInput("U14")
    void aClientThatGoesAwayLeavesNothing(int percent) throws IOException {
        String pack = "knots-gone-" + percent;
        byte[] zip = zip(pack);
        int length = zip.length * percent / 100;
        try (RawConnection connection = new RawConnection()) {
            connection.send(RawConnection.publish(TOKEN, "Content-Length: " + zip.length));
            connection.send(Arrays.copyOf(zip, length));
            untilUploadsAre(1);
        }

        untilUploadsAre(0);
        assertThat(get("/api/packs/" + pack).status()).isEqualTo(404);
        assertThat(write("POST", "/api/packs", "application/zip", zip).status()).isEqualTo(201);
    }

    @Test
    @BadInput("U13")
    void oneCallerSendsOnlySoManyPacksAMinuteWhileOthersPublish() {
        // All within a minute, which holding each against the contract would not be.
        List<Answer> answers =
                IntStream.rangeClosed(0, PER_MINUTE)
                        .mapToObj(
                                i ->
                                        Server.unjudged(
                                                "POST",
                                                "/api/validations",
                                                BodyPublishers.ofByteArray(new byte[] {1}),
                                                "Authorization",
                                                "Bearer " + FLOODER,
                                                "Content-Type",
                                                "application/zip"))
                        .toList();
        Answer last = answers.get(PER_MINUTE);

        assertThat(answers.subList(0, PER_MINUTE)).extracting(Answer::status).containsOnly(200);
        assertThat(last.kind()).isEqualTo("429 application/problem+json");
        assertThat(last.header("Retry-After")).contains("60");
        assertThat(get("/api/packs").status()).isEqualTo(200);
        assertThat(write("POST", "/api/packs", "application/zip", zip("knots-calm")).status())
                .isEqualTo(201);
    }

    /**
     * Without a length nobody knows before; nothing behind the last byte that is allowed is read.
     */
    @Test
    @BadInput("L7")
    void aBodyWithoutALengthIsCutAtTheLimit() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (RawConnection connection = new RawConnection()) {
            connection.send(RawConnection.publish(TOKEN, "Transfer-Encoding: chunked"));
            for (long sent = 0; sent < LONGEST; sent += megabyte.length) {
                connection.send("100000\r\n");
                connection.send(megabyte);
                connection.send("\r\n");
            }
            untilUploadsAre(1);
            connection.send("1\r\nx\r\n");

            assertThat(connection.answer())
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("Connection: close")
                    .contains("urn:contentpack:problem:payload-too-large");
        }
        untilUploadsAre(0);
    }

    /** Which pack it is, the manifest says, and nobody else. */
    @Test
    @BadInput("M10")
    void namesBesideTheManifestAreNotLookedAt() {
        Answer answer =
                write(
                        "POST",
                        "/api/packs?pack=other&version=9.9.9",
                        "application/zip; name=\"other.zip\"",
                        zip("knots-named"),
                        "Content-Disposition",
                        "attachment; filename=\"other-9.9.9.zip\"",
                        "Content-Location",
                        "/api/packs/other/versions/9.9.9",
                        "Slug",
                        "other",
                        "X-Pack",
                        "other");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).contains("/api/packs/knots-named/versions/1.0.0");
        assertThat(get("/api/packs/other").status()).isEqualTo(404);
    }

    static String part(String disposition, String content) {
        return "Content-Disposition: form-data; name=\"pack\"; "
                + disposition
                + "\r\nContent-Type: application/zip\r\n\r\n"
                + content
                + "\r\n";
    }

    private static void assertNoForm(String mediaType, String length, String body)
            throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send(
                    "POST /api/packs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + TOKEN
                            + "\r\nContent-Type: "
                            + mediaType
                            + "\r\nContent-Length: "
                            + length
                            + "\r\n\r\n"
                            + body);

            // All of the body has not come when the answer does.
            assertThat(connection.answer())
                    .startsWith("HTTP/1.1 415 ")
                    .contains("Accept-Post: application/zip")
                    .contains("urn:contentpack:problem:unsupported-media-type");
        }
    }

    @ParameterizedTest
    @BadInput("U6")
    @ValueSource(
            strings = {
                "filename=\"../../x.zip\"",
                "filename=\"x\0.zip\"",
                "filename*=UTF-8''..%2F..%2Fx.zip",
                "filename=\"C:\\x.zip\"",
                "filename=\"\""
            })
    void aFormIsRefusedBeforeItsFileNameIsRead(String disposition) throws IOException {
        assertNoForm(
                "multipart/form-data; boundary=x", "1000000", "--x\r\n" + part(disposition, "PK"));
    }

    @Test
    @BadInput("U6")
    void aFileNameOfTenKilobytesIsNotReadEither() throws IOException {
        assertNoForm(
                "multipart/form-data; boundary=x",
                "1000000",
                "--x\r\n" + part("filename=\"" + "a".repeat(10_000) + ".zip\"", "PK"));
    }

    @Test
    @BadInput("U9")
    void tenThousandPartsAreNotCounted() throws IOException {
        assertNoForm(
                "multipart/form-data; boundary=x",
                "99999999",
                ("--x\r\n" + part("filename=\"a\"", "a")).repeat(10_000));
    }

    @Test
    @BadInput("U10")
    void headersOfPartsAreNotRead() throws IOException {
        assertNoForm(
                "multipart/form-data; boundary=x",
                "99999999",
                ("--x\r\nX-A: " + "a".repeat(10_000) + "\r\n\r\na\r\n").repeat(1_000));
    }

    @ParameterizedTest
    @BadInput("U11")
    @ValueSource(ints = {1, 70, 71, 4_090})
    void aBoundaryOfAnyLengthIsNotLookedFor(int length) throws IOException {
        String boundary = "b".repeat(length);
        assertNoForm(
                "multipart/form-data; boundary=" + boundary,
                "99999999",
                ("\r\n--" + boundary.substring(1)).repeat(100_000 / length));
    }
}

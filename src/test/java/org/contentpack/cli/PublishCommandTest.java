package org.contentpack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code publish} against answers that are played byte by byte, good ones and others. */
class PublishCommandTest {

    private static final Path PACK = Path.of("src/test/resources/packs/tiny-pack-valid/1.0.0");

    @TempDir private Path folder;
    private Path pack;
    private Path token;
    private String release;
    private String digest;
    private PlayedServer server;

    @BeforeEach
    void aReleaseAndAServer() throws IOException {
        pack = folder.resolve("notes.zip");
        release =
                Called.run("build", copy(), "--output", pack).out().lines().findFirst().orElse("");
        digest = release.substring(release.indexOf("sha256:"));
        token = Files.writeString(folder.resolve("token"), "secret-0123456789\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        server = new PlayedServer();
    }

    private Path copy() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        try (Stream<Path> files = Files.walk(PACK)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = work.resolve(PACK.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return work;
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Called publish(Object... more) {
        return publishTo(server.url(), more);
    }

    private Called publishTo(String url, Object... more) {
        return Called.run(arguments(url, more));
    }

    private Object[] arguments(String url, Object... more) {
        return Stream.concat(
                        Stream.of(
                                "publish",
                                pack,
                                "--server",
                                url,
                                "--token-file",
                                token,
                                "--timeout",
                                "0.5"),
                        Stream.of(more))
                .toArray();
    }

    private String published() {
        return "{\"pack\":\"x\",\"version\":\"1.0.0\",\"digest\":\""
                + digest
                + "\",\"url\":\"/api/packs/x/versions/1.0.0\",\"findings\":[]}";
    }

    @Test
    void aNewReleaseIsSentWithItsSignaturesAndATokenOnce() throws IOException {
        Files.writeString(folder.resolve("notes.zip.jws"), "a.b.c\n\nd.e.f\n");
        server.json(201, published());

        Called said = publish();

        assertThat(said)
                .isEqualTo(
                        new Called(
                                0,
                                release
                                        + "\npublished: "
                                        + server.url()
                                        + "/api/packs/x/versions/1.0.0\n",
                                ""));
        PlayedServer.Asked asked = server.asked().get(0);
        assertThat(asked.line()).isEqualTo("POST /api/packs HTTP/1.1");
        assertThat(asked.field("authorization")).isEqualTo("Bearer secret-0123456789");
        assertThat(asked.field("content-type")).isEqualTo("application/zip");
        assertThat(asked.field("content-pack-signature")).isEqualTo("a.b.c, d.e.f");
        assertThat(asked.field("idempotency-key"))
                .matches("\"" + digest.substring(7) + "-[0-9a-f-]{36}\"");
        assertThat(asked.body()).isEqualTo(Files.readAllBytes(pack));
    }

    @Test
    void theSameReleaseAgainIsSaidToBeThere() {
        server.json(200, published());
        assertThat(publish().out()).contains("\nit was there already: ");
    }

    @Test
    void jsonIsWhatTheServerAnswered() {
        server.json(201, published());
        assertThat(publish("--json")).isEqualTo(new Called(0, published() + "\n", ""));
    }

    @Test
    void otherContentUnderTheVersionIsToldWithBothDigests() {
        server.problem(
                409,
                "version-exists",
                ",\"title\":\"Other content\",\"detail\":\"A release never changes.\","
                        + "\"digests\":{\"registered\":\"sha256:aa\",\"offered\":\"sha256:bb\"}");
        assertThat(publish())
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "registered sha256:aa\noffered    sha256:bb\n"
                                        + "publish: 409 Other content: A release never"
                                        + " changes.\n"));
    }

    @Test
    void findingsOfTheServerAreToldWithTheirLines() {
        server.problem(
                422,
                "content-invalid",
                ",\"title\":\"t\",\"findings\":[{\"code\":\"ZZZ-001\",\"severity\":\"error\","
                        + "\"file\":\"pack.yaml\",\"line\":1,\"column\":1,"
                        + "\"message\":\"It's {0} wrong.\",\"hint\":\"Do 'this'.\"}]");
        Called said = publish();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("error[ZZZ-001]: It's {0} wrong.", "Do 'this'.", "1 | format: 1");
    }

    @Test
    void aWrongTokenIsToldAndNotShown() {
        server.problem(401, "unauthorized", ",\"title\":\"Not known\",\"detail\":\"No.\"");
        assertThat(publish())
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "publish: 401 Not known: No. Is CONTENTPACK_TOKEN, or the file of"
                                        + " --token-file, the right token?\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"})
    void aServerThatStopsAnsweringIsOneLine(String bytes) {
        server.play(bytes);
        assertThat(publish())
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "publish: "
                                        + server.url()
                                        + ": it stopped answering: nothing came for 500 ms\n"));
    }

    @Test
    void aServerThatSaysNothingIsOneLine() {
        assertThat(publish().err()).endsWith(": it stopped answering: nothing came for 500 ms\n");
    }

    @Test
    void aRefusedConnectionIsOneLine() throws IOException {
        String closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = "http://127.0.0.1:" + free.getLocalPort();
        }
        assertThat(publishTo(closed))
                .isEqualTo(
                        new Called(3, "", "publish: " + closed + ": it refuses the connection\n"));
    }

    @Test
    void aServerOfSomethingElseIsOneLine() {
        server.play(200, "text/html", "<h1>Hi</h1>");
        server.json(200, "{\"hello\":1}");
        server.json(200, "[");
        String said = ": this is no answer of a content-pack server: 200 ";
        for (String type : List.of("text/html", "application/json", "application/json")) {
            assertThat(publish())
                    .isEqualTo(
                            new Called(
                                    3,
                                    "",
                                    "publish: "
                                            + server.url()
                                            + "/api/packs"
                                            + said
                                            + type
                                            + "\n"));
        }
    }

    @Test
    void nonsenseIsOneLineAfterOneMoreTry() {
        server.play("nonsense\r\n\r\n").play("nonsense\r\n\r\n");
        Called said = publish();
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .startsWith("publish: " + server.url() + ": the connection broke: ")
                .hasLineCount(1);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aBrokenConnectionIsTriedOnceMoreUnderTheSameKey() {
        server.play("").json(201, published());
        assertThat(publish().exit()).isZero();
        assertThat(server.asked().get(0).field("idempotency-key"))
                .isEqualTo(server.asked().get(1).field("idempotency-key"));
    }

    @Test
    void theTokenIsNotTakenToAnotherServer() throws IOException {
        try (PlayedServer other = new PlayedServer()) {
            server.play(308, "text/plain", "", "Location: " + other.url() + "/api/packs");
            assertThat(publish().err())
                    .isEqualTo(
                            "publish: "
                                    + server.url()
                                    + ": it sends to another server, which does not get the"
                                    + " token: "
                                    + other.url()
                                    + "/api/packs\n");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void anotherAddressOfTheSameServerIsFollowed() {
        server.play(308, "text/plain", "", "Location: /other").json(201, published());
        assertThat(publish().exit()).isZero();
        assertThat(server.asked().get(1).line()).isEqualTo("POST /other HTTP/1.1");
    }

    @Test
    void whatATerminalObeysIsNotRepeated() {
        server.problem(
                500, "failed", ",\"title\":\"a\\u001b[31m\\nb\",\"detail\":\"\\u202edetail\"");
        assertThat(publish().err()).isEqualTo("publish: 500 a [31m b: detail\n");
    }

    @Test
    void onATerminalSomethingMoves() {
        server.json(201, published());
        Called said = Called.onATerminal(arguments(server.url()));
        assertThat(said.exit()).isZero();
        assertThat(said.err()).contains("\rsending ", "100 %").endsWith("\r");
    }

    @Test
    void whatIsNoTokenOrNoAddressIsMisuseOrOneLine() throws IOException {
        assertThat(publishTo("ftp://x").exit()).isEqualTo(2);
        assertThat(publishTo("https://me:pw@x").exit()).isEqualTo(2);
        assertThat(publish("--timeout", "0").exit()).isEqualTo(2);
        Files.writeString(token, "two words");
        assertThat(publish())
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "publish: "
                                        + token
                                        + ": it must hold one token, without blanks\n"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anUnencryptedWayToAnotherMachineIsAWarning() {
        Called said = publishTo("http://packs.invalid");
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .startsWith(
                        "warning: http://packs.invalid: the token and all else go there"
                                + " unencrypted; use https://\n");
    }

    @Test
    void aPackThatBreaksRulesIsNotSent() throws IOException {
        pack = folder.resolve("work");
        Path manifest = pack.resolve("pack.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("title:", "titel:"));
        assertThat(publish().exit()).isEqualTo(1);
        assertThat(server.asked()).isEmpty();
    }
}

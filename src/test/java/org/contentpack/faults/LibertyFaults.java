package org.contentpack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contentpack.BadInput;
import org.contentpack.e2e.PackZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to uploads when the real server is killed, stopped, or short of memory. */
class LibertyFaults {

    private static final int KILLS = Integer.getInteger("kills", 10);

    @TempDir Path temporary;

    private static byte[] pack(String id, String version) {
        return PackZip.of(id, version).bytes();
    }

    private static JsonNode json(byte[] body) throws IOException {
        return new ObjectMapper().readTree(body);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void assertNothingIsLeft(LibertyProcess server) throws IOException {
        try (Stream<Path> left = Files.list(server.data().resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    /** Each round: uploads one after the other until the power goes, in the middle of one. */
    @Test
    @BadInput({"F1", "F4"})
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        Map<String, String> acknowledged = new TreeMap<>();
        Random random = new Random(20261124);
        int next = 0;
        try (LibertyProcess server = new LibertyProcess("kills")) {
            for (int round = 0; round <= KILLS; round++) {
                server.start();
                assertNothingIsLeft(server);
                assertAllIsThere(server, acknowledged, next);
                int uploads = random.nextInt(8);
                for (int i = 0; i < uploads; i++) {
                    String version = "1.0." + next++;
                    HttpResponse<String> answer =
                            server.send(
                                    server.publish(
                                            BodyPublishers.ofByteArray(pack("killed", version))));
                    assertThat(answer.statusCode()).isEqualTo(201);
                    acknowledged.put(
                            version,
                            json(answer.body().getBytes(StandardCharsets.UTF_8))
                                    .path("archiveDigest")
                                    .asText());
                }
                String inFlight = "1.0." + next++;
                CompletableFuture<Object> upload =
                        CompletableFuture.supplyAsync(
                                () -> {
                                    try {
                                        return server.send(
                                                server.publish(
                                                        BodyPublishers.ofByteArray(
                                                                pack("killed", inFlight))));
                                    } catch (IOException | InterruptedException e) {
                                        return e;
                                    }
                                });
                spin(random.nextInt(30_000_000));
                server.kill();
                if (upload.get() instanceof HttpResponse<?> answer && answer.statusCode() == 201) {
                    acknowledged.put(
                            inFlight,
                            json(answer.body().toString().getBytes(StandardCharsets.UTF_8))
                                    .path("archiveDigest")
                                    .asText());
                }
            }
        }
        System.out.println(
                "F1: "
                        + (KILLS + 1)
                        + " kills of the server, "
                        + acknowledged.size()
                        + " releases acknowledged, all there");
    }

    /** Lets about so many nanoseconds pass: where in an upload the kill comes is left to chance. */
    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void assertAllIsThere(
            LibertyProcess server, Map<String, String> acknowledged, int next) throws Exception {
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < next; i++) {
            String version = "1.0." + i;
            HttpResponse<byte[]> archive =
                    server.get("/api/packs/killed/versions/" + version + "/archive");
            if (archive.statusCode() == 200) {
                listed.add(version);
                String digest =
                        json(server.get("/api/packs/killed/versions/" + version).body())
                                .path("archive")
                                .path("digest")
                                .asText();
                assertThat(sha256(archive.body())).isEqualTo(digest);
            } else {
                assertThat(archive.statusCode()).isEqualTo(404);
            }
        }
        assertThat(listed).containsAll(acknowledged.keySet());
    }

    @Test
    @BadInput("F17")
    void aServerThatIsStoppedDuringAnUploadEndsInTimeAndLeavesNothing() throws Exception {
        try (LibertyProcess server = new LibertyProcess("stopped")) {
            server.start();
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(
                        ("POST /api/packs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                        + LibertyProcess.TOKEN
                                        + "\r\nContent-Type: application/zip\r\n"
                                        + "Content-Length: 1000000\r\n\r\nPK")
                                .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                while (uploads(server) == 0) {
                    Thread.onSpinWait();
                }

                assertThat(server.terminate(Duration.ofSeconds(30))).isTrue();
            }
            server.start();
            assertNothingIsLeft(server);
            assertThat(server.get("/api/packs/leg-cramps-at-night").statusCode()).isEqualTo(200);
        }
    }

    private static long uploads(LibertyProcess server) throws IOException {
        try (Stream<Path> files = Files.list(server.data().resolve("uploads"))) {
            return files.count();
        }
    }

    /**
     * Secure by default: nobody may write, and whoever starts the server reads how to change it.
     */
    @Test
    @BadInput("U1")
    void withoutACredentialWritesAreClosedAndTheLogSaysHowToOpenThem() throws Exception {
        try (LibertyProcess server = new LibertyProcess("no-credential")) {
            server.set("contentpack.publish.token", "");
            server.start();

            HttpResponse<String> answer =
                    server.send(
                            server.publish(BodyPublishers.ofByteArray(pack("closed", "1.0.0"))));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(server.get("/api/packs/leg-cramps-at-night").statusCode()).isEqualTo(200);
            assertThat(server.log())
                    .containsOnlyOnce(
                            "No credential is configured, so nobody may write: set"
                                    + " CONTENTPACK_PUBLISH_TOKEN to a random text of at least 32"
                                    + " characters, or CONTENTPACK_TOKENS to a file of named"
                                    + " tokens.");
        }
    }

    @Test
    void aPackOf200MegabytesIsPublishedWithAHeapOf512() throws Exception {
        Path zip = temporary.resolve("large.zip");
        writeLargePack(zip);
        assertThat(Files.size(zip)).isGreaterThan(200_000_000);
        try (LibertyProcess server = new LibertyProcess("large", "-Xmx512m")) {
            server.start();
            long start = System.nanoTime();
            HttpResponse<String> answer = server.send(server.publish(BodyPublishers.ofFile(zip)));
            long millis = (System.nanoTime() - start) / 1_000_000;

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            String archiveDigest =
                    json(answer.body().getBytes(StandardCharsets.UTF_8))
                            .path("archiveDigest")
                            .asText();
            assertThat(sha256(server.get("/api/packs/large/versions/1.0.0/archive").body()))
                    .isEqualTo(archiveDigest);
            assertNothingIsLeft(server);
            assertThat(Files.readString(server.data().resolveSibling("output.log")))
                    .doesNotContain("OutOfMemoryError");
            System.out.println(
                    "200 MB upload with -Xmx512m: "
                            + millis
                            + " ms, most memory of the process "
                            + server.peakBytes() / 1_000_000
                            + " MB");
        }
    }

    private static void writeLargePack(Path file) throws IOException {
        List<String> pictures = List.of("a", "b", "c", "d");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(0);
            StringBuilder assets = new StringBuilder("assets:\n");
            StringBuilder text = new StringBuilder("Pass the end over.\n");
            for (String picture : pictures) {
                assets.append("  - path: assets/")
                        .append(picture)
                        .append(".png\n    alt: Noise.\n    title: Noise\n")
                        .append("    credit: Content Pack project\n    license: CC0-1.0\n");
                text.append("\n![Noise.](../assets/").append(picture).append(".png)\n");
                zip.putNextEntry(new ZipEntry("assets/" + picture + ".png"));
                writePicture(zip, 51_000_000);
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("pack.yaml"));
            Writer manifest = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            manifest.write(PackZip.manifest("large", "1.0.0") + assets);
            manifest.flush();
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("articles/tying-knots.md"));
            Writer article = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            article.write(PackZip.article(text.toString()));
            article.flush();
            zip.closeEntry();
        }
    }

    /** A PNG whose one block of pixels is noise: its frame is right, and nobody decodes it. */
    private static void writePicture(OutputStream out, int length) throws IOException {
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] header = ByteBuffer.allocate(13).putInt(100).putInt(100).array();
        header[8] = 8;
        header[9] = 2;
        writeChunk(out, "IHDR", header);
        byte[] noise = new byte[length];
        ThreadLocalRandom.current().nextBytes(noise);
        writeChunk(out, "IDAT", noise);
        writeChunk(out, "IEND", new byte[0]);
    }

    private static void writeChunk(OutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(name);
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}

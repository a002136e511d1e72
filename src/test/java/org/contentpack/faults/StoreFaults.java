package org.contentpack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contentpack.BadInput;
import org.contentpack.archive.Bombs;
import org.contentpack.e2e.PackZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real server does when its store is gone, full, old or read-only, or its heap small. */
class StoreFaults {

    private static final String LEG_CRAMPS = "/api/packs/leg-cramps-at-night/versions/1.0.0";
    private static final String ARTICLE = LEG_CRAMPS + "/articles/what-causes-leg-cramps-at-night";
    private static final String NO_STORE = "503 urn:contentpack:problem:storage-unavailable";

    /** What the server says when it takes requests, whatever became of its application. */
    private static final String LISTENING = "CWWKF0011I";

    /** What {@code /health/ready} says of a store that gives no answer. */
    private static final String UNREACHABLE = "cannot be reached; only what is in memory is served";

    /** How long the database is gone. */
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    /** What docs/operations.md promises to whoever writes while a database says nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @TempDir Path temporary;

    private static JsonNode json(String body) throws IOException {
        return new ObjectMapper().readTree(body);
    }

    private static HttpResponse<String> publish(LibertyProcess server, byte[] zip)
            throws IOException, InterruptedException {
        return server.send(server.publish(BodyPublishers.ofByteArray(zip)));
    }

    private static HttpResponse<String> publish(LibertyProcess server, String version)
            throws IOException, InterruptedException {
        return publish(server, PackZip.of("stored", version).bytes());
    }

    private static String kind(HttpResponse<String> answer) throws IOException {
        return answer.statusCode() + " " + json(answer.body()).path("type").asText();
    }

    private static int status(LibertyProcess server, String target)
            throws IOException, InterruptedException {
        return server.get(target).statusCode();
    }

    /** What {@code /health/ready} says of the store. */
    private static String health(LibertyProcess server) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = server.get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(new String(answer.body(), StandardCharsets.UTF_8))
                .findPath("data")
                .path("store")
                .asText();
    }

    private static List<String> versions(LibertyProcess server)
            throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>();
        json(new String(
                        server.get("/api/packs/stored/versions?limit=200").body(),
                        StandardCharsets.UTF_8))
                .path("items")
                .forEach(item -> versions.add(item.path("version").asText()));
        return versions;
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(temporary.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @Test
    @BadInput("F11")
    void whileTheDatabaseIsGoneReadersReadOnAndAfterwardsWritersWriteOn() throws Exception {
        EmbeddedPostgres postgres = postgres(0);
        int port = postgres.getPort();
        Outage outage;
        try (LibertyProcess server = new LibertyProcess("database-gone")) {
            startOn(server, port);

            postgres.close();
            outage = Outage.watched(server, OUTAGE);
            assertThat(health(server)).isEqualTo(UNREACHABLE);
            postgres = postgres(port);

            assertWritersWriteOn(server);
        } finally {
            postgres.close();
        }
        assertThat(outage.refusals).isGreaterThan(1);
        System.out.println("F11: a database that was gone: " + outage);
    }

    /** Connections are taken and bytes too, as by a network that loses everything behind itself. */
    @Test
    @BadInput("F11")
    void whileTheDatabaseIsSilentReadersReadOnAndWritersHaveTheirAnswerInTime() throws Exception {
        Outage outage;
        try (EmbeddedPostgres postgres = postgres(0);
                SilentRelay relay = new SilentRelay(postgres.getPort());
                LibertyProcess server = new LibertyProcess("database-silent")) {
            startOn(server, relay.port());

            relay.fallSilent();
            outage = Outage.watched(server, OUTAGE);
            assertThat(health(server)).isEqualTo(UNREACHABLE);
            relay.speak();

            assertWritersWriteOn(server);
        }
        assertThat(outage.refusals).isGreaterThan(1);
        assertThat(outage.longestRefusal).isLessThan(SILENCE);
        System.out.println("F11: a database that was silent: " + outage);
    }

    /**
     * A server on a PostgreSQL, with a release in it, and all that is read afterwards read once.
     */
    private static void startOn(LibertyProcess server, int port) throws Exception {
        server.set("contentpack.db.url", "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        server.set("contentpack.db.user", "postgres");
        server.set("contentpack.db.password", "postgres");
        server.start();
        assertThat(publish(server, "1.0.0").statusCode()).isEqualTo(201);
        assertThat(status(server, ARTICLE)).isEqualTo(200);
        assertThat(status(server, "/api/packs/stored")).isEqualTo(200);
    }

    /** What was refused is taken without a restart, and what was taken before is there. */
    private static void assertWritersWriteOn(LibertyProcess server) throws Exception {
        int tries = 0;
        HttpResponse<String> again = publish(server, "1.0.1");
        while (again.statusCode() == 503) {
            tries++;
            assertThat(tries).isLessThan(60);
            again = publish(server, "1.0.1");
        }
        assertThat(again.statusCode()).isIn(200, 201);
        assertThat(health(server)).isEqualTo("well");
        assertThat(versions(server)).containsExactly("1.0.1", "1.0.0");
    }

    /**
     * What came of reading all the time, and writing again and again, while there was no database.
     */
    private record Outage(
            Duration duration,
            int reads,
            Duration longestRead,
            int refusals,
            Duration longestRefusal) {

        static Outage watched(LibertyProcess server, Duration duration) throws Exception {
            int reads = 0;
            int refusals = 0;
            Duration longestRead = Duration.ZERO;
            Duration longestRefusal = Duration.ZERO;
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < duration.toNanos()) {
                long sent = System.nanoTime();
                CompletableFuture<HttpResponse<String>> upload =
                        CompletableFuture.supplyAsync(() -> attempt(server));
                while (!upload.isDone()) {
                    for (String target : List.of(ARTICLE, "/api/packs/stored")) {
                        long start = System.nanoTime();
                        assertThat(status(server, target)).isEqualTo(200);
                        longestRead = longest(longestRead, start);
                        reads++;
                    }
                }
                assertThat(kind(upload.get())).isEqualTo(NO_STORE);
                assertThat(upload.get().headers().firstValue("Retry-After")).contains("5");
                longestRefusal = longest(longestRefusal, sent);
                refusals++;
            }
            assertThat(longestRead).isLessThan(Duration.ofSeconds(2));
            return new Outage(
                    Duration.ofNanos(System.nanoTime() - begin),
                    reads,
                    longestRead,
                    refusals,
                    longestRefusal);
        }

        private static Duration longest(Duration before, long start) {
            Duration now = Duration.ofNanos(System.nanoTime() - start);
            return now.compareTo(before) > 0 ? now : before;
        }
    }

    private static HttpResponse<String> attempt(LibertyProcess server) {
        try {
            return publish(server, "1.0.1");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One bit of a stored file is another when the server starts again. */
    @Test
    @BadInput("F5")
    void aFlippedBitIsNeverGivenOutAndIsMendedByTheSameContent() throws Exception {
        String release = "/api/packs/stored/versions/1.0.0";
        String article = release + "/articles/tying-knots.md";
        try (LibertyProcess server = new LibertyProcess("flipped")) {
            server.start();
            assertThat(publish(server, "1.0.0").statusCode()).isEqualTo(201);
            byte[] before = server.get(article).body();
            String digest =
                    json(new String(server.get(release).body(), StandardCharsets.UTF_8))
                            .path("files")
                            .get(0)
                            .path("digest")
                            .asText();
            String blob = "/api/blobs/sha256/" + digest.substring("sha256:".length());
            assertThat(server.terminate(Duration.ofSeconds(30))).isTrue();
            flipABit(server.data().resolve("registry"), digest);

            server.start();
            for (String damaged : List.of(article, blob, release + "/archive")) {
                HttpResponse<byte[]> answer = server.get(damaged);
                assertThat(answer.statusCode()).as(damaged).isEqualTo(503);
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .contains("urn:contentpack:problem:storage-unavailable");
            }
            assertThat(status(server, release)).isEqualTo(200);
            assertThat(status(server, ARTICLE)).isEqualTo(200);
            assertThat(publish(server, "1.0.0").statusCode()).isEqualTo(200);

            assertThat(server.get(article).body()).isEqualTo(before);
            assertThat(status(server, blob)).isEqualTo(200);
            assertThat(status(server, release + "/archive")).isEqualTo(200);
            assertThat(server.output()).contains("1 damaged files were mended from an upload");
        }
    }

    private static void flipABit(Path database, String digest) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database);
                PreparedStatement select =
                        connection.prepareStatement("select bytes from content where digest = ?");
                PreparedStatement update =
                        connection.prepareStatement(
                                "update content set bytes = ? where digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                byte[] bytes = row.getBytes(1);
                bytes[bytes.length / 2] ^= 1;
                update.setBytes(1, bytes);
            }
            update.setString(2, digest);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    @BadInput("F12")
    void anOlderFileIsServedButNotWrittenToUntilItIsAccepted() throws Exception {
        try (LibertyProcess server = new LibertyProcess("older")) {
            Path file = server.data().resolve("registry.mv.db");
            Path backup = temporary.resolve("backup.mv.db");
            server.start();
            assertThat(publish(server, "1.0.0").statusCode()).isEqualTo(201);
            assertThat(server.terminate(Duration.ofSeconds(30))).isTrue();
            Files.copy(file, backup);
            server.start();
            assertThat(publish(server, "1.0.1").statusCode()).isEqualTo(201);
            assertThat(server.terminate(Duration.ofSeconds(30))).isTrue();
            Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);

            server.start();
            assertThat(health(server))
                    .startsWith("the store is older than what this server has seen of it");
            assertThat(server.output()).contains("registered stored 1.0.1 sha256:");
            assertThat(kind(publish(server, "1.0.2"))).isEqualTo(NO_STORE);
            assertThat(status(server, ARTICLE)).isEqualTo(200);
            assertThat(versions(server)).containsExactly("1.0.0");
            assertThat(server.terminate(Duration.ofSeconds(30))).isTrue();

            server.set("contentpack.accept.older.store", "true");
            server.start();
            assertThat(health(server)).isEqualTo("well");
            byte[] other =
                    PackZip.of("stored", "1.0.1").with("articles/tying-knots.md", "x").bytes();
            assertThat(publish(server, other).statusCode()).isEqualTo(422);
            byte[] otherText =
                    PackZip.of("stored", "1.0.1")
                            .with("articles/tying-knots.md", PackZip.article("Otherwise."))
                            .bytes();
            assertThat(kind(publish(server, otherText)))
                    .isEqualTo("409 urn:contentpack:problem:version-exists");
            assertThat(publish(server, "1.0.1").statusCode()).isEqualTo(201);
        }
    }

    /** A file system that cannot be written to, and a folder that cannot be one. */
    @Test
    @BadInput("F14")
    void aStoreThatCannotBeOpenedIsSaidInOneLine() throws Exception {
        String said = "The store cannot be opened. With CONTENTPACK_DB_URL";
        try (LibertyProcess server = new LibertyProcess("read-only")) {
            server.start();
            assertThat(server.terminate(Duration.ofSeconds(30))).isTrue();
            server.prepare(
                    "mount --bind "
                            + server.data()
                            + " "
                            + server.data()
                            + "\nmount -o remount,bind,ro "
                            + server.data());

            server.startUntilItSays(LISTENING);

            assertThat(server.output()).containsOnlyOnce(said).contains("it is read-only");
            assertThat(status(server, "/api/packs")).isEqualTo(404);
            assertThat(status(server, "/health/started")).isEqualTo(503);
            server.kill();
            server.prepare("");
            server.start();
            assertThat(status(server, ARTICLE)).isEqualTo(200);
        }
        try (LibertyProcess server = new LibertyProcess("no-folder")) {
            Path noFolder = Files.writeString(temporary.resolve("file"), "x");
            server.set("contentpack.data", noFolder.toString());

            server.startUntilItSays(LISTENING);

            assertThat(server.output()).containsOnlyOnce(said);
            assertThat(status(server, "/api/packs")).isEqualTo(404);
            assertThat(noFolder).hasContent("x");
        }
    }

    /** A file system of its own, filled by uploads until it is full, and then given space. */
    @Test
    @BadInput({"F6", "F7"})
    void aFullFileSystemRefusesAndTakesAgainOnceThereIsSpace() throws Exception {
        try (LibertyProcess server = new LibertyProcess("full")) {
            Path data = server.data();
            Files.createDirectories(data);
            server.prepare(
                    "mount -t tmpfs -o size=24m tmpfs "
                            + data
                            + "\nhead -c 12M /dev/zero > "
                            + data
                            + "/ballast");
            server.start();
            List<String> taken = new ArrayList<>();
            HttpResponse<String> answer = noise(server, "1.0.0");
            while (answer.statusCode() == 201) {
                taken.add(0, "1.0." + taken.size());
                answer = noise(server, "1.0." + taken.size());
            }
            assertThat(kind(answer)).isEqualTo(NO_STORE);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(taken).isNotEmpty();
            assertThat(kind(noise(server, "1.0." + taken.size()))).isEqualTo(NO_STORE);
            assertThat(versions(server)).isEqualTo(taken);
            assertAreWhole(server, taken);

            Files.delete(server.seen(data.resolve("ballast")));

            assertThat(noise(server, "1.0." + taken.size()).statusCode()).isEqualTo(201);
            taken.add(0, "1.0." + taken.size());
            assertThat(versions(server)).isEqualTo(taken);
            assertAreWhole(server, taken);
            assertThat(health(server)).isEqualTo("well");
            System.out.println("F6: full after " + (taken.size() - 1) + " releases of 1 MB");
        }
    }

    private static void assertAreWhole(LibertyProcess server, List<String> versions)
            throws Exception {
        for (String version : versions) {
            assertThat(status(server, "/api/packs/stored/versions/" + version + "/archive"))
                    .isEqualTo(200);
        }
    }

    /** A release with half a megabyte of text that no other has. */
    private static HttpResponse<String> noise(LibertyProcess server, String version)
            throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(version.hashCode());
        while (text.length() < 500_000) {
            text.append(Long.toString(random.nextLong() >>> 1, 36)).append(' ');
        }
        return publish(
                server,
                PackZip.of("stored", version)
                        .with("articles/tying-knots.md", PackZip.article(text.toString()))
                        .bytes());
    }

    /** Each input in turn, then eight at once: none ends the server or keeps it from the next. */
    @Test
    @BadInput("F16")
    void noInputExhaustsAHeapOf256Megabytes() throws Exception {
        Map<String, byte[]> inputs = inputs();
        Map<String, Integer> statuses = new TreeMap<>();
        try (LibertyProcess server = new LibertyProcess("small-heap", "-Xmx256m")) {
            server.start();
            for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
                long start = System.nanoTime();
                statuses.put(input.getKey(), publish(server, input.getValue()).statusCode());
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as(input.getKey())
                        .isLessThan(Duration.ofSeconds(20));
            }
            List<CompletableFuture<Integer>> atOnce =
                    inputs.values().stream()
                            .map(
                                    zip ->
                                            CompletableFuture.supplyAsync(
                                                    () -> statusOf(server, zip),
                                                    task -> new Thread(task).start()))
                            .toList();
            for (CompletableFuture<Integer> answer : atOnce) {
                assertThat(answer.get()).isIn(413, 422, 429);
            }

            assertThat(statuses.values()).containsOnly(422);
            assertThat(publish(server, "1.0.0").statusCode()).isEqualTo(201);
            assertThat(server.output()).doesNotContain("OutOfMemoryError", "StackOverflowError");
            System.out.println(
                    "F16: "
                            + inputs.size()
                            + " inputs with -Xmx256m, most memory of the process "
                            + server.peakBytes() / 1_000_000
                            + " MB");
        }
    }

    private static int statusOf(LibertyProcess server, byte[] zip) {
        try {
            return publish(server, zip).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of group L what fits into one upload, and of group Y what grows. */
    private static Map<String, byte[]> inputs() throws IOException {
        Map<String, byte[]> inputs = new LinkedHashMap<>(Bombs.all());
        inputs.put(
                "L10 images", zipOf(Path.of("src/test/resources/packs/images-unsafe-error/1.0.0")));
        String longest = "[a](".repeat(127_000);
        inputs.put("L11 links", article(longest));
        inputs.put("L11 brackets", article("[".repeat(510_000)));
        inputs.put("L11 emphasis", article("*a **a ".repeat(70_000)));
        inputs.put("L12 version", manifest("version: 1.0.0-" + "-".repeat(50_000)));
        inputs.put(
                "Y2 laughs",
                manifest(
                        "a: &a [x]\n"
                                + IntStream.range(1, 10)
                                        .mapToObj(
                                                i ->
                                                        "a"
                                                                + i
                                                                + ": &a"
                                                                + i
                                                                + " ["
                                                                + "*a, ".repeat(9)
                                                                + "*a]\n")
                                        .collect(Collectors.joining())));
        inputs.put("Y3 nested", manifest("tags: " + "[".repeat(100_000)));
        inputs.put(
                "Y11 keys",
                manifest(
                        IntStream.range(0, 90_000)
                                .mapToObj(i -> Integer.toString(i, 36) + ": a\n")
                                .collect(Collectors.joining())));
        return inputs;
    }

    private static byte[] manifest(String text) {
        return PackZip.of("bomb", "1.0.0").with("pack.yaml", text).bytes();
    }

    /** With one finding at least, so that none of them is taken. */
    private static byte[] article(String text) {
        return PackZip.of("bomb", "1.0.0")
                .with("articles/tying-knots.md", PackZip.article("[x](gone.md)\n\n" + text))
                .bytes();
    }

    private static byte[] zipOf(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

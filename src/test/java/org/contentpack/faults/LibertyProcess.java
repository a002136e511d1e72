package org.contentpack.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A server of its own with the packaged application, in one JVM that can be killed. Its data stay
 * when it is started again.
 */
public final class LibertyProcess implements Closeable {

    static final String TOKEN = "fault-tests-only-0123456789abcdef";

    /** For a start; on a machine that does much else two minutes were not enough. */
    private static final int PATIENCE_SECONDS = 300;

    private static final Path HOME = Path.of(System.getProperty("liberty.home"));
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Path folder;
    private final Path server;
    private final int port;
    private final List<String> options;
    private final Map<String, String> settings = new TreeMap<>();
    private String preparation = "";
    private Process process;

    /**
     * Makes the server's folder; nothing runs yet.
     *
     * @param options of its JVM
     */
    public LibertyProcess(String name, String... options) throws IOException {
        this.folder = Path.of(System.getProperty("contentpack.faults"), name).toAbsolutePath();
        this.server = folder.resolve("servers/faults");
        this.options = List.of(options);
        delete(folder);
        Files.createDirectories(server.resolve("dropins"));
        Files.copy(Path.of("server.xml"), server.resolve("server.xml"));
        Files.copy(
                Path.of(System.getProperty("contentpack.war")),
                server.resolve("dropins/content-pack.war"),
                StandardCopyOption.REPLACE_EXISTING);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        settings.put("HTTP_PORT", Integer.toString(port));
        settings.put("HTTP_HOST", "127.0.0.1");
        settings.put("contentpack.home", folder.toString());
        settings.put("contentpack.publish.token", TOKEN);
    }

    /** One application more, from the next start on. */
    public void deploy(String name, byte[] war) throws IOException {
        Files.write(server.resolve("dropins").resolve(name), war);
    }

    /** Leaves the packaged application out, from the next start on. */
    public void deployNothingElse() throws IOException {
        Files.delete(server.resolve("dropins/content-pack.war"));
    }

    /** A setting from the next start on. */
    public void set(String name, String value) {
        settings.put(name, value);
    }

    /**
     * What a shell does before the server starts, in a name space of mounts that the server alone
     * sees: file systems of any size, without touching those of the machine.
     */
    void prepare(String shell) {
        preparation = shell;
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var files = Files.walk(path)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Starts it and returns when it is ready. */
    public void start() throws IOException, InterruptedException {
        launch();
        until(this::isReady);
    }

    /** Starts it and returns when its output tells of this. */
    void startUntilItSays(String text) throws IOException, InterruptedException {
        launch();
        until(() -> output().contains(text));
    }

    /** Starts it and returns when it has answered this. */
    public void startUntilItAnswers(String target) throws IOException, InterruptedException {
        launch();
        until(() -> answers(target));
    }

    private boolean answers(String target) throws InterruptedException {
        try {
            return get(target).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void until(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the server did not start: " + output());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** What the server has printed since its last start. */
    String output() throws IOException {
        return Files.readString(folder.resolve("output.log"));
    }

    /** What stands in its log, of all its starts. */
    String log() throws IOException {
        return Files.readString(server.resolve("logs/messages.log"));
    }

    private void launch() throws IOException {
        Files.write(
                server.resolve("bootstrap.properties"),
                settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
        List<String> command = new ArrayList<>();
        if (!preparation.isEmpty()) {
            command.addAll(List.of("unshare", "--map-root-user", "--mount", "sh", "-ec"));
            command.add(preparation + "\nexec \"$0\" \"$@\"");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        // What the server's own script opens to its libraries on JDK 9 and later.
        command.add("@" + HOME.resolve("lib/platform/java/java9.options"));
        command.add("-javaagent:" + HOME.resolve("bin/tools/ws-javaagent.jar"));
        command.add("-jar");
        command.add(HOME.resolve("bin/tools/ws-server.jar").toString());
        command.add("faults");
        ProcessBuilder builder = new ProcessBuilder(command).directory(server.toFile());
        builder.environment().put("WLP_USER_DIR", folder.toString());
        builder.environment().put("WLP_OUTPUT_DIR", folder.resolve("servers").toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("output.log").toFile());
        process = builder.start();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/health/ready").statusCode() == 200
                    && get("/api/packs").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public Path data() {
        return folder.resolve(".contentpack");
    }

    /** A file as the server sees it, behind mounts of its own too. */
    Path seen(Path file) {
        return Path.of("/proc", Long.toString(process.pid()), "root" + file.toAbsolutePath());
    }

    public int port() {
        return port;
    }

    /** The one process that it is. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    public HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(target)).timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A request that publishes a pack. */
    HttpRequest publish(HttpRequest.BodyPublisher zip) {
        return HttpRequest.newBuilder(uri("/api/packs"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/zip")
                .POST(zip)
                .build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port + target);
    }

    /** Ends it as a loss of power does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end. */
    public boolean terminate(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Most memory that the process has had, in bytes, as Linux tells. */
    public long peakBytes() throws IOException {
        return status("VmHWM:");
    }

    /** Memory that the process has now, in bytes. */
    public long residentBytes() throws IOException {
        return status("VmRSS:");
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
        }
    }
}

package org.contentpack.cms;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Directus of its own on a free port of 127.0.0.1, with an administrator and no collection.
 * It is copied from {@link DirectusTemplate}, so it starts in some seconds once that is there.
 *
 * <p>Its process is ended, by its id, and its folder is removed when it is closed. Safe for use by
 * several threads, but for {@link #start}, {@link #stop} and {@link #close}.
 */
public final class DirectusSite implements AutoCloseable {

    /** The administrator. */
    static final String USER = "admin@example.com";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final DirectusTemplate template;
    private final Path folder;
    private final Path log;
    private final int port;
    private Process process;

    private DirectusSite(DirectusTemplate template, Path folder, int port) {
        this.template = template;
        this.folder = folder;
        this.log = DirectusTemplate.HOME.resolve("logs").resolve(folder.getFileName() + ".log");
        this.port = port;
    }

    /** A running site. */
    public static DirectusSite open() throws IOException, InterruptedException {
        DirectusTemplate template = DirectusTemplate.get();
        Path sites = Files.createDirectories(DirectusTemplate.HOME.resolve("sites"));
        Files.createDirectories(DirectusTemplate.HOME.resolve("logs"));
        Path folder = Files.createTempDirectory(sites, "site");
        Files.createDirectories(folder.resolve("uploads"));
        Files.createDirectories(folder.resolve("extensions"));
        Files.copy(
                template.folder().resolve(DirectusTemplate.DATABASE),
                folder.resolve(DirectusTemplate.DATABASE));
        DirectusSite site;
        try (ServerSocket free = new ServerSocket(0)) {
            site = new DirectusSite(template, folder, free.getLocalPort());
        }
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(site::stop));
            site.start();
            return site;
        } catch (IOException | InterruptedException e) {
            site.close();
            throw e;
        }
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The administrator's static token. */
    public String token() {
        return template.secret();
    }

    /** The administrator's password: for the login page. */
    String password() {
        return template.secret();
    }

    /** What its own log has said so far, one line each. */
    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    /**
     * Starts it, after {@link #stop}, at the same address and with all that it had; returns when it
     * answers.
     */
    public void start() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                template.node().toString(), template.program().toString(), "start")
                        .directory(folder.toFile());
        builder.environment().putAll(template.environment(folder, port));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("Directus did not start: " + Files.readString(log));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(request("/users/me?fields=id").GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends its process in the middle of what it does, by its id. */
    public void stop() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /**
     * Takes all items of a collection, all files, versions and histories out, while it runs and
     * nobody asks it anything: histories cannot be deleted over its API.
     */
    void empty(String collection) throws IOException, InterruptedException {
        Command.run(
                folder,
                template.environment(folder, port),
                PATIENCE,
                "",
                List.of(
                        template.node().toString(),
                        DirectusTemplate.SOURCES.resolve("empty.js").toString(),
                        folder.resolve(DirectusTemplate.DATABASE).toString(),
                        collection));
        Trees.delete(folder.resolve("uploads"));
        Files.createDirectories(folder.resolve("uploads"));
    }

    /** A request to its API by the administrator. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        stop();
        Trees.delete(folder);
    }
}

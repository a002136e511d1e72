package org.contentpack.cms;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real WordPress of its own on a free port of 127.0.0.1, with an administrator and, unless told
 * otherwise, our companion plugin. It is copied from {@link WordPressTemplate}, so it starts in
 * about two seconds once that is there. Nothing in it leads out of this machine.
 *
 * <p>Its processes are ended, by their ids, and its folder is removed when it is closed. Safe for
 * use by several threads, but for {@link #start}, {@link #stop} and {@link #close}.
 */
public final class WordPressSite implements AutoCloseable {

    /** Which requests it works on at once. */
    private static final int WORKERS = 4;

    /** Parts of complaints that are not ours. */
    private static final List<String> KNOWN =
            List.of(
                    "/sqlite-database-integration/",
                    // A draft that is made over the REST API with a slug.
                    "Undefined property: stdClass::$id in",
                    "Undefined property: stdClass::$post_parent in",
                    "could not establish a secure connection to WordPress.org");

    private static final Path PLUGIN = Path.of("src", "main", "wordpress", "contentpack");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final WordPressTemplate template;
    private final Path folder;
    private final Path log;
    private final int port;
    private Process process;

    private WordPressSite(WordPressTemplate template, Path folder, int port) {
        this.template = template;
        this.folder = folder;
        this.log = WordPressTemplate.HOME.resolve("logs").resolve(folder.getFileName() + ".log");
        this.port = port;
    }

    /** A running site with the companion plugin. */
    public static WordPressSite open() throws IOException, InterruptedException {
        WordPressSite site = copy();
        Trees.copy(PLUGIN.toAbsolutePath(), site.plugins().resolve("contentpack"));
        return site.started();
    }

    /** A running site on which nobody installed the companion plugin. */
    public static WordPressSite openWithoutPlugin() throws IOException, InterruptedException {
        WordPressSite site = copy().started();
        site.php("update_option('active_plugins', array());");
        return site;
    }

    private static WordPressSite copy() throws IOException, InterruptedException {
        WordPressTemplate template = WordPressTemplate.get();
        Path sites = Files.createDirectories(WordPressTemplate.HOME.resolve("sites"));
        Files.createDirectories(WordPressTemplate.HOME.resolve("logs"));
        Path folder = Files.createTempDirectory(sites, "site");
        Trees.link(template.folder(), folder, "wp-content");
        Trees.copy(template.folder().resolve("wp-content"), folder.resolve("wp-content"));
        try (ServerSocket free = new ServerSocket(0)) {
            return new WordPressSite(template, folder, free.getLocalPort());
        }
    }

    private WordPressSite started() throws IOException, InterruptedException {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::endProcesses));
            start();
            return this;
        } catch (IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The administrator. */
    public String user() {
        return "admin";
    }

    /** The administrator's application password: for the REST API. */
    public String password() {
        return template.applicationPassword();
    }

    /** The administrator's own password: for the login page. */
    public String loginPassword() {
        return template.password();
    }

    /** Where its files are: {@code wp-content} and the rest. */
    public Path folder() {
        return folder;
    }

    Path plugins() {
        return folder.resolve("wp-content/plugins");
    }

    /**
     * What PHP has found wrong so far, one line each; empty where all is well. What WordPress and
     * its driver for SQLite are known to do wrong by themselves is left out.
     */
    public List<String> complaints() throws IOException {
        Path file = folder.resolve("wp-content/debug.log");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> KNOWN.stream().noneMatch(line::contains))
                        .toList()
                : List.of();
    }

    /**
     * Starts it, after {@link #stop}, at the same address and with all that it had; returns when it
     * answers.
     */
    public void start() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Php.command(
                                "-S",
                                "127.0.0.1:" + port,
                                "-t",
                                folder.toString(),
                                WordPressTemplate.SOURCES.resolve("router.php").toString()));
        builder.environment().put(Php.ADDRESS, url().toString());
        builder.environment().put("PHP_CLI_SERVER_WORKERS", Integer.toString(WORKERS));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("WordPress did not start: " + Files.readString(log));
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/wp/v2/users/me").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends its processes in the middle of what they do. */
    public void stop() {
        endProcesses();
    }

    /** The processes that answer for it. */
    public List<ProcessHandle> processes() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    }

    /** By their ids; also for a machine that ends before its tests put their sites away. */
    private void endProcesses() {
        if (process == null) {
            return;
        }
        // The workers do not end with the process that made them.
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /**
     * Answer of its REST API to the administrator; {@code route} is such as {@code /wp/v2/posts}.
     */
    public HttpResponse<String> get(String route) throws IOException, InterruptedException {
        return send(request(route).GET());
    }

    /** Sends JSON to its REST API as the administrator. */
    public HttpResponse<String> post(String route, String json)
            throws IOException, InterruptedException {
        return send(
                request(route)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** What a reader gets at an address of the site; redirects are not followed. */
    public HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE).GET());
    }

    /** A request to its REST API as the administrator, to be completed. */
    public HttpRequest.Builder request(String route) {
        return request(route, user(), password());
    }

    /** A request to its REST API as somebody, to be completed. */
    public HttpRequest.Builder request(String route, String user, String password) {
        String credentials = user + ":" + password;
        return HttpRequest.newBuilder(URI.create(url() + "/wp-json" + route))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Runs PHP inside the site as its administrator, beside its server, and gives what the code
     * printed.
     */
    public String php(String code) throws IOException, InterruptedException {
        return Php.run(
                folder,
                url().toString(),
                code,
                WordPressTemplate.SOURCES.resolve("run.php").toString(),
                folder.toString());
    }

    @Override
    public void close() throws IOException {
        stop();
        Trees.delete(folder);
    }
}

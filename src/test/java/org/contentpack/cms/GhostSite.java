package org.contentpack.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * A real Ghost of its own on a free port of 127.0.0.1, with an owner and an integration. It is
 * copied from {@link GhostTemplate}, so it starts in some seconds once that is there.
 *
 * <p>Its process is ended, by its id, and its folder is removed when it is closed. Safe for use by
 * several threads, but for {@link #start}, {@link #stop} and {@link #close}.
 */
public final class GhostSite implements AutoCloseable {

    /** The owner. */
    static final String USER = "admin@example.com";

    static final String ADMIN = "/ghost/api/admin";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final GhostTemplate template;
    private final Path folder;
    private final Path log;
    private final int port;
    private Process process;

    private GhostSite(GhostTemplate template, Path folder, int port) {
        this.template = template;
        this.folder = folder;
        this.log = folder.resolve("logs");
        this.port = port;
    }

    /** A running site. */
    public static GhostSite open() throws IOException, InterruptedException {
        return open(GhostTemplate.get());
    }

    private static GhostSite open(GhostTemplate template) throws IOException, InterruptedException {
        Path sites = Files.createDirectories(GhostTemplate.HOME.resolve("sites"));
        Path folder = Files.createTempDirectory(sites, "site");
        Trees.copy(template.content(), Files.createDirectories(folder.resolve("content")));
        Files.createSymbolicLink(folder.resolve("current"), template.program());
        Files.createDirectories(folder.resolve("logs"));
        GhostSite site;
        try (ServerSocket free = new ServerSocket(0)) {
            site = new GhostSite(template, folder, free.getLocalPort());
        }
        Files.writeString(folder.resolve("config.development.json"), site.settings());
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(site::stop));
            site.start();
            return site;
        } catch (IOException | InterruptedException e) {
            site.close();
            throw e;
        }
    }

    /**
     * Starts an installed Ghost for the first time, with an owner and an integration, and keeps
     * what it then has in the template.
     *
     * @return the integration's key
     */
    static String setUp(GhostTemplate template) throws IOException, InterruptedException {
        try (GhostSite site = open(template)) {
            ObjectNode owner =
                    JSON.createObjectNode()
                            .put("name", "Owner")
                            .put("email", USER)
                            .put("password", template.password())
                            .put("blogTitle", "Content pack");
            JsonNode setup =
                    JSON.createObjectNode().set("setup", JSON.createArrayNode().add(owner));
            site.asOwner("/authentication/setup/", setup, "");
            HttpResponse<String> session =
                    site.asOwner(
                            "/session/",
                            JSON.createObjectNode()
                                    .put("username", USER)
                                    .put("password", template.password()),
                            "");
            String cookie =
                    session.headers()
                            .firstValue("set-cookie")
                            .orElseThrow()
                            .replaceFirst(";.*", "");
            JsonNode made =
                    JSON.readTree(
                            site.asOwner(
                                            "/integrations/?include=api_keys",
                                            JSON.readTree(
                                                    "{\"integrations\":[{\"name\":\"Content Pack\"}]}"),
                                            cookie)
                                    .body());
            site.stop();
            Trees.copy(site.folder.resolve("content"), template.content());
            for (JsonNode key : made.path("integrations").path(0).path("api_keys")) {
                if (key.path("type").asText().equals("admin")) {
                    return key.path("secret").asText();
                }
            }
            throw new IOException("the integration has no key: " + made);
        }
    }

    private HttpResponse<String> asOwner(String path, JsonNode body, String cookie)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                CLIENT.send(
                        HttpRequest.newBuilder(URI.create(url() + ADMIN + path))
                                .timeout(PATIENCE)
                                .header("Content-Type", "application/json")
                                .header("Origin", url().toString())
                                .header("Cookie", cookie)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + ": " + answer.statusCode() + answer.body());
        }
        return answer;
    }

    /** The settings of a site, which tells nobody of itself. */
    private String settings() {
        ObjectNode settings = JSON.createObjectNode().put("url", url().toString());
        settings.putObject("server").put("host", "127.0.0.1").put("port", port);
        ObjectNode database =
                settings.putObject("database")
                        .put("client", "better-sqlite3")
                        .put("useNullAsDefault", true);
        database.putObject("connection").put("filename", database().toString());
        settings.putObject("mail").put("transport", "stub");
        settings.putObject("privacy").put("useTinfoil", true);
        settings.putObject("logging")
                .put("path", log.toString())
                .putArray("transports")
                .add("file");
        settings.putObject("security").put("staffDeviceVerification", false);
        settings.putObject("paths").put("contentPath", folder.resolve("content").toString());
        return settings.toString();
    }

    private Path database() {
        return folder.resolve("content").resolve(GhostTemplate.DATABASE);
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The integration's key. */
    public String key() {
        return template.key();
    }

    /** The owner's password: for the login page. */
    String password() {
        return template.password();
    }

    /** Where the pictures are. */
    Path images() {
        return folder.resolve("content").resolve("images");
    }

    /** What its own log has said so far, one line each. */
    List<String> log() throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            List<Path> errors =
                    files.filter(file -> file.toString().endsWith("error.log")).sorted().toList();
            return errors.isEmpty() ? List.of() : Files.readAllLines(errors.get(0));
        }
    }

    /**
     * Starts it, after {@link #stop}, at the same address and with all that it had; returns when it
     * answers.
     */
    public void start() throws IOException, InterruptedException {
        Path out = log.resolve("out.txt");
        ProcessBuilder builder =
                new ProcessBuilder(template.node().toString(), "current/index.js")
                        .directory(folder.toFile());
        builder.environment().putAll(template.environment());
        builder.environment().put("NODE_ENV", "development");
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        process = builder.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("Ghost did not start: " + Files.readString(out));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return CLIENT.send(
                                    HttpRequest.newBuilder(URI.create(url() + ADMIN + "/site/"))
                                            .timeout(PATIENCE)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
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
     * Takes all posts, tags, pictures and histories out, while it runs and nobody asks it anything:
     * histories cannot be deleted over its API, nor pictures.
     */
    void empty() throws IOException, InterruptedException {
        Command.run(
                folder,
                template.environment(),
                PATIENCE,
                "",
                List.of(
                        template.node().toString(),
                        GhostTemplate.SOURCES.resolve("empty.js").toString(),
                        template.program().resolve("node_modules").toString(),
                        database().toString()));
        Trees.delete(images());
        Files.createDirectories(images());
    }

    /** A request to its API by the integration. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + ADMIN + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept-Version", "v6.0")
                .header("Authorization", "Ghost " + token());
    }

    private String token() {
        String[] parts = key().split(":", 2);
        JwtClaims claims = new JwtClaims();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(4);
        claims.setAudience("/admin/");
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKeyIdHeaderValue(parts[0]);
        token.setPayload(claims.toJson());
        token.setKey(new HmacKey(HexFormat.of().parseHex(parts[1])));
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
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

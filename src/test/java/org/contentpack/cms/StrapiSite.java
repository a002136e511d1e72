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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.contentpack.sync.strapi.ProjectFiles;

/**
 * A real Strapi of its own on a free port of 127.0.0.1, with an administrator, tokens and an empty
 * database. Its packages are those of {@link StrapiTemplate}, so it starts in some seconds once
 * that is there.
 *
 * <p>Its process is ended, by its id, and its folder is removed when it is closed. Safe for use by
 * several threads, but for {@link #start}, {@link #stop} and {@link #close}.
 */
public final class StrapiSite implements AutoCloseable {

    /** The administrator. */
    static final String USER = "admin@example.com";

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final StrapiTemplate template;
    private final Path folder;
    private final Path log;
    private final int port;
    private Process process;
    private String session = "";

    private StrapiSite(StrapiTemplate template, Path folder, int port) {
        this.template = template;
        this.folder = folder;
        this.log = StrapiTemplate.HOME.resolve("logs").resolve(folder.getFileName() + ".log");
        this.port = port;
    }

    /** Changes a project before it starts for the first time. */
    interface Edit {
        void of(StrapiSite site) throws IOException, InterruptedException;
    }

    /** A running site whose project has our files, and a field of its own beside ours. */
    public static StrapiSite open() throws IOException, InterruptedException {
        return open(StrapiSite::install);
    }

    /** A running site with a project as an edit leaves it; it has none of our files before. */
    static StrapiSite open(Edit edit) throws IOException, InterruptedException {
        StrapiTemplate template = StrapiTemplate.get();
        Path sites = Files.createDirectories(StrapiTemplate.HOME.resolve("sites"));
        Files.createDirectories(StrapiTemplate.HOME.resolve("logs"));
        Path folder = Files.createTempDirectory(sites, "site");
        template.project(folder);
        StrapiSite site;
        try (ServerSocket free = new ServerSocket(0)) {
            site = new StrapiSite(template, folder, free.getLocalPort());
        }
        try {
            edit.of(site);
            Runtime.getRuntime().addShutdownHook(new Thread(site::stop));
            site.start();
            return site;
        } catch (IOException | InterruptedException e) {
            site.close();
            throw e;
        }
    }

    /** Unpacks our files over the project, and adds what a site has of its own. */
    void install() throws IOException {
        for (Map.Entry<String, byte[]> file : ProjectFiles.all().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        edit(TYPE, type -> type.withObject("/attributes/category").put("type", "string"));
        edit(SECTION, type -> type.withObject("/attributes/colour").put("type", "string"));
    }

    /** The schema of the content type. */
    static final String TYPE =
            "src/api/contentpack-article/content-types/contentpack-article/schema.json";

    /** The schema of the component for sections. */
    static final String SECTION = "src/components/contentpack/section.json";

    /** A change of a schema. */
    interface SchemaEdit {
        void of(ObjectNode schema);
    }

    void edit(String path, SchemaEdit edit) throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(folder.resolve(path).toFile());
        edit.of(schema);
        Files.writeString(folder.resolve(path), JSON.writeValueAsString(schema));
    }

    /** Where its project is. */
    Path folder() {
        return folder;
    }

    /** Puts the pages for editors into the project; before it starts. */
    void addPages() throws IOException, InterruptedException {
        template.addPages(folder);
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The token of full access. */
    public String token() throws IOException {
        return token("content-pack");
    }

    /** A token by its name. */
    String token(String name) throws IOException {
        return JSON.readTree(folder.resolve("tokens.json").toFile()).path(name).asText();
    }

    /** The administrator's password: for the login page. */
    String password() {
        return template.password();
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
                new ProcessBuilder("node", template.program().toString(), "start")
                        .directory(folder.toFile());
        builder.environment().putAll(template.environment(folder, port));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("Strapi did not start: " + Files.readString(log));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return CLIENT.send(
                                    HttpRequest.newBuilder(URI.create(url() + "/_health"))
                                            .timeout(PATIENCE)
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 204;
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

    /** What programs see with the token of full access. */
    JsonNode api(String method, String path, Optional<JsonNode> body)
            throws IOException, InterruptedException {
        return success(send(method, "/api" + path, token(), body));
    }

    /** What an administrator does on the pages for editors. */
    JsonNode admin(String method, String path, Optional<JsonNode> body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, session, body);
        if (answer.statusCode() == 401) {
            session =
                    success(
                                    send(
                                            "POST",
                                            "/admin/login",
                                            "",
                                            Optional.of(
                                                    JSON.createObjectNode()
                                                            .put("email", USER)
                                                            .put("password", password()))))
                            .path("token")
                            .asText();
            answer = send(method, path, session, body);
        }
        return success(answer);
    }

    private HttpResponse<String> send(
            String method, String path, String bearer, Optional<JsonNode> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isPresent()
                                        ? HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(body.get()))
                                        : HttpRequest.BodyPublishers.noBody());
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode success(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request() + ": " + answer.statusCode() + answer.body());
        }
        JsonNode json = answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        return json.has("data") ? json.path("data") : json;
    }

    @Override
    public void close() throws IOException {
        stop();
        Trees.delete(folder);
    }
}

package org.contentpack.sync.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.contentpack.BadInput;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls to sites that answer badly, on this machine. */
class SiteHttpTest {

    private static final String SECRET = "the application password";

    private static final SiteLimits LIMITS =
            new SiteLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4),
                    100_000,
                    Duration.ofSeconds(30),
                    3);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @TempDir Path folder;

    private interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void on(String path, Handler handler) {
        server.createContext(
                path,
                exchange -> {
                    seen.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI().getPath()
                                    + (exchange.getRequestHeaders().containsKey("Authorization")
                                            ? " with credentials"
                                            : ""));
                    try (InputStream body = exchange.getRequestBody()) {
                        body.readAllBytes();
                        handler.answer(exchange);
                    } finally {
                        exchange.close();
                    }
                });
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private SiteHttp site(URI url) {
        return new SiteHttp(
                url,
                "editor",
                SECRET,
                false,
                LIMITS,
                pauses::add,
                InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z")));
    }

    private ConnectorException failure(Call call) {
        ConnectorException failure =
                catchThrowableOfType(ConnectorException.class, () -> site(url()).send(call));
        assertThat(failure.getMessage() + failure.hint()).doesNotContain(SECRET, "ZWRpdG9y");
        return failure;
    }

    @Test
    void anAnswerIsReadWhole() throws IOException {
        on("/", exchange -> answer(exchange, 200, "{\"a\":1}"));

        Answer answer = site(url()).send(Call.get("/x"));

        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"a\":1}");
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(seen).containsExactly("GET /x with credentials");
    }

    @BadInput({"S3", "S4"})
    @Test
    void redirectsAreNotFollowedAndCredentialsStay() throws IOException {
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> stolen = new CopyOnWriteArrayList<>();
        other.createContext(
                "/",
                exchange -> {
                    stolen.add(exchange.getRequestURI().toString());
                    exchange.close();
                });
        other.start();
        for (String place :
                List.of(
                        "http://127.0.0.1:" + other.getAddress().getPort() + "/",
                        "file:///etc/passwd",
                        "gopher://127.0.0.1/",
                        "/elsewhere")) {
            on(
                    "/" + Integer.toHexString(place.hashCode()),
                    exchange -> {
                        exchange.getResponseHeaders().set("Location", place);
                        exchange.sendResponseHeaders(302, -1);
                    });
            ConnectorException failure =
                    failure(Call.get("/" + Integer.toHexString(place.hashCode())));
            assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
            assertThat(failure.getMessage()).isEqualTo("The site redirects elsewhere (302).");
        }
        other.stop(0);
        assertThat(stolen).isEmpty();
        assertThat(seen).hasSize(4);
    }

    @BadInput("S5")
    @Test
    void aSiteThatAsksToWaitIsAskedAgainWithinBounds() throws IOException {
        List<String> fields =
                new CopyOnWriteArrayList<>(List.of("7", "Thu, 26 Nov 2026 12:00:20 GMT"));
        on(
                "/",
                exchange -> {
                    if (fields.isEmpty()) {
                        answer(exchange, 200, "{}");
                    } else {
                        exchange.getResponseHeaders().set("Retry-After", fields.remove(0));
                        answer(exchange, 429, "{}");
                    }
                });

        assertThat(site(url()).send(Call.post("/", "application/json", new byte[] {'1'})).status())
                .isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(20));
    }

    @BadInput("S5")
    @Test
    void aSiteThatAsksToWaitTooLongIsLeft() {
        on(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "86400");
                    answer(exchange, 429, "{}");
                });

        assertThat(failure(Call.get("/")).kind()).isEqualTo(Kind.BUSY);
        assertThat(pauses).isEmpty();
    }

    @BadInput("S5")
    @Test
    void aWriteThatFailedIsNotSentTwice() {
        on("/", exchange -> answer(exchange, 500, "{}"));

        assertThat(failure(Call.post("/", "application/json", new byte[] {'1'})).kind())
                .isEqualTo(Kind.UNEXPECTED_ANSWER);
        assertThat(seen).hasSize(1);
    }

    @BadInput("S5")
    @Test
    void aCutConnectionIsTriedAgainForReadsOnly() {
        on("/", HttpExchange::close);

        assertThat(failure(Call.post("/", "application/json", new byte[] {'1'})).kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(seen).hasSize(1);
        assertThat(failure(Call.get("/")).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(seen).hasSize(4);
    }

    @BadInput("S5")
    @Test
    void anAnswerWithoutEndIsCut() {
        on(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000_000_000L);
                    OutputStream out = exchange.getResponseBody();
                    byte[] piece = new byte[10_000];
                    for (int i = 0; i < 100_000; i++) {
                        out.write(piece);
                    }
                });

        ConnectorException failure = failure(Call.get("/"));

        assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
        assertThat(failure.getMessage())
                .isEqualTo("The site's answer is too long, or takes too long.");
        assertThat(seen).hasSize(1);
    }

    @BadInput("S5")
    @Test
    void anAnswerThatTricklesIsCut() {
        on(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    for (int i = 0; i < 60; i++) {
                        out.write('x');
                        out.flush();
                        try {
                            TimeUnit.MILLISECONDS.sleep(200);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                });

        assertThat(failure(Call.get("/")).getMessage())
                .isEqualTo("The site's answer is too long, or takes too long.");
    }

    @Test
    void refusedCredentialsAreSaidSo() {
        on("/", exchange -> answer(exchange, 401, "{}"));

        assertThat(failure(Call.get("/")).kind()).isEqualTo(Kind.UNAUTHORISED);
    }

    @BadInput("S6")
    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "site",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                keys.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer secure =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        secure.createContext(
                "/",
                exchange -> {
                    seen.add("reached");
                    exchange.close();
                });
        secure.start();
        URI url = URI.create("https://127.0.0.1:" + secure.getAddress().getPort());

        ConnectorException failure =
                catchThrowableOfType(ConnectorException.class, () -> site(url).send(Call.get("/")));

        secure.stop(0);
        assertThat(failure.kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(failure.getMessage()).isEqualTo("The site's certificate cannot be trusted.");
        assertThat(seen).isEmpty();
    }
}

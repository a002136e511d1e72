package org.contentpack.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.contentpack.e2e.Server.Answer;

/**
 * The contract-checking proxy of that name, with a server behind it that says again what the server
 * under test has just answered.
 *
 * <p>It cannot stand between the tests and the server itself: it reads bodies as text and writes
 * JSON anew, so that no zip would arrive and no digest be right. So each exchange passes through it
 * a second time, with the same request and the same answer. Safe for use by many threads.
 */
final class Prism implements AutoCloseable {

    private static final String EXCHANGE = "x-contract-exchange";

    private static final String VIOLATIONS = "sl-violations";

    /** Fields that the client, the proxy or the server behind it write by themselves. */
    private static final Set<String> OF_CONNECTIONS =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "transfer-encoding",
                    "upgrade");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final HttpServer behind;
    private final Process proxy;
    private final URI address;
    private final Path log;

    /**
     * What is wrong.
     *
     * @param isOfRequest false for the answer
     * @param isOfBody false for header fields, the status and the query
     */
    record Violation(boolean isOfRequest, boolean isOfBody, String text) {}

    /**
     * @param description address of the description
     * @param folder where what the proxy prints is kept
     */
    Prism(String description, Path folder) throws IOException, InterruptedException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        behind = HttpServer.create(new InetSocketAddress(here, 0), 0);
        behind.createContext("/", this::again);
        behind.setExecutor(
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task, "again");
                            thread.setDaemon(true);
                            return thread;
                        }));
        behind.start();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, here)) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port);
        proxy =
                new ProcessBuilder(
                                "node",
                                NodeTools.file("@stoplight/prism-cli/dist/index.js").toString(),
                                "proxy",
                                description,
                                "http://127.0.0.1:" + behind.getAddress().getPort(),
                                "--host",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(port),
                                "--no-cors")
                        .redirectErrorStream(true)
                        .start();
        log = folder.resolve("prism.txt");
        waitFor("listening");
    }

    /** Reads what the proxy prints until it is ready, and keeps what it prints then. */
    private void waitFor(String word) throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(proxy.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.contains(word)) {
            said.add(line);
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("Prism has not started: " + String.join("\n", said));
        }
        Thread rest = new Thread(() -> keep(out), "prism's words");
        rest.setDaemon(true);
        rest.start();
    }

    private void keep(BufferedReader out) {
        try (out;
                BufferedWriter kept =
                        Files.newBufferedWriter(
                                log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void again(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Answer answer = answers.get(exchange.getRequestHeaders().getFirst(EXCHANGE));
            answer.headers()
                    .forEach(
                            (name, values) -> {
                                if (!OF_CONNECTIONS.contains(name) && !isFollowed(name, answer)) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            boolean isEmpty = answer.bytes().length == 0;
            exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.bytes().length);
            if (!isEmpty) {
                exchange.getResponseBody().write(answer.bytes());
            }
        }
    }

    /** The proxy goes where a redirect leads, instead of passing it on. */
    private static boolean isFollowed(String field, Answer answer) {
        return field.equals("location") && answer.status() / 100 == 3;
    }

    /** What the proxy finds wrong with a request and its answer. */
    List<Violation> judge(
            String method, String target, List<String> headers, byte[] body, Answer answer)
            throws IOException, InterruptedException {
        String id = Long.toString(count.incrementAndGet());
        answers.put(id, answer);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + target))
                        .method(
                                method,
                                body.length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body))
                        .header(EXCHANGE, id);
        for (int i = 0; i < headers.size(); i += 2) {
            if (!OF_CONNECTIONS.contains(headers.get(i).toLowerCase(Locale.ROOT))) {
                request.header(headers.get(i), headers.get(i + 1));
            }
        }
        HttpResponse<byte[]> judged =
                client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answers.remove(id) == null || judged.statusCode() != answer.status()) {
            return List.of(
                    new Violation(
                            false,
                            false,
                            "Prism itself answered: "
                                    + judged.statusCode()
                                    + " "
                                    + new String(judged.body(), StandardCharsets.UTF_8)));
        }
        List<Violation> violations = new ArrayList<>();
        for (String field : judged.headers().allValues(VIOLATIONS)) {
            for (JsonNode violation : new ObjectMapper().readTree(field)) {
                String message = violation.path("message").asText();
                if (answer.status() / 100 != 3 || !message.endsWith("property 'location'")) {
                    JsonNode place = violation.path("location");
                    violations.add(
                            new Violation(
                                    place.path(0).asText().equals("request"),
                                    place.path(1).asText().equals("body"),
                                    place + " " + message));
                }
            }
        }
        return violations;
    }

    @Override
    public void close() {
        proxy.destroy();
        behind.stop(0);
    }
}

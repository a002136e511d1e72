package org.contentpack.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's receiver of notices, which believes what Standard Webhooks' own library believes. */
final class Receiver implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What came in. */
    record Received(String id, String body, String address) {}

    private final HttpServer server;
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        int answer = status;
        try {
            new com.standardwebhooks.Webhook(SECRET)
                    .verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, v) -> true));
            if (answer / 100 == 2) {
                all.add(new Received(id, body, exchange.getRequestURI().toString()));
            } else {
                refused.add(id);
            }
        } catch (WebhookVerificationException e) {
            refused.add(id + ": " + e.getMessage());
            answer = 400;
        }
        if (answer / 100 == 3) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    /** Notices that were believed and taken, in order. */
    List<Received> taken() {
        return all;
    }

    List<String> ids() {
        return all.stream().map(Received::id).toList();
    }

    /** Ids of notices that were answered otherwise, or were not believed. */
    List<String> refused() {
        return refused;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package org.contentpack.cms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Stands in front of a real CMS on a free port of 127.0.0.1, counts what is asked of it, and lets
 * go wrong what a rule says. The CMS gets its own address as {@code Host}, so that it does not
 * notice; what it says of its address leads past the proxy.
 *
 * <p>Safe for use by several threads. Its own threads end with it, and with the process.
 */
public final class FaultProxy implements AutoCloseable {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** Belong to one connection and not to what is said over it. */
    private static final Set<String> OF_CONNECTIONS =
            Set.of(
                    "connection",
                    "content-length",
                    "date",
                    "expect",
                    "host",
                    "keep-alive",
                    "transfer-encoding",
                    "upgrade");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What happens to a request on its way. */
    public enum Fault {
        NONE,
        /** 500, and the CMS has heard nothing. */
        SERVER_ERROR,
        /** 500, though the CMS has done it. */
        SERVER_ERROR_AFTERWARDS,
        /** 429 with {@code Retry-After: 7}. */
        BUSY,
        /** 429 with an hour in {@code Retry-After}. */
        BUSY_FOR_LONG,
        /** Never an answer, and the CMS has heard nothing. */
        SILENCE,
        /** Never an answer, though the CMS has done it. */
        SILENCE_AFTERWARDS,
        /** The connection breaks, and the CMS has heard nothing. */
        CUT,
        /** The connection breaks, though the CMS has done it. */
        CUT_AFTERWARDS,
        /** A page of HTML with 200, as from a login wall, and the CMS has heard nothing. */
        HTML,
        /** 401, as after somebody took the credentials back. */
        EXPIRED;

        /** Whether the CMS does what was asked all the same. */
        public boolean isAfterwards() {
            return name().endsWith("_AFTERWARDS");
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * One request.
     *
     * @param number since {@link #forget}, from 1
     * @param sameKind number among the reads, or among the writes, from 1
     * @param target path and query as sent
     */
    public record Request(int number, int sameKind, String method, String target) {
        public boolean isRead() {
            return READS.contains(method);
        }
    }

    /** Says what happens to a request. */
    public interface Rule {
        Fault on(Request request);
    }

    private final URI upstream;
    private final HttpServer server;
    private final ExecutorService threads;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new ArrayList<>();
    private int reads;
    private int working;
    private Rule rule = request -> Fault.NONE;
    private Consumer<Request> before = request -> {};
    private Consumer<Request> after = request -> {};

    private FaultProxy(URI upstream) throws IOException {
        this.upstream = upstream;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        this.threads =
                Executors.newCachedThreadPool(
                        work -> {
                            Thread thread = new Thread(work, "fault-proxy");
                            thread.setDaemon(true);
                            return thread;
                        });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A proxy that lets everything through, until told otherwise. */
    public static FaultProxy before(URI upstream) throws IOException {
        return new FaultProxy(upstream);
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Begins to count anew. */
    public synchronized void forget() {
        requests.clear();
        reads = 0;
    }

    /** What was asked since {@link #forget}, in order. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public synchronized int reads() {
        return reads;
    }

    public synchronized int writes() {
        return requests.size() - reads;
    }

    /** How often each method and path was asked for; numbers in paths are left out. */
    public synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Request request : requests) {
            counts.merge(request.method() + " " + path(request.target()), 1, Integer::sum);
        }
        return counts;
    }

    /** The path, be it in the address or, as WordPress takes it too, in the query. */
    private static String path(String target) {
        String decoded = java.net.URLDecoder.decode(target, StandardCharsets.UTF_8);
        return decoded.replaceFirst("^/\\?rest_route=", "")
                .replaceFirst("[?&].*$", "")
                .replaceAll("/\\d+", "/…");
    }

    /** What goes wrong from now on. */
    public synchronized void rule(Rule wrong) {
        rule = wrong;
    }

    /** Lets everything through from now on. */
    public synchronized void heal() {
        rule = request -> Fault.NONE;
        before = request -> {};
        after = request -> {};
    }

    /**
     * Has something done around requests: before the CMS hears of one, and after it has acted but
     * before the answer goes back.
     */
    public synchronized void watch(Consumer<Request> beforehand, Consumer<Request> afterwards) {
        before = beforehand;
        after = afterwards;
    }

    /** Returns when the CMS works on nothing any more that came through here. */
    public synchronized void awaitIdle() throws InterruptedException {
        while (working > 0) {
            wait();
        }
    }

    private synchronized Request noted(String method, String target) {
        boolean isRead = READS.contains(method);
        int sameKind = (isRead ? reads : requests.size() - reads) + 1;
        Request request = new Request(requests.size() + 1, sameKind, method, target);
        requests.add(request);
        reads += isRead ? 1 : 0;
        return request;
    }

    private synchronized Fault fault(Request request) {
        return rule.on(request);
    }

    private synchronized Consumer<Request> before() {
        return before;
    }

    private synchronized Consumer<Request> after() {
        return after;
    }

    private synchronized void work(int change) {
        working += change;
        notifyAll();
    }

    private void answer(HttpExchange exchange) {
        byte[] body;
        try {
            body = exchange.getRequestBody().readAllBytes();
        } catch (IOException e) {
            exchange.close();
            return;
        }
        Request request = noted(exchange.getRequestMethod(), exchange.getRequestURI().toString());
        Fault fault = fault(request);
        try {
            if (fault == Fault.NONE || fault.isAfterwards()) {
                work(1);
                HttpResponse<byte[]> answer;
                try {
                    before().accept(request);
                    answer = forward(exchange, request, body);
                    after().accept(request);
                } finally {
                    work(-1);
                }
                if (fault == Fault.NONE) {
                    pass(exchange, answer);
                    return;
                }
            }
            goWrong(exchange, fault);
        } catch (IOException e) {
            // Either side is gone; the other hears it as a connection that breaks.
            exchange.close();
        } catch (InterruptedException e) {
            exchange.close();
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, Request request, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(upstream + request.target())).timeout(PATIENCE);
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!OF_CONNECTIONS.contains(name.toLowerCase(Locale.ROOT))) {
                                values.forEach(value -> builder.header(name, value));
                            }
                        });
        builder.method(
                request.method(),
                body.length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body));
        return client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void pass(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!OF_CONNECTIONS.contains(name.toLowerCase(Locale.ROOT))) {
                                exchange.getResponseHeaders().put(name, List.copyOf(values));
                            }
                        });
        send(exchange, answer.statusCode(), answer.body());
    }

    private void goWrong(HttpExchange exchange, Fault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case SERVER_ERROR, SERVER_ERROR_AFTERWARDS ->
                    say(exchange, 500, "application/json", "{\"code\":\"internal_error\"}");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                say(exchange, 429, "text/plain", "Slower.");
            }
            case BUSY_FOR_LONG -> {
                exchange.getResponseHeaders().set("Retry-After", "3600");
                say(exchange, 429, "text/plain", "Slower.");
            }
            case SILENCE, SILENCE_AFTERWARDS -> {
                closed.await();
                exchange.close();
            }
            case CUT, CUT_AFTERWARDS -> exchange.close();
            case HTML -> say(exchange, 200, "text/html", "<!DOCTYPE html><title>Sign in</title>");
            case EXPIRED -> say(exchange, 401, "application/json", "{\"code\":\"expired\"}");
            case NONE -> throw new IllegalArgumentException("nothing is to go wrong");
        }
    }

    private static void say(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

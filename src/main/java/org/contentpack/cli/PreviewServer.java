package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.contentpack.cli.PreviewedPack.Page;
import org.contentpack.render.PreviewPage;

/**
 * Shows a pack to browsers of this machine, and tells their pages when it has changed. It listens
 * at 127.0.0.1 and answers to the names of this machine only, so that no site whose name was bent
 * to that address reads along.
 *
 * <p>Safe for use by several threads.
 */
final class PreviewServer implements AutoCloseable {

    /** Pages that may wait for a change at once. */
    private static final int MAX_WAITING = 64;

    /** Between two signs of life, by which a connection is noticed that is gone. */
    private static final Duration SIGN = Duration.ofSeconds(15);

    /** As servers have it, with the script of the preview and nothing else more. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final String FILE_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private static final Page NOT_FOR_YOU = text(403, "This preview is for this machine only.\n");
    private static final Page NO_METHOD = text(405, "A preview can only be read.\n");
    private static final Page TOO_MANY = text(503, "Too many pages wait for changes.\n");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final Object changes = new Object();
    private PreviewedPack pack;
    private boolean isClosed;

    private PreviewServer(HttpServer server, ExecutorService threads, PreviewedPack pack) {
        this.server = server;
        this.threads = threads;
        this.pack = pack;
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for one that is free
     * @throws java.net.BindException where the port cannot be had
     */
    static PreviewServer start(int port, PreviewedPack pack) throws IOException {
        HttpServer http =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
                        0);
        ExecutorService threads =
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task, "preview");
                            thread.setDaemon(true);
                            return thread;
                        });
        PreviewServer server = new PreviewServer(http, threads, pack);
        http.setExecutor(threads);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Shows another state of the pack from now on. */
    void show(PreviewedPack next) throws IOException {
        PreviewedPack former;
        synchronized (changes) {
            former = pack;
            pack = next;
            changes.notifyAll();
        }
        former.close();
    }

    private PreviewedPack pack() {
        synchronized (changes) {
            return pack;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            if (!isForThisMachine(exchange)) {
                send(exchange, NOT_FOR_YOU);
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, NO_METHOD);
            } else if (target.startsWith(PreviewPage.EVENTS + "?state=")) {
                events(exchange, target.substring((PreviewPage.EVENTS + "?state=").length()));
            } else if (target.equals(PreviewPage.SCRIPT)) {
                send(exchange, file("text/javascript;charset=utf-8", PreviewPage.script()));
            } else if (target.equals("/style.css")) {
                send(exchange, file("text/css;charset=utf-8", PreviewPage.stylesheet()));
            } else {
                send(exchange, page(target));
            }
        }
    }

    /** By name and port: a page of another site can have its own name lead here, but not these. */
    private boolean isForThisMachine(HttpExchange exchange) {
        int port = server.getAddress().getPort();
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return exchange.getRequestHeaders().getOrDefault("Host", List.of()).size() == 1
                && (isNamed(host, "localhost", port) || isNamed(host, "127.0.0.1", port));
    }

    private static boolean isNamed(String host, String name, int port) {
        return host.equalsIgnoreCase(name + ":" + port)
                || (port == 80 && host.equalsIgnoreCase(name));
    }

    private Page page(String target) {
        PreviewedPack shown = pack();
        try {
            return shown.at(target);
        } catch (IOException e) {
            // Saved after it was looked at: the page loads itself again with the next state.
            return shown.index(503);
        }
    }

    /**
     * Tells of one change and ends; the page loads itself again then.
     *
     * @param state of the page that asks
     */
    private void events(HttpExchange exchange, String state) throws IOException {
        if (!waiting.tryAcquire()) {
            send(exchange, TOO_MANY);
            return;
        }
        try {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/event-stream");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(": waiting\n\n".getBytes(UTF_8));
            out.flush();
            while (!isChanged(state)) {
                out.write(": waiting\n\n".getBytes(UTF_8));
                out.flush();
            }
            out.write("event: changed\ndata: changed\n\n".getBytes(UTF_8));
            out.flush();
        } finally {
            waiting.release();
        }
    }

    /** Waits for a while at most. */
    private boolean isChanged(String state) throws IOException {
        long end = System.nanoTime() + SIGN.toNanos();
        synchronized (changes) {
            while (!isClosed && pack.preview().state().equals(state)) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                try {
                    changes.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("the preview ends", e);
                }
            }
            if (isClosed) {
                throw new IOException("the preview ends");
            }
            return true;
        }
    }

    private static Page text(int status, String text) {
        return Page.file(status, "text/plain;charset=utf-8", text.getBytes(UTF_8));
    }

    private static Page file(String mediaType, byte[] bytes) {
        return Page.file(200, mediaType, bytes);
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", page.mediaType());
        headers.set("Content-Security-Policy", page.isHtml() ? PAGE_POLICY : FILE_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(page.status(), isHead ? -1 : page.length());
        if (!isHead) {
            page.write(exchange.getResponseBody());
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (changes) {
            isClosed = true;
            changes.notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
        pack().close();
    }
}

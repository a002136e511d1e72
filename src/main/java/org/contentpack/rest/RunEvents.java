package org.contentpack.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.Sync;

/**
 * A run's progress as server-sent events, until it has ended. The id of an event says how far the
 * run was, so that a client which comes back with {@code Last-Event-ID} gets nothing twice.
 *
 * <p>Limits: {@value #MAX_STREAMS} streams at once; one ends after {@link #LONGEST} and is begun
 * again by the client. A stream holds a thread and looks into the store about once a second, which
 * also shows it runs that another server works on.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
@ApplicationScoped
public class RunEvents {

    static final String MEDIA_TYPE = "text/event-stream";

    /** Streams of all clients together. */
    static final int MAX_STREAMS = 50;

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Milliseconds between two looks; more where one look takes long. */
    private static final long PACE = 1_000;

    private static final String RETRY = "retry: 2000\n\n";

    @Inject Sync sync;

    @Inject JsonWriter json;

    @Inject Links links;

    @Inject InstantSource clock;

    private final Semaphore free = new Semaphore(MAX_STREAMS);
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Writes events that are not known to the client yet. */
    private final class Stream {

        private final OutputStream out;
        private final RunId run;
        private String last;
        private Instant written;

        Stream(RunId run, String last, OutputStream out) {
            this.run = run;
            this.last = last;
            this.out = out;
            this.written = clock.instant();
        }

        /** Returns where the run has ended, the server stops, or time is over. */
        void write() throws IOException {
            Instant begun = clock.instant();
            send(RETRY);
            boolean goesOn = true;
            while (goesOn) {
                Instant before = clock.instant();
                goesOn =
                        !look()
                                && Duration.between(begun, clock.instant()).compareTo(LONGEST) < 0
                                && !isClosing(Duration.between(before, clock.instant()));
            }
        }

        /** True where the run has ended. */
        private boolean look() throws IOException {
            Run now = sync.run(run).orElseThrow(() -> new IOException("run " + run + " is lost"));
            String id = id(now);
            if (!id.equals(last)) {
                send(
                        "id: "
                                + id
                                + "\nevent: "
                                + (now.isEnded() ? "end" : "progress")
                                + "\ndata: "
                                + new String(
                                        json.bytes(RunAnswer.event(now, links)),
                                        StandardCharsets.UTF_8)
                                + "\n\n");
                last = id;
            } else if (Duration.between(written, clock.instant()).compareTo(HEARTBEAT) >= 0) {
                send(": still here\n\n");
            }
            return now.isEnded();
        }

        private void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            written = clock.instant();
        }
    }

    /** Events, or {@code 204} where the client knows the end: it does not come back then. */
    Response answer(Run run, HttpServletRequest request) {
        String last = Optional.ofNullable(request.getHeader("Last-Event-ID")).orElse("");
        if (run.isEnded() && last.equals(id(run))) {
            return Response.noContent()
                    .header("Cache-Control", CacheLifetime.NONE.header())
                    .build();
        }
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.RATE_LIMITED,
                            "Too many clients watch runs; ask for JSON now and then."),
                    "Retry-After",
                    "10");
        }
        return Response.ok(
                        (jakarta.ws.rs.core.StreamingOutput)
                                out -> {
                                    try {
                                        new Stream(run.id(), last, out).write();
                                    } finally {
                                        free.release();
                                    }
                                })
                .header("Content-Type", MEDIA_TYPE + ";charset=utf-8")
                .header("Cache-Control", CacheLifetime.NONE.header())
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Grows with every item that ends, and tells the end from the state before. */
    private static String id(Run run) {
        return RunAnswer.Progress.of(run).ended() + "-" + run.state().id();
    }

    private boolean isClosing(Duration look) {
        try {
            return closing.await(Math.max(PACE, 10 * look.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @PreDestroy
    void close() {
        closing.countDown();
    }
}

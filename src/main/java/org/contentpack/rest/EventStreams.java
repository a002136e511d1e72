package org.contentpack.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Something that goes on, as server-sent events. A client which comes back with {@code
 * Last-Event-ID} gets nothing twice.
 *
 * <p>Limits: 30 streams of readers and 20 of callers at once; one ends after {@link #LONGEST} and
 * is begun again by the client. A stream holds a thread and looks about once a second, which also
 * shows it what another server on the store does.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
@ApplicationScoped
public class EventStreams {

    static final String MEDIA_TYPE = "text/event-stream";

    /** Who watches; readers can take no stream from callers. */
    enum Audience {
        READERS,
        CALLERS
    }

    /** Streams of all readers together, and of all callers. */
    private static final Map<Audience, Integer> MOST =
            Map.of(Audience.READERS, 30, Audience.CALLERS, 20);

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Milliseconds between two looks; more where one look takes long. */
    private static final long PACE = 1_000;

    private static final String RETRY = "retry: 2000\n\n";

    @Inject InstantSource clock;

    private final Map<Audience, Semaphore> free = new EnumMap<>(Audience.class);
    private final CountDownLatch closing = new CountDownLatch(1);

    EventStreams() {
        MOST.forEach((audience, streams) -> free.put(audience, new Semaphore(streams)));
    }

    /**
     * One event.
     *
     * @param id what a client comes back with
     * @param data one line of JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared and never changed.
    record Sent(String id, String name, byte[] data) {

        String text() {
            return "id: "
                    + id
                    + "\nevent: "
                    + name
                    + "\ndata: "
                    + new String(data, StandardCharsets.UTF_8)
                    + "\n\n";
        }
    }

    /** What one look found: events that are new, and whether they are the last. */
    record Look(List<Sent> fresh, boolean isEnd) {
        Look {
            fresh = List.copyOf(fresh);
        }
    }

    /** What is watched. */
    interface Watched {
        /**
         * Looks once.
         *
         * @param last id of the last event that the client knows; empty where it knows none
         */
        Look look(String last) throws IOException;
    }

    /** The id with which a client comes back; empty where it is here for the first time. */
    static Optional<String> lastEventId(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Last-Event-ID")).filter(id -> !id.isEmpty());
    }

    /**
     * Events until the end.
     *
     * @param last id of the last event that the client knows; empty where it knows none
     * @throws ProblemException where too many clients watch
     */
    Response answer(Audience audience, String last, Watched watched) {
        Semaphore streams = Objects.requireNonNull(free.get(audience));
        if (!streams.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.RATE_LIMITED,
                            "Too many clients watch; ask for JSON now and then."),
                    "Retry-After",
                    "10");
        }
        StreamingOutput output =
                out -> {
                    try {
                        new Stream(watched, last, out).write();
                    } finally {
                        streams.release();
                    }
                };
        return Response.ok(output)
                .header("Content-Type", MEDIA_TYPE + ";charset=utf-8")
                .header("Cache-Control", CacheLifetime.NONE.header())
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Writes events that are not known to the client yet. */
    private final class Stream {

        private final OutputStream out;
        private final Watched watched;
        private String last;
        private Instant written;

        Stream(Watched watched, String last, OutputStream out) {
            this.watched = watched;
            this.last = last;
            this.out = out;
            this.written = clock.instant();
        }

        /** Returns where the end has come, the server stops, or time is over. */
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

        /** True where the end has come. */
        private boolean look() throws IOException {
            Look look = watched.look(last);
            for (Sent event : look.fresh()) {
                send(event.text());
                last = event.id();
            }
            if (look.fresh().isEmpty()
                    && Duration.between(written, clock.instant()).compareTo(HEARTBEAT) >= 0) {
                send(": still here\n\n");
            }
            return look.isEnd();
        }

        private void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            written = clock.instant();
        }
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

package org.contentpack.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times requests by method, route and status: never by what clients make up, so that
 * nobody can make the figures grow.
 */
@Dependent
public class RequestMeter {

    static final String NAME = "contentpack.requests";

    /** The route of what no resource answered. */
    static final String NO_ROUTE = "none";

    private static final String ROUTE = RequestMeter.class.getName();

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10)
    };

    @Inject MeterRegistry meters;

    /** Looked up for every request, so not built for every one; as few as there are labels. */
    private final Map<Label, Timer> timers = new ConcurrentHashMap<>();

    private record Label(String method, String route, int status) {}

    /** What answers a request. */
    interface Answering {
        void answer() throws IOException, ServletException;
    }

    /** Tells the route, an address with names in place of values, of a request that found one. */
    static void route(HttpServletRequest request, String route) {
        request.setAttribute(ROUTE, route);
    }

    /** The route that the request found, or {@link #NO_ROUTE}. */
    static String routeOf(HttpServletRequest request) {
        return request.getAttribute(ROUTE) instanceof String route ? route : NO_ROUTE;
    }

    void measure(HttpServletRequest request, HttpServletResponse response, Answering answering)
            throws IOException, ServletException {
        long start = System.nanoTime();
        boolean failed = true;
        try {
            answering.answer();
            failed = false;
        } finally {
            record(request, failed ? 500 : response.getStatus(), System.nanoTime() - start);
        }
    }

    private void record(HttpServletRequest request, int status, long nanos) {
        timers.computeIfAbsent(
                        new Label(
                                METHODS.contains(request.getMethod())
                                        ? request.getMethod()
                                        : "other",
                                routeOf(request),
                                status),
                        this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Label label) {
        return Timer.builder(NAME)
                .description("Requests by route and status.")
                .tag("method", label.method())
                .tag("route", label.route())
                .tag("status", Integer.toString(label.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}

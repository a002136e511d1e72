package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A name for each request, which stands in its answer, in the log and in the audit log. Ids that
 * clients send are not taken: anybody could make two requests look like one.
 */
public final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIds.class.getName();

    /**
     * An id at most, in a place that the thread keeps: taking the place away after every request
     * costs more than all else here.
     */
    private static final ThreadLocal<String[]> CURRENT =
            ThreadLocal.withInitial(() -> new String[1]);

    private RequestIds() {}

    /** The id of the request that this thread answers, for its log records. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get()[0]);
    }

    /** Gives the request its id, which is this thread's until {@link #end}. */
    static String give(HttpServletRequest request) {
        // Nothing rests on nobody guessing it.
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(ATTRIBUTE, id);
        CURRENT.get()[0] = id;
        return id;
    }

    /** The thread goes on to other work. */
    static void end() {
        CURRENT.get()[0] = null;
    }

    static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }
}

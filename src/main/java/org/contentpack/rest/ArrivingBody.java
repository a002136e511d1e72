package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The body of a request on its way: every byte of a body is read through this class, so that none
 * is longer or slower than was settled. Without an end a client could hold a thread for ever by
 * sending a byte at a time, each within the container's patience.
 *
 * <p>The container ends the wait for the next byte; the end for the whole is looked at after each
 * read, so that a body is given up at most that wait behind its end.
 */
final class ArrivingBody {

    private static final String ATTRIBUTE = ArrivingBody.class.getName();

    private static final int BUFFER = 8 * 1024;

    private final InputStream in;
    private final InstantSource clock;
    private final Duration patience;
    private final Instant end;

    /**
     * @param patience for the whole body, from now on
     */
    ArrivingBody(InputStream in, InstantSource clock, Duration patience) {
        this.in = in;
        this.clock = clock;
        this.patience = patience;
        this.end = clock.instant().plus(patience);
    }

    private record Bounds(InstantSource clock, Duration patience) {}

    /** Keeps for {@link #whole} how long the body of a request may take. */
    static void keep(HttpServletRequest request, InstantSource clock, Duration patience) {
        request.setAttribute(ATTRIBUTE, new Bounds(clock, patience));
    }

    /**
     * The whole body of a request.
     *
     * @param what the body is, as the sentence about its length names it
     * @throws ProblemException where it is longer, takes too long, or ends early
     */
    static byte[] whole(HttpServletRequest request, int maxBytes, String what) throws IOException {
        if (!(request.getAttribute(ATTRIBUTE) instanceof Bounds bounds)) {
            throw new IllegalStateException("every request must pass the filter of its target");
        }
        ArrivingBody body =
                new ArrivingBody(request.getInputStream(), bounds.clock(), bounds.patience());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > maxBytes) {
                throw new ProblemException(
                        Problem.of(
                                ProblemType.PAYLOAD_TOO_LARGE,
                                what + " may have at most " + maxBytes + " bytes."),
                        "Connection",
                        "close");
            }
        }
        return bytes.toByteArray();
    }

    /**
     * The next bytes; less than 0 behind the last. A body that ends early or is badly framed is the
     * client's doing, not the disk's.
     *
     * @throws ProblemException where nothing more comes, or the body takes too long
     */
    int read(byte[] buffer) {
        int read;
        try {
            read = in.read(buffer);
        } catch (SocketTimeoutException e) {
            throw late("Nothing more of the body has arrived.");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.MALFORMED_REQUEST,
                            "The body ended before it was whole, or is not framed as HTTP"
                                    + " requires."),
                    "Connection",
                    "close");
        }
        if (read >= 0 && clock.instant().isAfter(end)) {
            throw late("The body must arrive within " + patience.toSeconds() + " seconds.");
        }
        return read;
    }

    private static ProblemException late(String detail) {
        return new ProblemException(
                Problem.of(ProblemType.REQUEST_TIMEOUT, detail), "Connection", "close");
    }
}

package org.contentpack.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests may do something costly at once. Whoever comes when all places are taken waits
 * a little for one, and is then told to come again.
 *
 * <p>Safe for use by several threads.
 */
final class AtOnce {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final Semaphore places;
    private final Duration patience;

    AtOnce(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** Something that takes a place as long as it lasts. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does it; a problem 429 where there is no place in time. */
    <T> T run(Work<T> work) throws IOException {
        if (!hasPlace()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.RATE_LIMITED,
                            "As many of these are being worked on as this server does at once."),
                    "Retry-After",
                    RETRY_AFTER_SECONDS);
        }
        try {
            return work.done();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.contentpack.access;

import java.time.Duration;
import java.time.Instant;

/**
 * So many of something in each window of time, for all together; against {@link FailureLimit},
 * which counts for each client. Safe for use by several threads.
 */
public final class Allowance {

    private final int most;
    private final Duration window;
    private Instant since = Instant.MIN;
    private int count;

    public Allowance(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Takes one, or says that there is none left until the window ends. */
    public synchronized boolean isAllowed(Instant now) {
        // A clock that went back begins a new window too.
        if (now.isBefore(since) || Duration.between(since, now).compareTo(window) >= 0) {
            since = now;
            count = 0;
        }
        return ++count <= most;
    }
}

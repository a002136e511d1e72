package org.contentpack.cli.remote;

import java.util.concurrent.atomic.AtomicLong;

/** When something last moved between us and the server. Safe for use by several threads. */
final class Activity {

    private final AtomicLong last = new AtomicLong(System.nanoTime());

    void moved() {
        last.set(System.nanoTime());
    }

    /** How long nothing has moved. */
    long silentNanos() {
        return System.nanoTime() - last.get();
    }
}

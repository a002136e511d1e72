package org.contentpack.sync.http;

import java.time.Duration;

/** Lets time pass between two tries. */
public interface Pause {

    /** Until the time is over, or the thread is interrupted. */
    void take(Duration time) throws InterruptedException;
}

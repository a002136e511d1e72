package org.contentpack.sync.http;

import java.time.Duration;

/**
 * Bounds of calls to a site.
 *
 * @param connect to a connection
 * @param silence between two pieces of an answer
 * @param total from the request to the last byte; a little longer where the last wait began before
 * @param answerBytes longest answer
 * @param longestWait longest time for which a site may ask to wait before it is asked again
 * @param tries how often a read is tried
 */
public record SiteLimits(
        Duration connect,
        Duration silence,
        Duration total,
        long answerBytes,
        Duration longestWait,
        int tries) {

    public static final SiteLimits DEFAULT =
            new SiteLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(90),
                    64L * 1024 * 1024,
                    Duration.ofSeconds(30),
                    3);
}

package org.contentpack.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a webhook was told.
 *
 * @param told sequence of the last event that it took, or that was none for it
 * @param failures tries of the next one that failed, one after another
 * @param next when the next try is due; empty where it is now
 */
public record Position(long told, int failures, Optional<Instant> next) {

    public Position {
        if (told < 0 || failures < 0) {
            throw new IllegalArgumentException("must not be negative: " + told + ", " + failures);
        }
    }
}

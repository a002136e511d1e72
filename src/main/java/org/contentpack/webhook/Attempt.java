package org.contentpack.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to deliver a notice, as the log has it.
 *
 * @param event sequence of the event
 * @param notice id of the notice
 * @param at when it began
 * @param took until the answer or the failure
 * @param failure in one sentence, without a secret; empty where the webhook took the notice
 */
public record Attempt(
        long event, String notice, Instant at, Duration took, Optional<String> failure) {

    public boolean isDelivered() {
        return failure.isEmpty();
    }
}

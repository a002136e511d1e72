package org.contentpack.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contentpack.webhook.Attempt;
import org.contentpack.webhook.EventKind;
import org.contentpack.webhook.Position;
import org.contentpack.webhook.Webhooks;

/**
 * The wire shape of a webhook; {@code docs/api/webhook.json}. Its path and secrets are nobody's.
 *
 * @param kinds kinds of events that it is told of; absent for all
 * @param told sequence of the last event that it knows; absent before the first round
 */
record WebhookAnswer(
        String name,
        URI site,
        Optional<List<String>> kinds,
        Optional<Long> told,
        long behind,
        int failures,
        Optional<Instant> nextTry,
        Optional<AttemptAnswer> newest,
        String url,
        String attemptsUrl) {

    /** The wire shape of one try; {@code docs/api/attempts.json}. */
    record AttemptAnswer(
            long event,
            String notice,
            Instant at,
            long tookMillis,
            boolean delivered,
            Optional<String> failure) {

        static AttemptAnswer of(Attempt attempt) {
            return new AttemptAnswer(
                    attempt.event(),
                    attempt.notice(),
                    attempt.at(),
                    attempt.took().toMillis(),
                    attempt.isDelivered(),
                    attempt.failure());
        }
    }

    static WebhookAnswer of(Webhooks.State state, Links links) {
        String url = links.webhook(state.webhook().name());
        return new WebhookAnswer(
                state.webhook().name().value(),
                state.webhook().http().site(),
                Optional.of(state.webhook().kinds().stream().sorted().map(EventKind::id).toList())
                        .filter(kinds -> !kinds.isEmpty()),
                state.position().map(Position::told),
                state.behind(),
                state.position().map(Position::failures).orElse(0),
                state.position().flatMap(Position::next),
                state.newest().map(AttemptAnswer::of),
                url,
                url + "/attempts");
    }
}

package org.contentpack.webhook;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.contentpack.registry.Event;
import org.contentpack.registry.Registry;
import org.contentpack.sync.ConnectorException;

/**
 * Tells one webhook of every event, in the order of the history.
 *
 * <p>A notice is sent until the webhook takes it, and none before the one that goes before it: what
 * cannot be delivered holds up what follows, and nothing is ever given up or passed over. It is
 * sent twice where it was taken and a server died before it could note so; its id is the same then.
 * One server at a time tells a webhook, by a lease. A webhook that nothing is known of is told of
 * what happens from then on.
 *
 * <p>Rounds must not run at once; everything else may be called by any thread.
 */
public final class Delivery {

    private static final Logger LOG = System.getLogger(Delivery.class.getName());

    /** Most events that are read at once. */
    private static final int BATCH = 200;

    /** Longer than a try takes, and short enough for another server to take over. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** Pauses after a first failure, a second one, and so on; the last one from then on. */
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1));

    private final Webhook webhook;
    private final Registry registry;
    private final Outbox outbox;
    private final NoticeWriter writer;
    private final InstantSource clock;
    private final String server;
    private volatile boolean isStopping;
    private volatile boolean isFailing;
    private volatile long behind;
    private boolean isStoreFailing;

    /**
     * Tells nothing yet.
     *
     * @param server who holds the lease; another name for every process
     */
    public Delivery(
            Webhook webhook,
            Registry registry,
            Outbox outbox,
            NoticeWriter writer,
            InstantSource clock,
            String server) {
        this.webhook = webhook;
        this.registry = registry;
        this.outbox = outbox;
        this.writer = writer;
        this.clock = clock;
        this.server = server;
    }

    public Webhook webhook() {
        return webhook;
    }

    /** Whether the webhook did not take the notice that is due. */
    public boolean isFailing() {
        return isFailing;
    }

    /** Events that the webhook was not told of when this server last looked. */
    public long behind() {
        return behind;
    }

    /** Lets a round end after the notice that it is sending. */
    public void stop() {
        isStopping = true;
    }

    /** Tells what there is to tell, unless the last try failed and it is too early for another. */
    public void round() {
        try {
            tell();
            isStoreFailing = false;
        } catch (IOException e) {
            if (!isStoreFailing) {
                LOG.log(
                        Level.WARNING,
                        "the webhook "
                                + webhook.name()
                                + " cannot be told, since the store does not answer",
                        e);
            }
            isStoreFailing = true;
        }
    }

    private void tell() throws IOException {
        long now = registry.follow();
        Optional<Position> known = outbox.position(webhook.name());
        if (known.isEmpty()) {
            outbox.begin(webhook.name(), now);
            return;
        }
        Position position = known.get();
        behind = Math.max(0, now - position.told());
        isFailing = position.failures() > 0;
        boolean isEarly = position.next().filter(clock.instant()::isBefore).isPresent();
        if (position.told() >= now
                || isEarly
                || !outbox.hold(webhook.name(), lease(), clock.instant())) {
            return;
        }
        long told = position.told();
        int failures = position.failures();
        while (told < now) {
            List<Event> events = registry.changes(told, BATCH);
            if (events.isEmpty()) {
                return;
            }
            for (Event event : events) {
                if (isStopping || !tell(event, told, failures)) {
                    return;
                }
                told = event.sequence();
                failures = 0;
                behind = Math.max(0, now - told);
            }
        }
    }

    private Outbox.Lease lease() {
        return new Outbox.Lease(server, clock.instant().plus(LEASE));
    }

    /** False where the round is over. */
    private boolean tell(Event event, long told, int failures) throws IOException {
        WebhookName name = webhook.name();
        if (!webhook.wants(event)) {
            return outbox.told(name, lease(), told, event.sequence(), Optional.empty());
        }
        Notice notice = Notice.of(event, writer);
        Instant began = clock.instant();
        try {
            webhook.send(notice, began);
        } catch (ConnectorException e) {
            failed(event, told, failures, attempt(event, notice, began, Optional.of(said(e))));
            return false;
        }
        boolean isNoted =
                outbox.told(
                        name,
                        lease(),
                        told,
                        event.sequence(),
                        Optional.of(attempt(event, notice, began, Optional.empty())));
        isFailing = false;
        if (failures > 0) {
            LOG.log(Level.INFO, "the webhook {0} takes notices again", name);
        }
        return isNoted;
    }

    private void failed(Event event, long told, int failures, Attempt attempt) throws IOException {
        isFailing = true;
        Duration pause = PAUSES.get(Math.min(failures, PAUSES.size() - 1));
        outbox.failed(webhook.name(), lease(), told, attempt, clock.instant().plus(pause));
        if (failures == 0) {
            LOG.log(
                    Level.WARNING,
                    "the webhook "
                            + webhook.name()
                            + " did not take the notice of event "
                            + event.sequence()
                            + "; it is sent again: "
                            + attempt.failure().orElseThrow());
        }
    }

    private Attempt attempt(Event event, Notice notice, Instant began, Optional<String> failure) {
        Duration took = Duration.between(began, clock.instant());
        return new Attempt(event.sequence(), notice.id(), began, took, failure);
    }

    private static String said(ConnectorException e) {
        return e.getMessage() + " " + e.hint();
    }
}

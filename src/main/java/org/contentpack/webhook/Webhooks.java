package org.contentpack.webhook;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contentpack.registry.Registry;

/**
 * All configured webhooks, for those who look after them; a {@link Delivery} tells each. Safe for
 * use by several threads.
 */
public final class Webhooks {

    private final List<Webhook> all;
    private final Outbox outbox;
    private final Registry registry;

    public Webhooks(List<Webhook> all, Outbox outbox, Registry registry) {
        this.all = List.copyOf(all);
        this.outbox = outbox;
        this.registry = registry;
        if (all.stream().map(Webhook::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("no two webhooks may have one name: " + all);
        }
    }

    /**
     * How it stands with one webhook.
     *
     * @param position empty where this server has not begun yet
     * @param behind events that it was not told of yet, whether it is to be or not
     */
    public record State(
            Webhook webhook, Optional<Position> position, long behind, Optional<Attempt> newest) {}

    public List<Webhook> all() {
        return all;
    }

    public Optional<Webhook> find(WebhookName name) {
        return all.stream().filter(webhook -> webhook.name().equals(name)).findFirst();
    }

    public State state(Webhook webhook) throws IOException {
        long now = registry.follow();
        Optional<Position> position = outbox.position(webhook.name());
        return new State(
                webhook,
                position,
                position.map(p -> Math.max(0, now - p.told())).orElse(0L),
                outbox.newest(webhook.name()).map(Outbox.Logged::attempt));
    }

    /** The log of one webhook behind a line of it, oldest first. */
    public List<Outbox.Logged> log(Webhook webhook, long after, int limit) throws IOException {
        return outbox.log(webhook.name(), after, limit);
    }

    /**
     * Lets a webhook be told again from an event on, at once. With the event after one that it
     * refuses, that one is passed over.
     *
     * @param from sequence of the first event that it is told of
     * @return false where there is no such event yet
     */
    public boolean replay(Webhook webhook, long from) throws IOException {
        if (from < 1 || from > registry.follow() + 1) {
            return false;
        }
        outbox.begin(webhook.name(), from - 1);
        outbox.replay(webhook.name(), from - 1);
        return true;
    }

    /** Takes lines of all logs away that are older, and gives their number. */
    public int forgetBefore(Instant moment) throws IOException {
        return outbox.forgetBefore(moment);
    }
}

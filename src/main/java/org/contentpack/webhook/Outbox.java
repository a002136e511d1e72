package org.contentpack.webhook;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where it stands how far every webhook was told, and what came of each try; a port to the store.
 *
 * <p>The notices themselves are not in it: they are made of the history, which is in the store
 * before anybody could be told of it. Safe for use by several threads and several servers.
 */
public interface Outbox {

    /**
     * A server's right to tell a webhook.
     *
     * @param server who
     * @param until others may take it from then on
     */
    record Lease(String server, Instant until) {}

    /** One line of the log. */
    record Logged(long sequence, Attempt attempt) {}

    /** How far a webhook was told; empty where nothing is known of it. */
    Optional<Position> position(WebhookName name) throws IOException;

    /** Makes a webhook known as told up to an event, unless it is known already. */
    void begin(WebhookName name, long told) throws IOException;

    /**
     * Takes or keeps the right to tell a webhook.
     *
     * @return false where another server has it at {@code now}
     */
    boolean hold(WebhookName name, Lease lease, Instant now) throws IOException;

    /**
     * Notes that a webhook was told, or that events were none for it.
     *
     * @param from the position that this follows
     * @param attempt what is logged; empty where nothing was sent
     * @return false, and nothing was noted, where the position is another by now or the right to
     *     tell was lost
     */
    boolean told(WebhookName name, Lease lease, long from, long to, Optional<Attempt> attempt)
            throws IOException;

    /**
     * Notes that a try failed.
     *
     * @param from the position that it followed
     * @param next when the next try is due
     * @return as of {@link #told}
     */
    boolean failed(WebhookName name, Lease lease, long from, Attempt attempt, Instant next)
            throws IOException;

    /** Lets a webhook be told again of all events behind one, at once. */
    void replay(WebhookName name, long after) throws IOException;

    /** The log of one webhook behind a line of it, oldest first. */
    List<Logged> log(WebhookName name, long after, int limit) throws IOException;

    /** The newest line of the log of one webhook. */
    Optional<Logged> newest(WebhookName name) throws IOException;

    /** Takes lines of the log away that are older, and gives their number. */
    int forgetBefore(Instant moment) throws IOException;
}

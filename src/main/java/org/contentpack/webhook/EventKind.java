package org.contentpack.webhook;

import java.util.Arrays;
import java.util.Optional;
import org.contentpack.registry.Change;

/** Kinds of events by the words that the feed of changes has for them. */
public enum EventKind {
    REGISTERED("registered"),
    RENAMED("renamed"),
    CHANNEL_MOVED("channel-moved"),
    WITHDRAWN("withdrawn"),
    REINSTATED("reinstated"),
    REVIEWED("reviewed");

    private final String id;

    EventKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /**
     * The type of a notice, such as {@code pack.channel_moved}: Standard Webhooks allow letters,
     * digits, underscores and dots.
     */
    public String type() {
        return "pack." + id.replace('-', '_');
    }

    public static Optional<EventKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    public static EventKind of(Change change) {
        if (change instanceof Change.Registered) {
            return REGISTERED;
        }
        if (change instanceof Change.Renamed) {
            return RENAMED;
        }
        if (change instanceof Change.ChannelMoved) {
            return CHANNEL_MOVED;
        }
        if (change instanceof Change.Withdrawn) {
            return WITHDRAWN;
        }
        return change instanceof Change.Reinstated ? REINSTATED : REVIEWED;
    }
}

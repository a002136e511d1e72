package org.contentpack.registry;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.contentpack.pack.PackId;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;

/**
 * Moves the names that point at releases. {@code latest} is computed and cannot be moved.
 *
 * <p>Safe for use by several threads.
 */
public final class Channels {

    private final HistoryWriter writer;

    Channels(HistoryWriter writer) {
        this.writer = writer;
    }

    /** What came of moving a channel. */
    public sealed interface Result {

        /** It points at the version now; {@code created} where there was no such channel. */
        record Moved(boolean created) implements Result {}

        /** It pointed there already; nothing happened. */
        record Unchanged() implements Result {}

        /** The pack has no release of this version; nothing happened. */
        record NoRelease() implements Result {}

        /** That release is withdrawn; nothing happened. */
        record Unusable(Withdrawal withdrawal) implements Result {}

        /** The channel is not where it was expected; nothing happened. */
        record Elsewhere(Optional<Version> version) implements Result {}
    }

    /**
     * Points a channel at a release.
     *
     * @param expected whether the move is still wanted from where the channel points now
     */
    public Result move(
            PackId pack,
            ChannelName channel,
            Version to,
            Predicate<Optional<Version>> expected,
            Actor actor)
            throws IOException {
        if (channel.equals(ChannelName.LATEST)) {
            throw new IllegalArgumentException("\"latest\" is computed");
        }
        return writer.write(pack, actor, history -> decide(history, channel, to, expected));
    }

    private static HistoryWriter.Decision<Result> decide(
            PackHistory history,
            ChannelName channel,
            Version to,
            Predicate<Optional<Version>> expected) {
        Optional<Version> now = history.channel(channel);
        if (history.release(to).isEmpty()) {
            return new HistoryWriter.Leave<>(new Result.NoRelease());
        }
        if (!expected.test(now)) {
            return new HistoryWriter.Leave<>(new Result.Elsewhere(now));
        }
        if (now.equals(Optional.of(to))) {
            return new HistoryWriter.Leave<>(new Result.Unchanged());
        }
        Optional<Withdrawal> withdrawal = history.withdrawal(to);
        if (withdrawal.isPresent()) {
            return new HistoryWriter.Leave<>(new Result.Unusable(withdrawal.get()));
        }
        return new HistoryWriter.Store<>(
                new Change.ChannelMoved(channel, to), new Result.Moved(now.isEmpty()));
    }
}

package org.contentpack.registry;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.contentpack.pack.PackId;

/**
 * Adds to the history what was decided by looking at it, and lets it be decided again where
 * something else came in between.
 */
final class HistoryWriter {

    private final ReleaseStore store;
    private final RegistrationIndex index;
    private final InstantSource clock;

    HistoryWriter(ReleaseStore store, RegistrationIndex index, InstantSource clock) {
        this.store = store;
        this.index = index;
        this.clock = clock;
    }

    /** What is to happen, or why nothing does. */
    sealed interface Decision<R> {}

    /** The change is to be stored; then the result is true. */
    record Store<R>(Change change, R result) implements Decision<R> {}

    /** Nothing is to be stored. */
    record Leave<R>(R result) implements Decision<R> {}

    /** Decides by a history; may be asked several times. */
    interface Decider<R> {
        Decision<R> decide(PackHistory history) throws IOException;
    }

    <R> R write(PackId pack, Actor actor, Decider<R> decider) throws IOException {
        while (true) {
            PackHistory history = index.follow().of(pack);
            Decision<R> decision = decider.decide(history);
            if (decision instanceof Leave<R> leave) {
                return leave.result();
            }
            Store<R> wanted = (Store<R>) decision;
            Stamp stamp = new Stamp(actor, clock.instant());
            Optional<Event> event = store.append(pack, wanted.change(), stamp, history.sequence());
            index.follow();
            if (event.isPresent()) {
                return wanted.result();
            }
        }
    }
}

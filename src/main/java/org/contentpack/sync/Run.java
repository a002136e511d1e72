package org.contentpack.sync;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A plan being applied or undone: a job that goes on when whoever asked for it has gone.
 *
 * @param undoes the run that this one puts back
 * @param items in the order in which they are worked on
 * @param cancelled somebody asked it to stop after the item at hand
 */
public record Run(
        RunId id,
        PlanId plan,
        TargetName target,
        Optional<RunId> undoes,
        State state,
        String caller,
        Instant started,
        Optional<Instant> finished,
        boolean cancelled,
        List<RunItem> items) {

    public Run {
        items = List.copyOf(items);
    }

    /** Where a run stands. */
    public enum State {
        RUNNING,
        /** Every item was worked on; some may have failed, see there. */
        FINISHED,
        CANCELLED,
        /** Nothing more can be done before somebody mends what the items say. */
        FAILED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> parse(String text) {
            return Arrays.stream(values()).filter(s -> s.id().equals(text)).findFirst();
        }
    }

    public boolean isEnded() {
        return state != State.RUNNING;
    }

    public long count(RunItem.State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }
}

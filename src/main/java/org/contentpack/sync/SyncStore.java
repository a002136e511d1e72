package org.contentpack.sync;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;

/**
 * Where the state of synchronisation is kept: the port that a store adapts to.
 *
 * <p>Every method may be called by several threads and several servers. A method that returns has
 * stored all of what it says so that it survives a killed process; one that throws, nothing.
 */
public interface SyncStore {

    /** Which installations to list; what is empty does not narrow. */
    record Filter(Optional<TargetName> target, Optional<PackId> pack, Optional<ArticleId> article) {
        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty());

        public static Filter of(TargetName target, PackId pack) {
            return new Filter(Optional.of(target), Optional.of(pack), Optional.empty());
        }
    }

    /** Sorted by target and key. */
    List<Installation> installations(Filter filter) throws IOException;

    /** Adds an installation, or replaces the one of the same target and key. */
    void put(Installation installation) throws IOException;

    /** Keeps a new plan; its id is given by the store, whatever the given plan has. */
    Plan add(Plan plan) throws IOException;

    Optional<Plan> plan(PlanId id) throws IOException;

    /** The newest plans of a target, newest first. */
    List<Plan> plans(TargetName target, int limit) throws IOException;

    /**
     * Replaces a plan that has the expected digest and was not applied.
     *
     * @return false where it has another by now; then nothing is stored
     */
    boolean replace(Plan plan, Digest expected) throws IOException;

    /** Keeps decisions, each in place of the one at the same target, item and place. */
    void remember(TargetName target, List<Remembered> decisions) throws IOException;

    List<Remembered> remembered(TargetName target, PackId pack) throws IOException;

    /** What came of beginning a run. */
    sealed interface Begun {
        record Started(Run run) implements Begun {}

        /** The target has a run that has not ended; nothing is stored. */
        record Busy(RunId by) implements Begun {}

        /** The plan has another digest by now, or was applied; nothing is stored. */
        record Stale() implements Begun {}
    }

    /**
     * Keeps a new run, and that its plan was applied by it; its id is given by the store.
     *
     * @param plan digest that the plan must have; empty for an undo
     */
    Begun begin(Run run, Optional<Digest> plan, Lease lease) throws IOException;

    /**
     * Which server works on a run, and until when nobody else may.
     *
     * @param server a name that no other process has
     */
    record Lease(String server, Instant until) {}

    /** Whether a server may work on a run. */
    enum Hold {
        /** It may. */
        OURS,
        /** It may, and somebody asked the run to stop. */
        CANCELLED,
        /** Another server has it and its time is not over, or it has ended. */
        LOST
    }

    /** Goes on with a run that nobody works on any more, or holds on to one. */
    Hold hold(RunId run, Lease lease, Instant now) throws IOException;

    Optional<Run> run(RunId id) throws IOException;

    /** The newest runs of a target, newest first, without their items. */
    List<Run> runs(TargetName target, int limit) throws IOException;

    /** Runs that have not ended, without their items. */
    List<Run> unfinished() throws IOException;

    /** Keeps the state of items of a run. */
    void journal(RunId run, List<RunItem> items) throws IOException;

    /**
     * Keeps what came of one item and the installation that it left, as one.
     *
     * @param item what it says of its status is then what was last seen of it
     * @param kept added, or put in place of the one of the same target and key
     * @param forgotten the key of an installation of the run's target that is no more
     */
    void settle(RunId run, RunItem item, Optional<Installation> kept, Optional<ItemKey> forgotten)
            throws IOException;

    /** Asks a run to stop after the item at hand. */
    void cancel(RunId run) throws IOException;

    void finish(RunId run, Run.State state, Instant at) throws IOException;

    /** Remembers that a CMS answered, and what was seen of its items. */
    void contact(TargetName target, Instant at, Map<ItemKey, Seen> seen) throws IOException;

    /** When a CMS last answered. */
    Optional<Instant> lastContact(TargetName target) throws IOException;

    /** What was last seen of the items of a target. */
    Map<ItemKey, Seen> seen(TargetName target) throws IOException;
}

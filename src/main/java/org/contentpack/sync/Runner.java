package org.contentpack.sync;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import org.contentpack.registry.Registration;

/**
 * Works on runs, item by item, as long as no other server does. Where one item fails, the others
 * are worked on all the same, unless the CMS as a whole cannot be reached.
 */
final class Runner {

    private static final Logger LOG = System.getLogger(Runner.class.getName());

    private final SyncStore store;
    private final Planner planner;
    private final Undoing undoing;
    private final InstantSource clock;
    private final String server;

    Runner(SyncStore store, Planner planner, Undoing undoing, InstantSource clock, String server) {
        this.store = store;
        this.planner = planner;
        this.undoing = undoing;
        this.clock = clock;
        this.server = server;
    }

    SyncStore.Lease lease() {
        return new SyncStore.Lease(server, clock.instant().plus(Sync.LEASE));
    }

    /** Works on a run until it ends, is cancelled, or belongs to another server. */
    void work(Targets.Bound bound, Run run, Plan plan, Registration to) throws IOException {
        boolean isCancelled = false;
        try {
            ItemWork work =
                    run.undoes().isPresent()
                            ? undoing.of(bound, run)
                            : new Applying(
                                    store, clock, bound, planner.plan(bound, to), plan, run.id());
            for (RunItem item : run.items()) {
                SyncStore.Hold hold = store.hold(run.id(), lease(), clock.instant());
                if (hold == SyncStore.Hold.LOST) {
                    return;
                }
                isCancelled = hold == SyncStore.Hold.CANCELLED;
                if (!item.state().isEnd()) {
                    step(run.id(), work, item, isCancelled);
                }
            }
            store.finish(
                    run.id(),
                    isCancelled ? Run.State.CANCELLED : Run.State.FINISHED,
                    clock.instant());
        } catch (ConnectorException e) {
            giveUp(run.id(), e);
        }
    }

    /** What is done to each item of one run. */
    interface ItemWork {
        void on(RunItem item) throws IOException;

        /** The item as the journal has it. */
        RunItem journaled(RunItem item);
    }

    private void step(RunId run, ItemWork work, RunItem item, boolean isCancelled)
            throws IOException {
        if (isCancelled) {
            end(run, item, RunItem.State.CANCELLED, "The run was cancelled before this item.");
            return;
        }
        try {
            work.on(item);
        } catch (ConnectorException e) {
            if (isFatal(e.kind())) {
                throw e;
            }
            LOG.log(Level.WARNING, "run {0}, {1}: {2}", run, item.key(), e.getMessage());
            end(run, work.journaled(item), RunItem.State.FAILED, said(e));
        }
    }

    private static String said(ConnectorException e) {
        return (e.getMessage() + " " + e.hint()).strip();
    }

    /** Where one item fails so, the next will too. */
    private static boolean isFatal(ConnectorException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, NOT_ALLOWED, UNAUTHORISED -> true;
            case FORBIDDEN,
                    BUSY,
                    REFUSED,
                    UNEXPECTED_ANSWER,
                    CHANGED_MEANWHILE,
                    NOT_WRITTEN,
                    GONE ->
                    false;
        };
    }

    private void end(RunId run, RunItem item, RunItem.State state, String message)
            throws IOException {
        store.settle(run, item.ended(state, message), Optional.empty(), Optional.empty());
    }

    private void giveUp(RunId id, ConnectorException e) throws IOException {
        for (RunItem item : store.run(id).orElseThrow().items()) {
            if (!item.state().isEnd()) {
                end(id, item, RunItem.State.FAILED, said(e));
            }
        }
        LOG.log(Level.WARNING, "run {0} stopped: {1}", id, e.getMessage());
        store.finish(id, Run.State.FAILED, clock.instant());
    }
}

package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.contentpack.pack.Digest;
import org.contentpack.sync.Check;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.Sync;
import org.contentpack.sync.Sync.ApplyResult;
import org.contentpack.sync.Sync.DecideResult;
import org.contentpack.sync.Sync.UndoResult;
import org.contentpack.sync.Sync.Wanted;

/**
 * What programs and people do with plans and runs; what cannot be done becomes a problem, the same
 * for both.
 */
@Dependent
public class PlanChanges {

    @Inject Sync sync;

    /**
     * A run that was asked for.
     *
     * @param isNew false where the same plan was applied before: whoever asks again learns of it
     */
    record Begun(Run run, boolean isNew) {}

    Plan decide(Plan plan, Digest expected, List<Wanted> wanted, HttpServletRequest request)
            throws IOException {
        about(plan, request);
        DecideResult result = sync.decide(plan.id(), expected, wanted, Callers.of(request).name());
        if (result instanceof DecideResult.Decided decided) {
            return decided.plan();
        }
        if (result instanceof DecideResult.Stale stale) {
            throw SyncAnswers.stale(
                    "Somebody decided meanwhile; look at the plan again.", stale.now().digest());
        }
        if (result instanceof DecideResult.NoSuchStep missing) {
            throw SyncAnswers.notPossible(
                    "The plan has nothing to decide, or not in this way, at \""
                            + missing.place().id()
                            + "\" of \""
                            + missing.item()
                            + "\".");
        }
        throw SyncAnswers.notPossible(
                "Run " + ((DecideResult.Applied) result).by() + " has applied the plan already.");
    }

    Begun apply(Plan plan, Digest expected, HttpServletRequest request) throws IOException {
        about(plan, request);
        ApplyResult result = sync.apply(plan.id(), expected, Callers.of(request).name());
        if (result instanceof ApplyResult.Started started) {
            return new Begun(started.run(), true);
        }
        if (result instanceof ApplyResult.Applied applied) {
            if (!plan.digest().equals(expected)) {
                throw SyncAnswers.stale("The plan was applied otherwise.", plan.digest());
            }
            return new Begun(run(applied.by()), false);
        }
        if (result instanceof ApplyResult.Busy busy) {
            throw busy(busy.by());
        }
        if (result instanceof ApplyResult.NotReady notReady) {
            throw SyncAnswers.notPossible(
                    "Something is missing at the target, and nothing was written: "
                            + missing(notReady.check()));
        }
        throw SyncAnswers.stale(
                ((ApplyResult.Stale) result).reason() + " Make a new plan.", plan.digest());
    }

    private static String missing(Check check) {
        return check.points().stream()
                .filter(point -> point.state() == Check.State.MISSING)
                .map(point -> (point.message() + " " + point.hint()).strip())
                .collect(Collectors.joining(" "));
    }

    Run undo(Run run, HttpServletRequest request) throws IOException {
        UndoResult result = sync.undo(run.id(), Callers.of(request).name());
        if (result instanceof UndoResult.Started started) {
            return started.run();
        }
        if (result instanceof UndoResult.Busy busy) {
            throw busy(busy.by());
        }
        throw SyncAnswers.notPossible(((UndoResult.NotPossible) result).reason());
    }

    /** Asks a run to stop after the item at hand. */
    Run cancel(Run run) throws IOException {
        if (!sync.cancel(run.id())) {
            throw SyncAnswers.notPossible("The run has ended already.");
        }
        return run(run.id());
    }

    private Run run(RunId id) throws IOException {
        return sync.run(id).orElseThrow(() -> new IOException("run " + id + " is lost"));
    }

    private static ProblemException busy(RunId by) {
        return new ProblemException(
                Problem.of(
                        ProblemType.TARGET_BUSY,
                        "Run " + by + " has not ended; wait for it, or cancel it."),
                "Retry-After",
                "5");
    }

    static void about(Plan plan, HttpServletRequest request) {
        AuditFilter.about(request, plan.pack(), plan.to(), plan.release());
    }
}

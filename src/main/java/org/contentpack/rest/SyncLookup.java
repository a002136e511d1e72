package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.Caller;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Plan;
import org.contentpack.sync.PlanId;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.Sync;
import org.contentpack.sync.Target;
import org.contentpack.sync.TargetName;

/**
 * Finds what a request about targets names. What is about packs that a credential is not for is not
 * there for it, with the same words as what does not exist.
 */
@Dependent
public class SyncLookup {

    @Inject Sync sync;

    /** The targets that take a pack which the caller is for. */
    List<Target> targets(HttpServletRequest request) {
        return sync.targets().stream().filter(target -> sees(request, target)).toList();
    }

    Target target(String name, HttpServletRequest request) {
        return TargetName.parse(name)
                .flatMap(sync::target)
                .filter(target -> sees(request, target))
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.of(
                                                ProblemType.TARGET_NOT_FOUND,
                                                "No target is called \"" + name + "\".")));
    }

    Plan plan(String id, HttpServletRequest request) throws IOException {
        Optional<PlanId> parsed = PlanId.parse(id);
        Optional<Plan> plan = parsed.isPresent() ? sync.plan(parsed.get()) : Optional.empty();
        return plan.filter(p -> isFor(request, p.pack()))
                .orElseThrow(() -> ProblemException.notFound("There is no plan \"" + id + "\"."));
    }

    Run run(String id, HttpServletRequest request) throws IOException {
        Optional<RunId> parsed = RunId.parse(id);
        Optional<Run> run = parsed.isPresent() ? sync.run(parsed.get()) : Optional.empty();
        if (run.isEmpty() || !isFor(request, packOf(run.get()))) {
            throw ProblemException.notFound("There is no run \"" + id + "\".");
        }
        return run.get();
    }

    /** The plan that a run applies or undoes: it says which release that is about. */
    Plan planOf(Run run) throws IOException {
        return sync.plan(run.plan())
                .orElseThrow(() -> new IOException("the plan of run " + run.id() + " is lost"));
    }

    private PackId packOf(Run run) throws IOException {
        return planOf(run).pack();
    }

    /** The newest plans of a target that the caller may see. */
    List<Plan> plans(Target target, HttpServletRequest request) throws IOException {
        return sync.plans(target.name()).stream()
                .filter(plan -> isFor(request, plan.pack()))
                .toList();
    }

    /** The newest runs of a target that the caller may see, without their items. */
    List<Run> runs(Target target, HttpServletRequest request) throws IOException {
        List<Run> runs = sync.runs(target.name());
        if (target.packs().stream().allMatch(pack -> isFor(request, pack))) {
            return runs;
        }
        List<Run> seen = new java.util.ArrayList<>();
        for (Run run : runs) {
            if (isFor(request, packOf(run))) {
                seen.add(run);
            }
        }
        return seen;
    }

    /** Whether the caller's credential is for the pack, with whatever scope. */
    static boolean isFor(HttpServletRequest request, PackId pack) {
        Caller caller = Callers.of(request);
        return caller.packPrefixes().stream().anyMatch(pack.value()::startsWith);
    }

    private static boolean sees(HttpServletRequest request, Target target) {
        return target.packs().stream().anyMatch(pack -> isFor(request, pack));
    }
}

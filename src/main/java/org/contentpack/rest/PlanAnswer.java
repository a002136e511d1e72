package org.contentpack.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Plan;
import org.contentpack.version.Version;

/**
 * The wire shape of a plan; {@code docs/api/plan.json}, and without items {@code plans.json}.
 *
 * @param digest what is agreed to when it is applied
 * @param undecided how many places wait for a person
 * @param actions how many items there are of each
 * @param items absent in a list
 */
record PlanAnswer(
        long id,
        String target,
        PackId pack,
        Version to,
        Digest release,
        Instant created,
        String caller,
        Digest digest,
        int undecided,
        Map<String, Integer> actions,
        Optional<RunRef> run,
        Optional<List<PlanItemAnswer>> items,
        String url,
        String decisionsUrl,
        String applyUrl) {

    /** The wire shape of a run by number and address. */
    record RunRef(long id, String url) {}

    static PlanAnswer of(Plan plan, Links links) {
        return of(plan, Optional.of(plan.items().stream().map(PlanItemAnswer::of).toList()), links);
    }

    static PlanAnswer listed(Plan plan, Links links) {
        return of(plan, Optional.empty(), links);
    }

    private static PlanAnswer of(Plan plan, Optional<List<PlanItemAnswer>> items, Links links) {
        Map<String, Integer> actions = new TreeMap<>();
        plan.items().forEach(item -> actions.merge(item.action().id(), 1, Integer::sum));
        String url = links.plan(plan.id());
        return new PlanAnswer(
                plan.id().number(),
                plan.target().value(),
                plan.pack(),
                plan.to(),
                plan.release(),
                plan.created(),
                plan.caller(),
                plan.digest(),
                plan.undecided(),
                actions,
                plan.run().map(run -> new RunRef(run.number(), links.run(run))),
                items,
                url,
                url + "/decisions",
                url + "/apply");
    }
}

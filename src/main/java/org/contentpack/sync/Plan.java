package org.contentpack.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.version.Version;

/**
 * What bringing a target in step with a release would do, as it was when the CMS was read. A plan
 * changes nothing in the CMS.
 *
 * @param to version of the release
 * @param release its digest
 * @param created when the CMS was read
 * @param items sorted by key; those with safety changes first
 * @param state digest of everything that the plan rests on, without decisions: another one means
 *     that the CMS or the release's status has changed since
 * @param run the run that applied it
 */
public record Plan(
        PlanId id,
        TargetName target,
        PackId pack,
        Version to,
        Digest release,
        Instant created,
        String caller,
        List<PlanItem> items,
        Digest state,
        Optional<RunId> run) {

    public Plan {
        items = List.copyOf(items);
    }

    /** Of the plan with its decisions: what is applied is exactly the plan with this digest. */
    public Digest digest() {
        return PlanDigests.of(state, items);
    }

    public Optional<PlanItem> item(ItemKey key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** How many places wait for a person. */
    public int undecided() {
        return items.stream().mapToInt(item -> item.undecided().size()).sum();
    }

    Plan with(List<PlanItem> others) {
        return new Plan(id, target, pack, to, release, created, caller, others, state, run);
    }

    /** The same as applied by a run. */
    public Plan appliedBy(RunId by) {
        return new Plan(
                id, target, pack, to, release, created, caller, items, state, Optional.of(by));
    }
}

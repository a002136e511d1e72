package org.contentpack.sync;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.ContentMerge;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Step;
import org.contentpack.pack.PackId;

/** Reads one CMS and tells which items are not as the last apply left them. */
final class Drifting {

    private final Targets.Bound bound;
    private final SyncStore store;
    private final InstantSource clock;

    Drifting(Targets.Bound bound, SyncStore store, InstantSource clock) {
        this.bound = bound;
        this.store = store;
        this.clock = clock;
    }

    /** Sorted by pack and key. */
    List<Drift> drifts() throws IOException {
        List<Drift> drifts = new ArrayList<>();
        Map<ItemKey, Seen> seen = new TreeMap<>();
        for (PackId pack : bound.target().packs()) {
            Found found = Found.in(bound.connector(), pack);
            for (Installation each :
                    store.installations(SyncStore.Filter.of(bound.target().name(), pack))) {
                if (each.state() != Installation.State.UNLINKED) {
                    Optional<Item> stands = found.of(each);
                    Optional<Drift> drift = of(each, stands);
                    drift.ifPresent(drifts::add);
                    seen.put(each.key(), new Seen(drift.isPresent(), stands.map(Item::status)));
                    stands.ifPresent(item -> drifts.addAll(copies(found, each.key(), item)));
                }
            }
        }
        store.contact(bound.target().name(), clock.instant(), seen);
        return drifts;
    }

    private static Optional<Drift> of(Installation installation, Optional<Item> stands) {
        if (stands.isEmpty()) {
            return Optional.of(
                    drift(installation, Drift.State.DELETED, Optional.empty(), List.of()));
        }
        if (stands.get().status() == ItemStatus.TRASHED) {
            return Optional.of(drift(installation, Drift.State.TRASHED, stands, List.of()));
        }
        List<Step> steps =
                ContentMerge.of(
                                installation.ancestor(),
                                installation.ancestor().written(),
                                stands.get().content(),
                                Map.of())
                        .steps()
                        .stream()
                        .filter(step -> !(step.outcome() instanceof Outcome.Same))
                        .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(drift(installation, Drift.State.CHANGED, stands, steps));
    }

    private static List<Drift> copies(Found found, ItemKey key, Item ours) {
        return found.marked(key).stream()
                .filter(item -> !item.id().equals(ours.id()))
                .map(
                        item ->
                                new Drift(
                                        key,
                                        item.id(),
                                        Drift.State.COPY,
                                        Optional.of(item.editAddress()),
                                        List.of()))
                .toList();
    }

    private static Drift drift(
            Installation installation, Drift.State state, Optional<Item> stands, List<Step> steps) {
        return new Drift(
                installation.key(),
                installation.item(),
                state,
                stands.map(Item::editAddress),
                steps);
    }
}

package org.contentpack.sync;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.contentpack.compare.Ancestor;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.version.Version;

/** Links items that were there before us, and lets items go. */
final class Adoption {

    private final Registry registry;
    private final Planner planner;
    private final SyncStore store;
    private final InstantSource clock;

    Adoption(Registry registry, Planner planner, SyncStore store, InstantSource clock) {
        this.registry = registry;
        this.planner = planner;
        this.store = store;
        this.clock = clock;
    }

    Sync.AdoptResult adopt(Targets.Bound bound, ItemKey key, String itemId, Optional<Version> base)
            throws IOException {
        Optional<Registration> release =
                base.isPresent()
                        ? registry.history(key.pack()).release(base.get())
                        : registry.history(key.pack()).latest();
        Optional<Desired> desired =
                release.isPresent()
                        ? Optional.of(planner.desired(bound.target(), release.get()))
                        : Optional.empty();
        if (desired.filter(d -> d.heads().containsKey(key)).isEmpty()) {
            return new Sync.AdoptResult.NoArticle();
        }
        List<Installation> there =
                store.installations(SyncStore.Filter.of(bound.target().name(), key.pack()));
        Optional<Installation> linked =
                there.stream()
                        .filter(i -> i.state() != Installation.State.UNLINKED)
                        .filter(i -> i.key().equals(key) || i.item().equals(itemId))
                        .findFirst();
        if (linked.isPresent()) {
            return new Sync.AdoptResult.Linked(linked.get().key(), linked.get().item());
        }
        Outgoing outgoing = desired.get().outgoing(key);
        Optional<Item> foreign = bound.connector().foreign(itemId, outgoing);
        if (foreign.isEmpty()) {
            return new Sync.AdoptResult.NoItem();
        }
        Optional<ItemKey> other = foreign.get().marks().map(Marks::key).filter(k -> !k.equals(key));
        if (other.isPresent()) {
            return new Sync.AdoptResult.Linked(other.get(), itemId);
        }
        Item marked = bound.connector().update(foreign.get(), outgoing, foreign.get().content());
        Installation installation =
                new Installation(
                        bound.target().name(),
                        key,
                        marked.id(),
                        release.get().id().version(),
                        release.get().digest(),
                        Installation.State.ADOPTED,
                        base.isPresent()
                                ? Ancestor.of(bound.connector().render(outgoing))
                                : Ancestor.NONE,
                        0,
                        clock.instant());
        store.put(installation);
        return new Sync.AdoptResult.Adopted(installation);
    }

    int unlink(Targets.Bound bound, PackId pack, ArticleId article) throws IOException {
        int linked = 0;
        for (Installation each :
                store.installations(
                        new SyncStore.Filter(
                                Optional.of(bound.target().name()),
                                Optional.of(pack),
                                Optional.of(article)))) {
            if (each.state() != Installation.State.UNLINKED) {
                Optional<Item> item = bound.connector().item(each.item());
                if (item.isPresent()) {
                    bound.connector().unmark(item.get());
                }
                store.put(each.as(Installation.State.UNLINKED, clock.instant()));
                linked++;
            }
        }
        return linked;
    }
}

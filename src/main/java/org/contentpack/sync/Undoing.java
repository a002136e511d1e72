package org.contentpack.sync;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.compare.Ancestor;
import org.contentpack.compare.Content;
import org.contentpack.compare.ContentMerge;
import org.contentpack.pack.SectionId;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;

/**
 * Puts back what a run wrote, place by place, and leaves alone what somebody changed since. It is
 * safe to do twice: what is back already is not written again.
 */
final class Undoing {

    private final SyncStore store;
    private final Planner planner;
    private final Registry registry;
    private final InstantSource clock;

    Undoing(SyncStore store, Planner planner, Registry registry, InstantSource clock) {
        this.store = store;
        this.planner = planner;
        this.registry = registry;
        this.clock = clock;
    }

    /** The work of one undo. */
    Runner.ItemWork of(Targets.Bound bound, Run run) throws IOException {
        Map<ItemKey, RunItem> written = new HashMap<>();
        for (RunItem item : store.run(run.undoes().orElseThrow()).orElseThrow().items()) {
            written.put(item.key(), item);
        }
        Plan plan = store.plan(run.plan()).orElseThrow();
        Optional<Registration> applied = registry.history(plan.pack()).release(plan.to());
        return new Work(
                bound,
                run.id(),
                written,
                applied.isPresent()
                        ? Optional.of(planner.desired(bound.target(), applied.get()))
                        : Optional.empty());
    }

    private final class Work implements Runner.ItemWork {

        private final Targets.Bound bound;
        private final RunId run;
        private final Map<ItemKey, RunItem> written;
        private final Optional<Desired> applied;
        private final SureWrites writes;

        /** A run that is undone, and the release that it applied. */
        Work(
                Targets.Bound bound,
                RunId run,
                Map<ItemKey, RunItem> written,
                Optional<Desired> applied) {
            this.bound = bound;
            this.run = run;
            this.written = written;
            this.applied = applied;
            this.writes = new SureWrites(bound.connector());
        }

        @Override
        public RunItem journaled(RunItem item) {
            return item;
        }

        @Override
        public void on(RunItem item) throws IOException {
            RunItem was = Optional.ofNullable(written.get(item.key())).orElseThrow();
            Optional<Item> stands = bound.connector().item(was.item().orElseThrow());
            if (stands.isEmpty()) {
                end(item, "The item is not there any more.", List.of());
            } else if (was.action() == Action.RETIRE) {
                bringBack(item, was, stands.get());
            } else if (was.before().isEmpty()) {
                takeAway(item, was, stands.get());
            } else {
                putBack(item, was, stands.get());
            }
        }

        private void bringBack(RunItem item, RunItem was, Item stands) throws IOException {
            ItemStatus before = was.before().orElseThrow().status();
            if (!isUntouched(was, stands) || stands.status() != ItemStatus.DRAFT) {
                end(
                        item,
                        "Somebody changed the item since; it was left alone.",
                        List.of(Places.STATUS.id()));
                return;
            }
            Item back = stands.status() == before ? stands : writes.move(stands, before);
            store.settle(
                    run,
                    item.done(back, writes.said("The item is as visible as before.")),
                    was.installation(),
                    Optional.empty());
        }

        /** What the run made goes into the trash, from where an editor can get it back. */
        private void takeAway(RunItem item, RunItem was, Item stands) throws IOException {
            if (stands.status() == ItemStatus.TRASHED) {
                forget(item, stands);
            } else if (isUntouched(was, stands)) {
                forget(item, writes.move(stands, ItemStatus.TRASHED));
            } else {
                end(
                        item,
                        "Somebody changed the new item since; it was left alone.",
                        List.of(Places.STATUS.id()));
            }
        }

        private void forget(RunItem item, Item trashed) throws IOException {
            store.settle(
                    run,
                    item.done(trashed, writes.said("The new item lies in the trash of the CMS.")),
                    Optional.empty(),
                    Optional.of(item.key()));
        }

        private void putBack(RunItem item, RunItem was, Item stands) throws IOException {
            Installation former = was.installation().orElseThrow();
            Optional<Outgoing> outgoing = outgoing(former);
            if (outgoing.isEmpty()) {
                store.settle(
                        run,
                        item.ended(
                                RunItem.State.FAILED,
                                "Version "
                                        + former.version()
                                        + " of the article may no longer be shown."),
                        Optional.empty(),
                        Optional.empty());
                return;
            }
            ContentMerge merge =
                    ContentMerge.of(
                            Ancestor.of(ours(was.after().orElseThrow())),
                            ours(was.before().orElseThrow().content()),
                            stands.content(),
                            formerNames(former, item.key()));
            List<String> left =
                    merge.undecided(Map.of()).stream().map(step -> step.place().id()).toList();
            Content result = merge.result(Map.of());
            boolean isBack =
                    result.equals(stands.content())
                            && stands.marks().equals(Optional.of(outgoing.get().marks()));
            Item back = isBack ? stands : writes.update(stands, outgoing.get(), result);
            store.settle(
                    run,
                    item.done(
                                    back,
                                    writes.said(
                                            left.isEmpty()
                                                    ? "Everything that the run wrote was put back."
                                                    : "What somebody changed since was left"
                                                            + " alone."))
                            .leaving(left),
                    Optional.of(former.as(former.state(), clock.instant())),
                    Optional.of(item.key()).filter(key -> !key.equals(former.key())));
        }

        /** The names that sections had before the release renamed them, by the names of now. */
        private Map<SectionId, SectionId> formerNames(Installation former, ItemKey key)
                throws IOException {
            Map<SectionId, SectionId> names = new HashMap<>();
            if (applied.isPresent()) {
                applied.get()
                        .sectionRenames(Optional.of(former.version()), key.article())
                        .forEach((before, now) -> names.put(now, before));
            }
            return names;
        }

        private Optional<Outgoing> outgoing(Installation former) throws IOException {
            Optional<Registration> release =
                    registry.history(former.key().pack()).release(former.version());
            if (release.isEmpty()) {
                return Optional.empty();
            }
            Desired then = planner.desired(bound.target(), release.get());
            return then.heads().containsKey(former.key())
                    ? Optional.of(then.outgoing(former.key()))
                    : Optional.empty();
        }

        private void end(RunItem item, String message, List<String> left) throws IOException {
            store.settle(
                    run,
                    item.ended(RunItem.State.UNCHANGED, message).leaving(left),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** True where the item is as the run left it. */
    private static boolean isUntouched(RunItem was, Item stands) {
        return was.after().map(stands.content()::equals).orElse(true);
    }

    /** What of a content is not an editor's own. */
    private static Content ours(Content content) {
        return new Content(
                content.fields(),
                content.body().stream().filter(p -> p.section().isPresent()).toList());
    }
}

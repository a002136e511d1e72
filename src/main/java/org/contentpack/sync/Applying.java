package org.contentpack.sync;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.compare.Ancestor;
import org.contentpack.compare.Content;
import org.contentpack.compare.ContentMerge;
import org.contentpack.pack.Digest;

/**
 * Applies one plan, item by item: journal, write, read back, settle. Killed at any point, the same
 * run goes on to the same end, because every item says in the journal what was to stand there.
 *
 * <p>For use by one thread.
 */
final class Applying implements Runner.ItemWork {

    private final SyncStore store;
    private final InstantSource clock;
    private final Targets.Bound bound;
    private final Planner.Planning planning;
    private final Plan plan;
    private final RunId run;
    private final SureWrites writes;
    private Optional<RunItem> journaled = Optional.empty();

    /**
     * @param planning what stands in the CMS now
     * @param plan what was agreed to
     */
    Applying(
            SyncStore store,
            InstantSource clock,
            Targets.Bound bound,
            Planner.Planning planning,
            Plan plan,
            RunId run) {
        this.store = store;
        this.clock = clock;
        this.bound = bound;
        this.planning = planning;
        this.plan = plan;
        this.run = run;
        this.writes = new SureWrites(bound.connector());
    }

    @Override
    public RunItem journaled(RunItem item) {
        return journaled.filter(j -> j.number() == item.number()).orElse(item);
    }

    @Override
    public void on(RunItem item) throws IOException {
        Optional<Planned> found = planning.item(item.key());
        Optional<PlanItem> agreed = plan.item(item.key());
        if (found.isEmpty() || agreed.isEmpty()) {
            fail(item, "The item is no longer what it was when the plan was made. Plan again.");
            return;
        }
        Planned planned = found.get().with(found.get().item().with(agreed.get().decisions()));
        if (item.state() == RunItem.State.WRITING) {
            goOn(item, planned);
        } else if (isSame(planned.item(), agreed.get())) {
            begin(item, planned);
        } else {
            fail(item, "Somebody changed the item after the plan was made. Plan again.");
        }
    }

    private void fail(RunItem item, String message) throws IOException {
        store.settle(
                run, item.ended(RunItem.State.FAILED, message), Optional.empty(), Optional.empty());
    }

    private static boolean isSame(PlanItem now, PlanItem agreed) {
        Digest none = Digest.of("");
        return PlanDigests.state(none, List.of(now))
                .equals(PlanDigests.state(none, List.of(agreed)));
    }

    private void begin(RunItem item, Planned planned) throws IOException {
        if (!planned.item().writes()) {
            store.settle(
                    run,
                    item.ended(RunItem.State.UNCHANGED, "Nothing had to be written."),
                    kept(planned),
                    forgotten(planned));
            return;
        }
        RunItem writing = item.writing(planned.installation(), planned.stands(), intended(planned));
        journaled = Optional.of(writing);
        store.journal(run, List.of(writing));
        write(writing, planned);
    }

    /**
     * The journal says that the item was being written when the server died. Either it was, or it
     * was not; anything else is somebody's edit.
     */
    private void goOn(RunItem item, Planned planned) throws IOException {
        Optional<Item> stands = planned.stands();
        Optional<Content> content = stands.map(Item::content);
        if (item.before().isEmpty() && item.action() == Action.CREATE) {
            if (stands.isEmpty()) {
                write(item, planned);
            } else {
                finishMade(item, planned, stands.get());
            }
        } else if (item.action() == Action.RETIRE) {
            write(item, planned);
        } else if (content.equals(item.intended())
                && stands.flatMap(Item::marks).equals(Optional.of(marks(planned)))) {
            settle(item, planned, stands.get());
        } else if (content.equals(item.before().map(RunItem.Before::content))
                || content.equals(item.intended())) {
            Content intended = item.intended().orElseThrow();
            settle(item, planned, writes.update(stands.orElseThrow(), outgoing(planned), intended));
        } else {
            fail(item, "Somebody changed the item while the server was away. Plan again.");
        }
    }

    /**
     * An item that was made just before the server died. It may lack the last touches, which nobody
     * can see from outside, such as a revision of its own; so it is written once more.
     */
    private void finishMade(RunItem item, Planned planned, Item stands) throws IOException {
        Outgoing outgoing = planning.desired().outgoing(item.key());
        Content intended = item.intended().orElseThrow();
        Item readBack = writes.update(stands, outgoing, intended);
        store.settle(
                run,
                item.done(readBack, writes.said("The item was made.")),
                Optional.of(
                        installed(
                                item.key(),
                                readBack,
                                outgoing.marks(),
                                made(intended, readBack),
                                0)),
                forgotten(planned));
    }

    private Optional<Content> intended(Planned planned) throws IOException {
        if (planned.item().action() == Action.RETIRE) {
            return Optional.empty();
        }
        return Optional.of(
                planned.merge().isPresent()
                        ? planned.merge().get().result(planned.item().choices())
                        : bound.connector()
                                .render(planning.desired().outgoing(planned.item().key())));
    }

    private void write(RunItem item, Planned planned) throws IOException {
        PlanItem wanted = planned.item();
        if (wanted.action() == Action.RETIRE) {
            retire(item, planned);
            return;
        }
        Content intended = item.intended().orElseThrow();
        if (planned.merge().isPresent()) {
            settle(
                    item,
                    planned,
                    writes.update(planned.stands().orElseThrow(), outgoing(planned), intended));
            return;
        }
        Outgoing outgoing = planning.desired().outgoing(wanted.key());
        Item made =
                planned.stands().isPresent()
                        ? restored(planned.stands().get(), outgoing, intended)
                        : writes.create(outgoing, intended, statusOfNew(outgoing));
        store.settle(
                run,
                item.done(made, writes.said("The item was made.")),
                Optional.of(
                        installed(wanted.key(), made, outgoing.marks(), made(intended, made), 0)),
                forgotten(planned));
    }

    private ItemStatus statusOfNew(Outgoing outgoing) {
        Target target = bound.target();
        return planning.desired()
                .statusOfNew(target.status(), target.allowUnreviewed().isPresent(), outgoing);
    }

    /** Out of the trash as a draft, so that an editor sees it before readers do. */
    private Item restored(Item stands, Outgoing outgoing, Content intended) throws IOException {
        return writes.update(writes.move(stands, ItemStatus.DRAFT), outgoing, intended);
    }

    private void retire(RunItem item, Planned planned) throws IOException {
        Item stands = planned.stands().orElseThrow();
        Item retired =
                stands.status() == ItemStatus.DRAFT
                        ? stands
                        : writes.move(stands, ItemStatus.DRAFT);
        store.settle(
                run,
                item.done(
                        retired, writes.said("The item is a draft now; readers no longer see it.")),
                planned.installation().map(i -> i.as(Installation.State.RETIRED, clock.instant())),
                Optional.empty());
    }

    private void settle(RunItem item, Planned planned, Item readBack) throws IOException {
        int open = planned.item().undecided().size();
        store.settle(
                run,
                item.done(
                        readBack,
                        writes.said(
                                open == 0
                                        ? "The item is in step with the release."
                                        : "Everything but what waits for a decision was"
                                                + " written.")),
                Optional.of(
                        installed(
                                planned.item().key(),
                                readBack,
                                marks(planned),
                                planned.merge()
                                        .orElseThrow()
                                        .ancestor(planned.item().choices(), readBack.content()),
                                open)),
                forgotten(planned));
    }

    /** What is known of an item that needs no write may have to move on all the same. */
    private Optional<Installation> kept(Planned planned) throws IOException {
        if (planned.item().action() == Action.RETIRE) {
            return Optional.empty();
        }
        if (planned.merge().isEmpty()) {
            return keptAway(planned);
        }
        Item stands = planned.stands().orElseThrow();
        Installation next =
                installed(
                        planned.item().key(),
                        stands,
                        marks(planned),
                        planned.merge().get().ancestor(planned.item().choices(), stands.content()),
                        planned.item().undecided().size());
        return Optional.of(next).filter(n -> !isSame(n, planned.installation()));
    }

    /**
     * An item that somebody deleted and that is to stay away: not asked again until more changes.
     */
    private Optional<Installation> keptAway(Planned planned) {
        boolean isDecided = !planned.item().decisions().isEmpty();
        return planned.installation()
                .filter(i -> isDecided)
                .map(
                        i ->
                                new Installation(
                                        i.target(),
                                        planned.item().key(),
                                        i.item(),
                                        plan.to(),
                                        plan.release(),
                                        i.state(),
                                        i.ancestor(),
                                        0,
                                        clock.instant()));
    }

    private static boolean isSame(Installation next, Optional<Installation> was) {
        return was.map(w -> next.equals(withTime(w, next.changed()))).orElse(false);
    }

    private static Installation withTime(Installation was, Instant time) {
        return was.as(was.state(), time);
    }

    private static Optional<ItemKey> forgotten(Planned planned) {
        return planned.installation()
                .map(Installation::key)
                .filter(key -> !key.equals(planned.item().key()));
    }

    private static Ancestor made(Content intended, Item readBack) {
        return ContentMerge.of(Ancestor.NONE, intended, Content.EMPTY, Map.of())
                .ancestor(Map.of(), readBack.content());
    }

    /** While a place waits for a person, the item is not in step with the release. */
    private Marks marks(Planned planned) throws IOException {
        Marks wanted = planning.desired().outgoing(planned.item().key()).marks();
        Optional<Marks> now = planned.stands().flatMap(Item::marks);
        if (planned.item().undecided().isEmpty() || now.isEmpty()) {
            return wanted;
        }
        return new Marks(
                wanted.key(),
                now.get().version(),
                now.get().release(),
                now.get().article(),
                wanted.review(),
                wanted.notice());
    }

    private Outgoing outgoing(Planned planned) throws IOException {
        return planning.desired().outgoing(planned.item().key()).with(marks(planned));
    }

    private Installation installed(
            ItemKey key, Item item, Marks marks, Ancestor ancestor, int open) {
        return new Installation(
                bound.target().name(),
                key,
                item.id(),
                marks.version(),
                marks.release(),
                open == 0 ? Installation.State.LINKED : stateWhileOpen(key),
                ancestor,
                open,
                clock.instant());
    }

    /** An adopted item stays one until all its differences were decided. */
    private Installation.State stateWhileOpen(ItemKey key) {
        return planning.item(key)
                .flatMap(Planned::installation)
                .map(Installation::state)
                .orElse(Installation.State.LINKED);
    }
}

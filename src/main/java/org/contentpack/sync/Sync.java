package org.contentpack.sync;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Resolution;
import org.contentpack.version.Selector;
import org.contentpack.version.Version;

/**
 * The one door to synchronisation: plans what a release would change in a CMS, takes decisions,
 * applies exactly that, and puts it back.
 *
 * <p>Nothing of an editor's is overwritten without a decision. A plan changes nothing; applying is
 * journaled before each write, so that a run that was killed at any point goes on to the same end.
 *
 * <p>Safe for use by several threads, and by several servers on one store. What needs the CMS
 * throws {@link ConnectorException}, what needs the store another {@link IOException}.
 */
public final class Sync {

    /**
     * How long a server may be silent before another goes on with its runs: longer than a connector
     * may take for one item.
     */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Logger LOG = System.getLogger(Sync.class.getName());

    /** Plans and runs that a list has at most. */
    private static final int LISTED = 50;

    private final Registry registry;
    private final Targets targets;
    private final SyncStore store;
    private final Executor executor;
    private final InstantSource clock;
    private final Planner planner;
    private final Runner runner;
    private final Fleet fleet;

    /** The runs that this server works on. */
    private final Set<RunId> active = ConcurrentHashMap.newKeySet();

    /**
     * Synchronisation with some targets.
     *
     * @param executor on which runs go on; one thread for each target is enough
     * @param server a name that no other process has
     */
    public Sync(
            Registry registry,
            Targets targets,
            SyncStore store,
            Executor executor,
            InstantSource clock,
            String server) {
        this.registry = registry;
        this.targets = targets;
        this.store = store;
        this.executor = executor;
        this.clock = clock;
        this.planner = new Planner(registry, store, clock);
        this.runner =
                new Runner(
                        store,
                        planner,
                        new Undoing(store, planner, registry, clock),
                        clock,
                        server);
        this.fleet = new Fleet(registry, targets, store, clock);
    }

    /** The configured targets, sorted by name. */
    public List<Target> targets() {
        return targets.all();
    }

    public Optional<Target> target(TargetName name) {
        return targets.find(name).map(Targets.Bound::target);
    }

    /** What is missing at a target, in words. The name must be one of {@link #targets}. */
    public Check check(TargetName target) throws IOException {
        return targets.get(target).connector().check();
    }

    /** Does the one-time set-up of a target as far as that can be done from here. */
    public Check prepare(TargetName target) throws IOException {
        return targets.get(target).connector().prepare();
    }

    /** What came of making a plan. */
    public sealed interface PlanResult {
        record Planned(Plan plan) implements PlanResult {}

        /** The target does not take this pack. */
        record NotTaken() implements PlanResult {}

        /** Nothing of the pack fits the selector. */
        record NoRelease() implements PlanResult {}

        /** The target's policy is to hold. */
        record Held() implements PlanResult {}
    }

    /**
     * Reads the CMS and plans. Where the selector chooses nothing because everything was withdrawn,
     * what stands in the CMS is planned to be retired.
     */
    public PlanResult plan(TargetName target, PackId pack, Selector to, String caller)
            throws IOException {
        Targets.Bound bound = targets.get(target);
        if (!bound.target().packs().contains(pack)) {
            return new PlanResult.NotTaken();
        }
        if (bound.target().policy() instanceof UpdatePolicy.Hold) {
            return new PlanResult.Held();
        }
        Optional<Registration> release = release(target, pack, to);
        if (release.isEmpty()) {
            return new PlanResult.NoRelease();
        }
        Planner.Planning planning = planner.plan(bound, release.get());
        return new PlanResult.Planned(
                store.add(plan(target, release.get(), planning.planItems(), caller)));
    }

    private Plan plan(
            TargetName target, Registration release, List<PlanItem> items, String caller) {
        return new Plan(
                new PlanId(1),
                target,
                release.id().pack(),
                release.id().version(),
                release.digest(),
                clock.instant(),
                caller,
                items,
                PlanDigests.state(release.digest(), items),
                Optional.empty());
    }

    private Optional<Registration> release(TargetName target, PackId pack, Selector to)
            throws IOException {
        PackHistory history = registry.history(pack);
        Resolution resolution = history.resolve(to);
        if (resolution instanceof Resolution.Exact exact) {
            return Optional.of(exact.registration());
        }
        if (resolution instanceof Resolution.Chosen chosen) {
            return Optional.of(chosen.registration());
        }
        return to instanceof Selector.Exact ? Optional.empty() : highestInstalled(target, history);
    }

    private Optional<Registration> highestInstalled(TargetName target, PackHistory history)
            throws IOException {
        return store.installations(SyncStore.Filter.of(target, history.pack())).stream()
                .map(Installation::version)
                .max(Version::compareTo)
                .flatMap(history::release);
    }

    public Optional<Plan> plan(PlanId id) throws IOException {
        return store.plan(id);
    }

    /** The newest plans of a target, newest first, at most 50. */
    public List<Plan> plans(TargetName target) throws IOException {
        return store.plans(target, LISTED);
    }

    /** One settled step as it was sent. */
    public record Wanted(ItemKey item, Place place, Choice choice, String person, String reason) {}

    /** What came of deciding. */
    public sealed interface DecideResult {
        /** Kept; the plan has another digest now. */
        record Decided(Plan plan) implements DecideResult {}

        /** The plan has another digest by now; nothing was kept. */
        record Stale(Plan now) implements DecideResult {}

        /** The plan was applied already. */
        record Applied(RunId by) implements DecideResult {}

        /** The plan has no such open step; nothing was kept. */
        record NoSuchStep(ItemKey item, Place place) implements DecideResult {}
    }

    /**
     * Settles open steps of a plan. A step may be decided again until the plan is applied.
     *
     * @param expected the digest of the plan that was decided on
     * @throws IllegalArgumentException where there is no such plan
     */
    public DecideResult decide(PlanId id, Digest expected, List<Wanted> decisions, String caller)
            throws IOException {
        Plan plan = planOf(id);
        if (plan.run().isPresent()) {
            return new DecideResult.Applied(plan.run().get());
        }
        if (!plan.digest().equals(expected)) {
            return new DecideResult.Stale(plan);
        }
        List<Remembered> remembered = new ArrayList<>();
        Plan decided = plan;
        for (Wanted wanted : decisions) {
            Optional<PlanItem> item = decided.item(wanted.item());
            Optional<Step> step =
                    item.flatMap(i -> i.step(wanted.place()))
                            .filter(s -> s.outcome().isOpen())
                            .filter(s -> isPossible(s.place(), wanted.choice()));
            if (item.isEmpty() || step.isEmpty()) {
                return new DecideResult.NoSuchStep(wanted.item(), wanted.place());
            }
            Decision decision =
                    new Decision(
                            wanted.item(),
                            wanted.place(),
                            wanted.choice(),
                            wanted.person(),
                            wanted.reason(),
                            caller,
                            clock.instant());
            decided = decided.with(replaced(decided.items(), item.get(), decision));
            remembered.add(
                    new Remembered(
                            decision,
                            Planner.ours(step.get().outcome()),
                            Planner.theirs(step.get().outcome())));
        }
        if (!store.replace(decided, expected)) {
            return new DecideResult.Stale(planOf(id));
        }
        store.remember(plan.target(), remembered);
        return new DecideResult.Decided(decided);
    }

    /** Whether an item is there can be decided, not written. */
    private static boolean isPossible(Place place, Choice choice) {
        return !place.equals(Places.STATUS) || !(choice instanceof Choice.Write);
    }

    private static List<PlanItem> replaced(List<PlanItem> items, PlanItem item, Decision decision) {
        List<Decision> decisions = new ArrayList<>(item.decisions());
        decisions.removeIf(d -> d.place().equals(decision.place()));
        decisions.add(decision);
        decisions.sort(Comparator.comparing(Decision::place, Places.BY_ID));
        return items.stream().map(i -> i.key().equals(item.key()) ? i.with(decisions) : i).toList();
    }

    private Plan planOf(PlanId id) throws IOException {
        return store.plan(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no plan " + id));
    }

    /** What came of beginning to apply. */
    public sealed interface ApplyResult {
        /** A run has begun and goes on by itself. */
        record Started(Run run) implements ApplyResult {}

        /** The CMS, the release's status or the plan is not as it was; make a new plan. */
        record Stale(String reason) implements ApplyResult {}

        /** The plan was applied already. */
        record Applied(RunId by) implements ApplyResult {}

        /** Another run is working on the target. */
        record Busy(RunId by) implements ApplyResult {}

        /** Something is missing at the target; nothing was written. */
        record NotReady(Check check) implements ApplyResult {}
    }

    /**
     * Begins to apply exactly the plan with this digest.
     *
     * @param expected the digest of the plan that was agreed to
     * @throws IllegalArgumentException where there is no such plan
     */
    public ApplyResult apply(PlanId id, Digest expected, String caller) throws IOException {
        Plan plan = planOf(id);
        if (plan.run().isPresent()) {
            return new ApplyResult.Applied(plan.run().get());
        }
        if (!plan.digest().equals(expected)) {
            return new ApplyResult.Stale("Decisions were made since; look at the plan again.");
        }
        Optional<Targets.Bound> bound = targets.find(plan.target());
        Optional<Registration> release = registry.history(plan.pack()).release(plan.to());
        if (bound.isEmpty() || release.isEmpty()) {
            return new ApplyResult.Stale("The target or the release is no longer there.");
        }
        Check check = bound.get().connector().check();
        if (!check.isReady()) {
            return new ApplyResult.NotReady(check);
        }
        Planner.Planning now = planner.plan(bound.get(), release.get());
        if (!PlanDigests.state(release.get().digest(), among(now.planItems(), plan))
                .equals(plan.state())) {
            return new ApplyResult.Stale(
                    "The CMS or the release's status has changed since the plan was made.");
        }
        List<RunItem> items = new ArrayList<>();
        for (PlanItem item : plan.items()) {
            items.add(RunItem.waiting(items.size(), item));
        }
        Run run =
                new Run(
                        new RunId(1),
                        plan.id(),
                        plan.target(),
                        Optional.empty(),
                        Run.State.RUNNING,
                        caller,
                        clock.instant(),
                        Optional.empty(),
                        false,
                        items);
        SyncStore.Begun begun = store.begin(run, Optional.of(expected), runner.lease());
        if (begun instanceof SyncStore.Begun.Busy busy) {
            return new ApplyResult.Busy(busy.by());
        }
        if (begun instanceof SyncStore.Begun.Started started) {
            start(started.run());
            return new ApplyResult.Started(started.run());
        }
        return new ApplyResult.Stale("The plan was changed or applied at the same moment.");
    }

    /** A plan may be for some items only. */
    private static List<PlanItem> among(List<PlanItem> items, Plan plan) {
        return items.stream().filter(item -> plan.item(item.key()).isPresent()).toList();
    }

    public Optional<Run> run(RunId id) throws IOException {
        return store.run(id);
    }

    /** The newest runs of a target, newest first, at most 50, without their items. */
    public List<Run> runs(TargetName target) throws IOException {
        return store.runs(target, LISTED);
    }

    /** What came of beginning to undo. */
    public sealed interface UndoResult {
        record Started(Run run) implements UndoResult {}

        /** The run has not ended, or is itself an undo. */
        record NotPossible(String reason) implements UndoResult {}

        record Busy(RunId by) implements UndoResult {}
    }

    /**
     * Begins to put back every place that a run wrote, unless somebody changed it since.
     *
     * @throws IllegalArgumentException where there is no such run
     */
    public UndoResult undo(RunId id, String caller) throws IOException {
        Run run =
                store.run(id)
                        .orElseThrow(() -> new IllegalArgumentException("there is no run " + id));
        if (!run.isEnded()) {
            return new UndoResult.NotPossible("The run has not ended yet.");
        }
        if (run.undoes().isPresent()) {
            return new UndoResult.NotPossible("An undo is put back by applying a new plan.");
        }
        List<RunItem> items = new ArrayList<>();
        for (RunItem item : run.items()) {
            if (item.state() == RunItem.State.DONE) {
                items.add(RunItem.undoing(items.size(), item));
            }
        }
        SyncStore.Begun begun =
                store.begin(
                        new Run(
                                new RunId(1),
                                run.plan(),
                                run.target(),
                                Optional.of(id),
                                Run.State.RUNNING,
                                caller,
                                clock.instant(),
                                Optional.empty(),
                                false,
                                items),
                        Optional.empty(),
                        runner.lease());
        if (begun instanceof SyncStore.Begun.Busy busy) {
            return new UndoResult.Busy(busy.by());
        }
        if (begun instanceof SyncStore.Begun.Started started) {
            start(started.run());
            return new UndoResult.Started(started.run());
        }
        return new UndoResult.NotPossible("The run was undone already.");
    }

    /** Asks a run to stop after the item at hand; false where it has ended. */
    public boolean cancel(RunId id) throws IOException {
        Optional<Run> run = store.run(id).filter(r -> !r.isEnded());
        if (run.isPresent()) {
            store.cancel(id);
        }
        return run.isPresent();
    }

    /** Goes on with runs that no server works on any more; called now and then. */
    public void resume() throws IOException {
        for (Run run : store.unfinished()) {
            if (!active.contains(run.id())
                    && store.hold(run.id(), runner.lease(), clock.instant())
                            != SyncStore.Hold.LOST) {
                start(run);
            }
        }
    }

    private void start(Run run) {
        if (!active.add(run.id())) {
            return;
        }
        try {
            executor.execute(() -> work(run.id()));
        } catch (RejectedExecutionException e) {
            active.remove(run.id());
            LOG.log(Level.INFO, "run {0} waits for the next round", run.id());
        }
    }

    private void work(RunId id) {
        try {
            Run run = store.run(id).orElseThrow();
            Plan plan = planOf(run.plan());
            Targets.Bound bound = targets.get(run.target());
            Registration release =
                    registry.history(plan.pack())
                            .release(plan.to())
                            .orElseThrow(
                                    () -> new IOException("the release of the plan is not known"));
            runner.work(bound, run, plan, release);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "run " + id + " waits for the store and goes on by itself", e);
        } finally {
            active.remove(id);
        }
    }

    /** Reads the CMS: which items are not as the last apply left them. */
    public List<Drift> drift(TargetName target) throws IOException {
        return new Drifting(targets.get(target), store, clock).drifts();
    }

    /** What came of adopting. */
    public sealed interface AdoptResult {
        record Adopted(Installation installation) implements AdoptResult {}

        /** The CMS has no such item. */
        record NoItem() implements AdoptResult {}

        /** The target does not take the article, or the pack has no such article. */
        record NoArticle() implements AdoptResult {}

        /** The article stands in the CMS already, or the item is another article's. */
        record Linked(ItemKey key, String item) implements AdoptResult {}
    }

    /**
     * Links an item that was there before us. Its text stays as it is; every difference becomes a
     * decision of the next plan.
     *
     * @param item the CMS's name for it
     * @param base the version that its text came from; empty where it came from none
     */
    public AdoptResult adopt(TargetName target, ItemKey key, String item, Optional<Version> base)
            throws IOException {
        return new Adoption(registry, planner, store, clock)
                .adopt(targets.get(target), key, item, base);
    }

    /**
     * Stops the updates of an article's items in all languages and leaves their texts.
     *
     * @return how many were linked
     */
    public int unlink(TargetName target, PackId pack, ArticleId article) throws IOException {
        return new Adoption(registry, planner, store, clock)
                .unlink(targets.get(target), pack, article);
    }

    /** Where our articles stand and what is due there, sorted by target and key. */
    public List<FleetEntry> fleet(SyncStore.Filter filter) throws IOException {
        return fleet.entries(filter);
    }

    /**
     * Plans and applies by itself where targets ask for it: items that nobody touched, with changes
     * of the kinds that the policy names, and nothing else. Called now and then.
     */
    public void automate() throws IOException {
        for (Target target : targets.all()) {
            if (target.policy() instanceof UpdatePolicy.Auto auto) {
                for (PackId pack : target.packs()) {
                    tryToAutomate(targets.get(target.name()), auto, pack);
                }
            }
        }
    }

    /** A CMS that cannot be reached keeps no other from being updated. */
    private void tryToAutomate(Targets.Bound bound, UpdatePolicy.Auto auto, PackId pack)
            throws IOException {
        try {
            automate(bound, auto, pack);
        } catch (ConnectorException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} was not updated: {1}",
                    bound.target().name(),
                    e.getMessage());
        }
    }

    private void automate(Targets.Bound bound, UpdatePolicy.Auto auto, PackId pack)
            throws IOException {
        Optional<Registration> latest = registry.history(pack).latest();
        if (latest.isEmpty() || !isBehind(bound.target(), latest.get())) {
            return;
        }
        List<PlanItem> items =
                planner.plan(bound, latest.get()).planItems().stream()
                        .filter(item -> isAutomatic(item, auto))
                        .toList();
        if (!items.isEmpty()) {
            Plan plan = store.add(plan(bound.target().name(), latest.get(), items, "policy auto"));
            apply(plan.id(), plan.digest(), "policy auto");
        }
    }

    /** Asks the CMS only where something may be due there. */
    private boolean isBehind(Target target, Registration latest) throws IOException {
        return store.installations(SyncStore.Filter.of(target.name(), latest.id().pack())).stream()
                .filter(i -> i.state() == Installation.State.LINKED)
                .anyMatch(i -> i.version().compareTo(latest.id().version()) < 0);
    }

    private static boolean isAutomatic(PlanItem item, UpdatePolicy.Auto auto) {
        return item.action() == Action.UPDATE
                && !item.changes().isEmpty()
                && item.changes().stream().allMatch(c -> auto.kinds().contains(c.kind()));
    }
}

package org.contentpack.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Place;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
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

    /** How long a server may be silent before another goes on with its runs. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** The configured targets, sorted by name. */
    public List<Target> targets() {
        throw new UnsupportedOperationException();
    }

    public Optional<Target> target(TargetName name) {
        throw new UnsupportedOperationException();
    }

    /** What is missing at a target, in words. The name must be one of {@link #targets}. */
    public Check check(TargetName target) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Does the one-time set-up of a target as far as that can be done from here. */
    public Check prepare(TargetName target) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What came of making a plan. */
    public sealed interface PlanResult {
        record Planned(Plan plan) implements PlanResult {}

        /** The target does not take this pack. */
        record NotTaken() implements PlanResult {}

        /** Nothing of the pack fits the selector. */
        record NoRelease() implements PlanResult {}

        /** The release that was asked for was withdrawn for harm or law. */
        record Withdrawn(Version version) implements PlanResult {}

        /** The target's policy is to hold. */
        record Held() implements PlanResult {}
    }

    /** Reads the CMS and plans. */
    public PlanResult plan(TargetName target, PackId pack, Selector to, String caller)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    public Optional<Plan> plan(PlanId id) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The newest plans of a target, newest first, at most 50. */
    public List<Plan> plans(TargetName target) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** One settled step as it was sent. */
    public record Wanted(ItemKey item, Place place, Choice choice, String person, String reason) {}

    /** What came of deciding. */
    public sealed interface DecideResult {
        /** Kept; the plan has another digest now. */
        record Decided(Plan plan) implements DecideResult {}

        /** The plan has this digest by now; nothing was kept. */
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
     */
    public DecideResult decide(PlanId plan, Digest expected, List<Wanted> decisions, String caller)
            throws IOException {
        throw new UnsupportedOperationException();
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
    }

    /**
     * Begins to apply exactly the plan with this digest.
     *
     * @param expected the digest of the plan that was agreed to
     */
    public ApplyResult apply(PlanId plan, Digest expected, String caller) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Optional<Run> run(RunId id) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The newest runs of a target, newest first, at most 50, without their items. */
    public List<Run> runs(TargetName target) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What came of beginning to undo. */
    public sealed interface UndoResult {
        record Started(Run run) implements UndoResult {}

        /** The run has not ended, or is itself an undo, or was undone already. */
        record NotPossible(String reason) implements UndoResult {}

        record Busy(RunId by) implements UndoResult {}
    }

    /** Begins to put back every place that a run wrote, unless somebody changed it since. */
    public UndoResult undo(RunId run, String caller) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Asks a run to stop after the item at hand; false where it has ended. */
    public boolean cancel(RunId run) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads the CMS: which items are not as the last apply left them. */
    public List<Drift> drift(TargetName target) throws IOException {
        throw new UnsupportedOperationException();
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
    public AdoptResult adopt(
            TargetName target, ItemKey key, String item, Optional<Version> base, String caller)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Stops the updates of an article's items in all languages and leaves their texts.
     *
     * @return how many were linked
     */
    public int unlink(TargetName target, PackId pack, ArticleId article, String caller)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Where our articles stand and what is due there, sorted by target and key. */
    public List<FleetEntry> fleet(SyncStore.Filter filter) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Goes on with runs that no server works on any more; called now and then. */
    public void resume() throws IOException {
        throw new UnsupportedOperationException();
    }
}

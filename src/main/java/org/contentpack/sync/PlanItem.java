package org.contentpack.sync;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.pack.ChangeKind;
import org.contentpack.version.Version;

/**
 * What a plan wants to do with one item.
 *
 * @param presence how item and article stand to each other
 * @param title of the article in the release; its id where it is no longer there
 * @param item the CMS's name for it; empty where it has to be made
 * @param from the version that the item is in step with now
 * @param steps every place where the three states differ; none for an item that has to be made
 * @param changes what the releases since {@code from} say of the article, oldest first
 * @param decisions those that settle steps of this item
 * @param notes what an editor should know beside the steps, in sentences
 * @param remarks whether the item says of itself something else than the release would
 */
public record PlanItem(
        ItemKey key,
        Presence presence,
        String title,
        Optional<String> item,
        Optional<URI> editAddress,
        Optional<Version> from,
        List<Step> steps,
        List<ChangeNote> changes,
        List<Decision> decisions,
        List<String> notes,
        boolean remarks) {

    public PlanItem {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
        decisions = List.copyOf(decisions);
        notes = List.copyOf(notes);
    }

    /** How an item of a CMS and an article of a release stand to each other. */
    public enum Presence {
        /** There is no item yet. */
        NEW,
        /** There is one. */
        PRESENT,
        /** Somebody deleted it, or put it into the trash. */
        AWAY,
        /** There is one, and no article any more. */
        UNWANTED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Presence> parse(String text) {
            return Arrays.stream(values()).filter(p -> p.id().equals(text)).findFirst();
        }
    }

    /** What applying does to the item as long as nobody decides anything else. */
    public Action action() {
        return switch (presence) {
            case NEW -> Action.CREATE;
            case UNWANTED -> Action.RETIRE;
            case AWAY ->
                    undecided().isEmpty()
                            ? (writes() ? Action.CREATE : Action.KEEP)
                            : Action.CONFLICT;
            case PRESENT -> actionOfPresent();
        };
    }

    private Action actionOfPresent() {
        if (!undecided().isEmpty()) {
            return Action.CONFLICT;
        }
        boolean isLocal =
                !decisions.isEmpty()
                        || steps.stream().anyMatch(s -> s.outcome() instanceof Outcome.Kept);
        if (writes()) {
            return isLocal ? Action.MERGE : Action.UPDATE;
        }
        return isLocal ? Action.KEEP : Action.UNCHANGED;
    }

    /** Whether applying sends anything to the CMS. */
    public boolean writes() {
        return presence == Presence.NEW
                || (presence == Presence.PRESENT && remarks && undecided().isEmpty())
                || steps.stream().anyMatch(this::isWritten);
    }

    private boolean isWritten(Step step) {
        Outcome outcome = step.outcome();
        if (outcome instanceof Outcome.Taken) {
            return true;
        }
        Optional<Choice> choice = decision(step.place()).map(Decision::choice);
        return outcome.isOpen() && choice.filter(c -> !(c instanceof Choice.KeepLocal)).isPresent();
    }

    /** True where readers of the former text may come to harm. */
    public boolean isSafety() {
        return changes.stream().anyMatch(change -> change.kind() == ChangeKind.SAFETY);
    }

    public Optional<Decision> decision(Place place) {
        return decisions.stream().filter(d -> d.place().equals(place)).findFirst();
    }

    public Optional<Step> step(Place place) {
        return steps.stream().filter(s -> s.place().equals(place)).findFirst();
    }

    /** Steps that wait for a person. */
    public List<Step> undecided() {
        return steps.stream()
                .filter(step -> step.outcome().isOpen() && decision(step.place()).isEmpty())
                .toList();
    }

    /** What settles steps of the content, by place. */
    Map<Place, Choice> choices() {
        Map<Place, Choice> choices = new TreeMap<>(Places.BY_ID);
        decisions.forEach(d -> choices.put(d.place(), d.choice()));
        choices.remove(Places.STATUS);
        return choices;
    }

    PlanItem with(List<Decision> others) {
        return new PlanItem(
                key,
                presence,
                title,
                item,
                editAddress,
                from,
                steps,
                changes,
                others,
                notes,
                remarks);
    }
}

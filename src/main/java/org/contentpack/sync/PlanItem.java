package org.contentpack.sync;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.pack.ChangeKind;
import org.contentpack.version.Version;

/**
 * What a plan wants to do with one item.
 *
 * @param title of the article in the release; its id where it is no longer there
 * @param item the CMS's name for it; empty where it has to be made
 * @param from the version that the item is in step with now
 * @param steps every place where the three states differ; none for an item that has to be made
 * @param changes what the releases since {@code from} say of the article, oldest first
 * @param decisions those that settle steps of this item
 * @param notes what an editor should know beside the steps, in sentences
 * @param writes whether applying sends anything to the CMS
 */
public record PlanItem(
        ItemKey key,
        Action action,
        String title,
        Optional<String> item,
        Optional<URI> editAddress,
        Optional<Version> from,
        List<Step> steps,
        List<ChangeNote> changes,
        List<Decision> decisions,
        List<String> notes,
        boolean writes) {

    public PlanItem {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
        decisions = List.copyOf(decisions);
        notes = List.copyOf(notes);
    }

    /** True where readers of the former text may come to harm. */
    public boolean isSafety() {
        return changes.stream().anyMatch(change -> change.kind() == ChangeKind.SAFETY);
    }

    public Optional<Decision> decision(Place place) {
        return decisions.stream().filter(d -> d.place().equals(place)).findFirst();
    }

    /** Steps that wait for a person. */
    public List<Step> undecided() {
        return steps.stream()
                .filter(step -> step.outcome().isOpen() && decision(step.place()).isEmpty())
                .toList();
    }

    Map<Place, Choice> choices() {
        Map<Place, Choice> choices = new TreeMap<>(Places.BY_ID);
        decisions.forEach(d -> choices.put(d.place(), d.choice()));
        return choices;
    }
}

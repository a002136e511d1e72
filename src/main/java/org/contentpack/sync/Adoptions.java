package org.contentpack.sync;

import java.util.Optional;
import org.contentpack.compare.ContentMerge;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.compare.Value;

/** Turns what would be taken into an item that was there before us into questions to people. */
final class Adoptions {

    private Adoptions() {}

    static ContentMerge allForPeople(ContentMerge merge) {
        return new ContentMerge(
                merge.base(),
                merge.ours(),
                merge.theirs(),
                merge.steps().stream().map(step -> asked(step, merge)).toList());
    }

    private static Step asked(Step step, ContentMerge merge) {
        return step.outcome() instanceof Outcome.Taken taken && !isTerms(step.place(), merge)
                ? new Step(
                        step.place(),
                        new Outcome.Conflict(taken.before(), taken.text(), taken.before()))
                : step;
    }

    /** Tags of both sides live beside each other and need no question. */
    private static boolean isTerms(Place place, ContentMerge merge) {
        return place instanceof Place.Field field
                && Optional.ofNullable(merge.ours().fields().get(field.name()))
                        .filter(Value.Terms.class::isInstance)
                        .isPresent();
    }
}

package org.contentpack.rest;

import java.util.Optional;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Step;
import org.contentpack.sync.Decision;

/**
 * The wire shape of one place where release and CMS differ; {@code docs/api/step.json}. A text that
 * is absent means that the place is not there on that side.
 *
 * @param base what both sides come from
 * @param ours the release's text
 * @param theirs the text that stands in the CMS
 * @param text what applying leaves there as long as nobody decides anything else; with {@code
 *     proposed}, what is proposed
 */
record StepAnswer(
        String place,
        String outcome,
        Optional<String> base,
        Optional<String> ours,
        Optional<String> theirs,
        Optional<String> text,
        Optional<DecisionAnswer> decision) {

    static StepAnswer of(Step step, Optional<Decision> decision) {
        String place = step.place().id();
        Optional<DecisionAnswer> decided = decision.map(DecisionAnswer::of);
        Outcome outcome = step.outcome();
        if (outcome instanceof Outcome.Same same) {
            return new StepAnswer(
                    place,
                    "same",
                    Optional.empty(),
                    same.text(),
                    same.text(),
                    same.text(),
                    decided);
        }
        if (outcome instanceof Outcome.Taken taken) {
            return new StepAnswer(
                    place,
                    "taken",
                    taken.before(),
                    taken.text(),
                    taken.before(),
                    taken.text(),
                    decided);
        }
        if (outcome instanceof Outcome.Kept kept) {
            return new StepAnswer(
                    place, "kept", kept.before(), kept.before(), kept.text(), kept.text(), decided);
        }
        if (outcome instanceof Outcome.Proposed proposed) {
            return new StepAnswer(
                    place,
                    "proposed",
                    proposed.base(),
                    Optional.of(proposed.ours()),
                    Optional.of(proposed.theirs()),
                    Optional.of(proposed.text()),
                    decided);
        }
        Outcome.Conflict conflict = (Outcome.Conflict) outcome;
        return new StepAnswer(
                place,
                "conflict",
                conflict.base(),
                conflict.ours(),
                conflict.theirs(),
                Optional.empty(),
                decided);
    }
}

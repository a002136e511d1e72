package org.contentpack.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contentpack.compare.Choice.KeepLocal;

/**
 * An {@link Outcome} and what a person chose there.
 *
 * @param choice only where the outcome is open: what nobody was asked cannot lose an editor's text
 */
record Ruling(Outcome outcome, Optional<Choice> choice) {

    private static final Ruling NOTHING_THERE =
            new Ruling(new Outcome.Same(Optional.empty()), Optional.empty());

    Ruling {
        choice = choice.filter(unused -> outcome.isOpen());
    }

    /** The ruling at each place; where there is no step, nothing is there. */
    static Function<Place, Ruling> of(List<Step> steps, Map<Place, Choice> choices) {
        Map<Place, Ruling> rulings = new HashMap<>();
        for (Step step : steps) {
            Optional<Choice> choice = Optional.ofNullable(choices.get(step.place()));
            rulings.put(step.place(), new Ruling(step.outcome(), choice));
        }
        return place -> rulings.getOrDefault(place, NOTHING_THERE);
    }

    /** True where a person still has to decide. */
    boolean isWaiting() {
        return outcome.isOpen() && choice.isEmpty();
    }

    /** What is done at an open place: nothing, until somebody decides. */
    Choice made() {
        return choice.orElseGet(KeepLocal::new);
    }
}

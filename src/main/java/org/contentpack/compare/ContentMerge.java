package org.contentpack.compare;

import java.util.List;
import java.util.Map;
import org.contentpack.pack.SectionId;

/**
 * Three contents and what they come to, place by place. The rules are in {@code docs/sync.md}.
 *
 * @param base under the section ids of the release, as {@code theirs} is
 * @param steps fields by name, then sections in the order of the result, then the order; a step for
 *     every place that any of the three has, {@link Outcome.Same} included
 */
public record ContentMerge(Ancestor base, Content ours, Content theirs, List<Step> steps) {

    public ContentMerge {
        steps = List.copyOf(steps);
    }

    /**
     * Merges.
     *
     * @param ours what the release says now: sections only
     * @param theirs what stands in the place now
     * @param renames sections that the release renamed, new id by former id
     */
    public static ContentMerge of(
            Ancestor base, Content ours, Content theirs, Map<SectionId, SectionId> renames) {
        if (ours.body().stream().anyMatch(passage -> passage.section().isEmpty())) {
            throw new IllegalArgumentException("ours must have no own passages of editors");
        }
        Renames counted = Renames.of(renames, ours, List.of(base.written(), base.read(), theirs));
        Ancestor from = counted.apply(base);
        Content local = counted.apply(theirs);
        return new ContentMerge(from, ours, local, new Comparison(from, ours, local).steps());
    }

    /** The steps that are open and that no choice settles. */
    public List<Step> undecided(Map<Place, Choice> choices) {
        return steps.stream()
                .filter(step -> step.outcome().isOpen() && !choices.containsKey(step.place()))
                .toList();
    }

    /**
     * The content to write, under the section ids of the release. What is open and undecided stays
     * as it stands locally; own passages of editors stay behind the passage that they stood behind.
     * A choice at a place that is not open has no effect.
     */
    public Content result(Map<Place, Choice> choices) {
        return new Comparison(base, ours, theirs).result(Ruling.of(steps, choices));
    }

    /**
     * What both sides come from once {@link #result} was written and read back: the release's state
     * at every place that is settled, the former ancestor where a step is still open.
     */
    public Ancestor ancestor(Map<Place, Choice> choices, Content readBack) {
        return new Comparison(base, ours, theirs).ancestor(Ruling.of(steps, choices), readBack);
    }
}

package org.contentpack.compare;

import java.util.List;
import java.util.Map;
import org.contentpack.pack.SectionId;

/**
 * Three contents and what they come to, place by place.
 *
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
     * @param ours what the release says now
     * @param theirs what stands in the place now
     * @param renames sections that the release renamed, new id by former id
     */
    public static ContentMerge of(
            Ancestor base, Content ours, Content theirs, Map<SectionId, SectionId> renames) {
        throw new UnsupportedOperationException();
    }

    /** True where a step is open and no choice settles it. */
    public List<Step> undecided(Map<Place, Choice> choices) {
        return steps.stream()
                .filter(step -> step.outcome().isOpen() && !choices.containsKey(step.place()))
                .toList();
    }

    /**
     * The content to write. What is open and undecided stays as it stands locally; own passages of
     * editors stay behind the passage that they stood behind.
     */
    public Content result(Map<Place, Choice> choices) {
        throw new UnsupportedOperationException();
    }

    /**
     * What both sides come from once {@link #result} was written and read back: the release's state
     * at every place that is settled, the former ancestor where a step is still open.
     */
    public Ancestor ancestor(Map<Place, Choice> choices, Content readBack) {
        throw new UnsupportedOperationException();
    }
}

package org.contentpack.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.SectionId;

/**
 * What editors put beside the sections, each passage behind the section that it stood behind. Where
 * that section goes away, it is the next one before it that is still there.
 */
final class OwnPassages {

    /** None at all. */
    static final OwnPassages NONE = new OwnPassages(Map.of());

    /** By section; those without a section stand in front of all. */
    private final Map<Optional<SectionId>, List<Passage>> bySection;

    private OwnPassages(Map<Optional<SectionId>, List<Passage>> bySection) {
        this.bySection = bySection;
    }

    /**
     * Those of a content.
     *
     * @param staying the sections that will still be there
     */
    static OwnPassages of(Content content, Set<SectionId> staying) {
        Map<Optional<SectionId>, List<Passage>> own = new HashMap<>();
        Optional<SectionId> behind = Optional.empty();
        for (Passage passage : content.body()) {
            if (passage.section().isEmpty()) {
                own.computeIfAbsent(behind, unused -> new ArrayList<>()).add(passage);
            } else if (staying.contains(passage.section().get())) {
                behind = passage.section();
            }
        }
        return new OwnPassages(own);
    }

    /**
     * A body of sections with the own passages behind them.
     *
     * @param order may have sections that there is no text of; they are left out
     */
    List<Passage> among(List<SectionId> order, Map<SectionId, String> texts) {
        List<Passage> body = new ArrayList<>(bySection.getOrDefault(Optional.empty(), List.of()));
        for (SectionId section : order) {
            Optional.ofNullable(texts.get(section))
                    .ifPresent(text -> body.add(Passage.of(section, text)));
            body.addAll(bySection.getOrDefault(Optional.of(section), List.of()));
        }
        return body;
    }
}

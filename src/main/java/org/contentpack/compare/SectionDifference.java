package org.contentpack.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;

/**
 * A section that is not the same in two articles.
 *
 * @param id in the later one; where it was removed, in the earlier
 * @param former its id in the earlier one, where that is another
 * @param heading in the later one, else in the earlier; empty for {@code intro}
 * @param fields heading, kind and cited sources, where they are different
 * @param words of the Markdown below the heading; where the section stands on one side only, all of
 *     it is added or removed; empty where it is the same on both
 */
public record SectionDifference(
        SectionId id,
        Optional<SectionId> former,
        Optional<String> heading,
        Set<Difference> differences,
        List<FieldChange> fields,
        Optional<WordDiff> words) {

    public SectionDifference {
        differences = Set.copyOf(differences);
        fields = List.copyOf(fields);
    }

    static SectionDifference added(Section section) {
        return new SectionDifference(
                section.id(),
                Optional.empty(),
                section.heading(),
                Set.of(Difference.ADDED),
                List.of(),
                Optional.of(WordDiff.of("", section.markdown())));
    }

    static SectionDifference removed(Section section) {
        return new SectionDifference(
                section.id(),
                Optional.empty(),
                section.heading(),
                Set.of(Difference.REMOVED),
                List.of(),
                Optional.of(WordDiff.of(section.markdown(), "")));
    }
}

package org.contentpack.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.ArticleHead;

/**
 * An article in one language that is not the same in two releases.
 *
 * @param from in the earlier release; empty where it was added
 * @param to in the later release; empty where it was removed
 * @param fields of its front matter that are different
 * @param sections that are different: those of the later release in the order of its text, then
 *     those that were removed
 * @param left why its texts were not compared; fields and sections are empty then
 */
public record ArticleDifference(
        Optional<ArticleHead> from,
        Optional<ArticleHead> to,
        Set<Difference> differences,
        List<FieldChange> fields,
        List<SectionDifference> sections,
        Optional<Left> left) {

    /** Why texts were not compared. */
    public enum Left {
        /** They were withdrawn, and are not shown here either. */
        WITHDRAWN,
        /** More differs than is compared at once. */
        TOO_MUCH
    }

    public ArticleDifference {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("an article must be on one side at least");
        }
        differences = Set.copyOf(differences);
        fields = List.copyOf(fields);
        sections = List.copyOf(sections);
    }

    /** In the later release, else in the earlier. */
    public ArticleHead head() {
        return to.or(() -> from).orElseThrow();
    }
}

package org.contentpack.pack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of an article that can be cited, compared and merged by itself.
 *
 * @param heading empty for {@link #INTRO} only
 * @param markdown everything below the heading up to the next section
 * @param digest of the section's bytes in the file, its heading line included
 * @param cautions in the order of the text; they are part of {@code markdown} too
 * @param warningSigns in the order of the text; they are part of {@code markdown} too
 */
public record Section(
        SectionId id,
        Optional<SectionKind> kind,
        Optional<String> heading,
        List<SourceId> cites,
        String markdown,
        Digest digest,
        List<Caution> cautions,
        List<WarningSign> warningSigns) {

    /** Deepest nesting of quotes and lists that is read as such; deeper is text. */
    public static final int MAX_NESTING = 64;

    /** The id of the text before the first heading. */
    public static final SectionId INTRO = new SectionId("intro");

    public Section {
        cites = List.copyOf(cites);
        cautions = List.copyOf(cautions);
        warningSigns = List.copyOf(warningSigns);
        if (heading.isEmpty() != id.equals(INTRO)) {
            throw new IllegalArgumentException(
                    "every section but \"intro\" must have a heading: \"" + id + "\"");
        }
    }

    /** The sources that the section cites, and those that its cautions do; in that order. */
    public Set<SourceId> cited() {
        Set<SourceId> cited = new LinkedHashSet<>(cites);
        cautions.forEach(caution -> cited.addAll(caution.cites()));
        return cited;
    }
}

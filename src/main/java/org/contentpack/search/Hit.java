package org.contentpack.search;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.registry.Registration;

/**
 * An article or a section that was found, in the release that it was looked for in.
 *
 * @param section empty where the article as a whole was found, by its title, summary or tags
 * @param excerpt of the section's text, or of the article's summary
 */
public record Hit(
        Registration registration,
        Release release,
        ArticleHead article,
        Optional<SectionPart> section,
        List<Piece> excerpt) {

    public Hit {
        excerpt = List.copyOf(excerpt);
    }

    /** What lists say of a section. */
    public record SectionPart(SectionId id, Optional<String> heading, Optional<SectionKind> kind) {}
}

package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.Caution;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.SourceId;
import org.contentpack.pack.WarningSign;
import org.contentpack.render.Addresses;
import org.contentpack.render.SectionHtml;

/** The wire shape of a section within its article; {@code docs/api/common.json#/$defs/section}. */
record SectionPart(
        SectionId id,
        Optional<SectionKind> kind,
        Optional<String> heading,
        List<SourceId> cites,
        String markdown,
        String html,
        Digest digest,
        List<Caution> cautions,
        List<WarningSign> warningSigns,
        String url) {

    static SectionPart of(Section section, Article article, SectionHtml html, Addresses at) {
        return new SectionPart(
                section.id(),
                section.kind(),
                section.heading(),
                section.cites(),
                section.markdown(),
                html.html(section),
                section.digest(),
                section.cautions(),
                section.warningSigns(),
                at.section(article.id(), section.id(), article.language()));
    }
}

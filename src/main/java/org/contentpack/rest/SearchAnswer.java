package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.render.Addresses;
import org.contentpack.search.Hit;
import org.contentpack.search.Piece;
import org.contentpack.version.Version;

/** The wire shape of what a search found; an item of {@code docs/api/search.json}. */
record SearchAnswer(
        PackId pack,
        Version version,
        ArticleId article,
        Language language,
        String title,
        Optional<SectionRef> section,
        List<Excerpt> excerpt,
        String reviewStatus,
        boolean stale,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissedSafetyAnswer> missedSafety,
        Optional<WithdrawalAnswer> withdrawal,
        String url,
        String articleUrl) {

    SearchAnswer {
        excerpt = List.copyOf(excerpt);
    }

    /** The section that was found. */
    record SectionRef(SectionId id, Optional<String> heading, Optional<SectionKind> kind) {

        private static SectionRef of(Hit.SectionPart part) {
            return new SectionRef(part.id(), part.heading(), part.kind());
        }
    }

    /** A stretch of plain text. */
    record Excerpt(String text, boolean match) {

        private static Excerpt of(Piece piece) {
            return new Excerpt(piece.text(), piece.isMatch());
        }
    }

    static SearchAnswer of(Hit hit, ReleaseLookup.Found found, Links links) {
        Addresses at = links.in(hit.release());
        String article = at.article(hit.article().id(), hit.article().language());
        return new SearchAnswer(
                found.registration().id().pack(),
                found.version(),
                hit.article().id(),
                hit.article().language(),
                hit.article().title(),
                hit.section().map(SectionRef::of),
                hit.excerpt().stream().map(Excerpt::of).toList(),
                found.review(hit.article()).id(),
                hit.release().isStale(hit.article()),
                MissedSafetyAnswer.of(found.served(), hit.article()),
                ArticleAnswer.withdrawal(found, hit.article().id()),
                hit.section()
                        .map(
                                section ->
                                        at.section(
                                                hit.article().id(),
                                                section.id(),
                                                hit.article().language()))
                        .orElse(article),
                article);
    }
}

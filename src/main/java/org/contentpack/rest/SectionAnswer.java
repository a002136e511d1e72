package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Release;
import org.contentpack.pack.Section;
import org.contentpack.pack.Source;
import org.contentpack.render.Addresses;
import org.contentpack.render.SectionHtml;
import org.contentpack.render.SectionHtml.Anchors;
import org.contentpack.version.Version;

/** The wire shape of a section by itself; {@code docs/api/section.json}. */
record SectionAnswer(
        PackId pack,
        Version version,
        ArticleId article,
        Language language,
        String articleTitle,
        @JsonUnwrapped SectionPart section,
        ReviewAnswer review,
        Optional<WithdrawalAnswer> withdrawal,
        Optional<String> disclaimer,
        String license,
        String publisher,
        List<Provenance> provenance,
        Digest releaseDigest,
        List<Source> sources,
        String articleUrl,
        boolean stale,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissedSafetyAnswer> missedSafety) {

    static SectionAnswer of(
            Section section, Article article, ReleaseLookup.Found found, Links links) {
        Release release = found.release();
        Manifest manifest = release.manifest();
        Addresses at = links.in(release);
        return new SectionAnswer(
                manifest.id(),
                manifest.version(),
                article.id(),
                article.language(),
                article.title(),
                SectionPart.of(
                        section, article, new SectionHtml(article, at, Anchors.TO_ARTICLE), at),
                ReviewAnswer.of(found.review(article.head())),
                ArticleAnswer.withdrawal(found, article.id()),
                article.disclaimer(),
                manifest.license(),
                manifest.publisher(),
                manifest.provenance(),
                release.digest(),
                sources(section, article),
                at.article(article.id(), article.language()),
                release.isStale(article.head()),
                MissedSafetyAnswer.of(found.served(), article.head()));
    }

    private static List<Source> sources(Section section, Article article) {
        return article.sources().stream().filter(s -> section.cited().contains(s.id())).toList();
    }
}

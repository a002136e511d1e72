package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Author;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Release;
import org.contentpack.pack.Slug;
import org.contentpack.pack.Source;
import org.contentpack.pack.Tag;
import org.contentpack.render.Addresses;
import org.contentpack.render.SectionHtml;
import org.contentpack.render.SectionHtml.Anchors;
import org.contentpack.version.Version;

/** The wire shape of an article; {@code docs/api/article.json}. */
record ArticleAnswer(
        PackId pack,
        Version version,
        ArticleId id,
        Language language,
        String direction,
        Slug slug,
        String title,
        String summary,
        List<Author> authors,
        List<Tag> tags,
        String audience,
        LocalDate firstPublished,
        LocalDate contentChanged,
        ReviewAnswer review,
        Optional<WithdrawalAnswer> withdrawal,
        Optional<String> disclaimer,
        String license,
        String publisher,
        List<Provenance> provenance,
        Digest releaseDigest,
        List<Source> sources,
        Digest contentDigest,
        boolean stale,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissedSafetyAnswer> missedSafety,
        List<TranslationAnswer> translations,
        List<SectionPart> sections,
        String url) {

    /** The wire shape of an article in one language, seen from another. */
    record TranslationAnswer(
            Language language,
            Slug slug,
            String title,
            boolean stale,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissedSafetyAnswer> missedSafety,
            String url) {}

    static ArticleAnswer of(Article article, ReleaseLookup.Found found, Links links) {
        Release release = found.release();
        Manifest manifest = release.manifest();
        Addresses at = links.in(release);
        SectionHtml html = new SectionHtml(article, at, Anchors.TO_ARTICLE);
        return new ArticleAnswer(
                manifest.id(),
                manifest.version(),
                article.id(),
                article.language(),
                article.language().isRightToLeft() ? "rtl" : "ltr",
                article.slug(),
                article.title(),
                article.summary(),
                article.authors(),
                article.tags(),
                article.audience(),
                article.firstPublished(),
                article.contentChanged(),
                ReviewAnswer.of(found.review(article.head())),
                withdrawal(found, article.id()),
                article.disclaimer(),
                manifest.license(),
                manifest.publisher(),
                manifest.provenance(),
                release.digest(),
                article.sources(),
                article.digest(),
                release.isStale(article.head()),
                MissedSafetyAnswer.of(found.served(), article.head()),
                release.translations(article.id()).stream()
                        .map(t -> translation(t, found, at))
                        .toList(),
                article.sections().stream().map(s -> SectionPart.of(s, article, html, at)).toList(),
                at.article(article.id(), article.language()));
    }

    /** Of the article by itself, else of its release. */
    static Optional<WithdrawalAnswer> withdrawal(ReleaseLookup.Found found, ArticleId article) {
        Optional<ArticleId> itself = Optional.of(article);
        return found.history()
                .inForce(found.version(), itself)
                .map(w -> WithdrawalAnswer.of(itself, w))
                .or(
                        () ->
                                found.history()
                                        .inForce(found.version(), Optional.empty())
                                        .map(w -> WithdrawalAnswer.of(Optional.empty(), w)));
    }

    private static TranslationAnswer translation(
            ArticleHead translation, ReleaseLookup.Found found, Addresses at) {
        return new TranslationAnswer(
                translation.language(),
                translation.slug(),
                translation.title(),
                found.release().isStale(translation),
                MissedSafetyAnswer.of(found.served(), translation),
                at.article(translation.id(), translation.language()));
    }
}

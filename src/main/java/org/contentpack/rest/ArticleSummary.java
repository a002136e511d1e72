package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.Release;
import org.contentpack.pack.Slug;

/** The wire shape of an article in a list; {@code docs/api/common.json#/$defs/articleSummary}. */
record ArticleSummary(
        ArticleId id,
        Language language,
        Slug slug,
        String title,
        String summary,
        String reviewStatus,
        boolean stale,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissedSafetyAnswer> missedSafety,
        Digest contentDigest,
        String url) {

    static ArticleSummary of(ArticleHead article, ReleaseLookup.Found found, Links links) {
        Release release = found.release();
        return new ArticleSummary(
                article.id(),
                article.language(),
                article.slug(),
                article.title(),
                article.summary(),
                found.review(article).id(),
                release.isStale(article),
                MissedSafetyAnswer.of(found.served(), article),
                article.digest(),
                links.in(release).article(article.id(), article.language()));
    }
}

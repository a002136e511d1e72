package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.HLT_008;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.AuthorDocument;
import org.contentpack.manifest.FrontMatterDocument;
import org.contentpack.manifest.FrontMatterDocument.ReviewDocument;

/**
 * HLT-008: no author is called a reviewer of a text that is unreviewed.
 *
 * <p>Only roles are looked at. A disclaimer that speaks of a review mostly says that there was
 * none, and a sentence cannot be understood by its words.
 */
final class ReviewersAreNotClaimed implements PackRule {

    /** Stems in English, Spanish and German; to <i>revise</i> a text is not to review it. */
    private static final Pattern REVIEW =
            Pattern.compile(
                    "\\b(?:review|revisad|revisor|geprüft|prüfer)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        boolean areAllReviewed =
                context.articles().stream().allMatch(ReviewersAreNotClaimed::isReviewed);
        if (!areAllReviewed) {
            context.manifest()
                    .ifPresent(m -> check(m.document().authors(), m.locations()::of, found));
        }
        for (ArticleDocument article : context.articles()) {
            Optional<FrontMatterDocument> frontMatter = PackContext.frontMatter(article);
            if (frontMatter.isPresent() && !isReviewed(article)) {
                check(
                        frontMatter.get().authors(),
                        pointer -> PackContext.at(article, pointer),
                        found);
            }
        }
    }

    private static boolean isReviewed(ArticleDocument article) {
        return PackContext.frontMatter(article)
                .map(FrontMatterDocument::review)
                .map(ReviewDocument::status)
                .filter("reviewed"::equals)
                .isPresent();
    }

    private static void check(
            List<AuthorDocument> authors,
            Function<String, Location> places,
            Consumer<Finding> found) {
        for (int i = 0; i < authors.size(); i++) {
            String role = authors.get(i).role();
            if (role != null && REVIEW.matcher(role).find()) {
                found.accept(
                        Finding.of(
                                HLT_008,
                                places.apply("/authors/" + i + "/role"),
                                role,
                                Optional.ofNullable(authors.get(i).name()).orElse("")));
            }
        }
    }
}

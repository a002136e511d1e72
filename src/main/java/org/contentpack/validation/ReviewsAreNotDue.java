package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_009;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument.ReviewDocument;

/**
 * QLT-009: no review is due within {@value #NOTICE_DAYS} days of a day, or was due before it.
 *
 * @param today given from outside, so that a pack has the same findings whenever it is looked at
 */
record ReviewsAreNotDue(LocalDate today) implements PackRule {

    /** Time in which a clinician can be found. */
    static final int NOTICE_DAYS = 30;

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Consumer<Finding> some = new AtMost(found);
        LocalDate last = today.plusDays(NOTICE_DAYS);
        for (ArticleDocument article : context.articles()) {
            nextReview(article)
                    .filter(next -> !next.isAfter(last))
                    .ifPresent(
                            next ->
                                    some.accept(
                                            Finding.of(
                                                    QLT_009,
                                                    PackContext.at(article, "/review/nextReview"),
                                                    next,
                                                    today)));
        }
    }

    private static Optional<LocalDate> nextReview(ArticleDocument article) {
        return PackContext.frontMatter(article)
                .map(front -> front.review())
                .map(ReviewDocument::nextReview)
                .flatMap(ReviewsAreNotDue::day);
    }

    /** Empty where the reader has reported that it is no date. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package org.contentpack.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;
import org.contentpack.signature.Signature;

/**
 * Whether an article's review counts on a day, by what its file and the statements since say. The
 * last of them decides; what the file says is the first.
 */
public sealed interface ReviewState {

    /** Nobody's review counts. */
    record Unreviewed() implements ReviewState {}

    /**
     * A review counts, or did until it became overdue.
     *
     * @param overdue from {@code nextReview} on
     * @param signedBy id of the trusted key that signed the statement; empty where none did
     */
    record Reviewed(
            Reviewer reviewer,
            Optional<String> registration,
            LocalDate lastReviewed,
            LocalDate nextReview,
            boolean overdue,
            Optional<String> signedBy)
            implements ReviewState {}

    /** The state on a day. */
    static ReviewState of(ArticleHead article, PackHistory history, LocalDate today) {
        List<GivenStatement> statements = history.reviews(article.digest());
        if (!statements.isEmpty()) {
            GivenStatement last = statements.get(statements.size() - 1);
            return last.statement() instanceof ReviewStatement.Approved a
                    ? new Reviewed(
                            a.reviewer(),
                            a.registration(),
                            a.date(),
                            a.nextReview(),
                            !today.isBefore(a.nextReview()),
                            last.signature().map(Signature::keyId))
                    : new Unreviewed();
        }
        return article.review() instanceof Review.Reviewed r
                ? new Reviewed(
                        r.reviewer(),
                        Optional.empty(),
                        r.lastReviewed(),
                        r.nextReview(),
                        !today.isBefore(r.nextReview()),
                        Optional.empty())
                : new Unreviewed();
    }

    /** {@code unreviewed}, {@code reviewed} or {@code overdue}. */
    default String id() {
        return this instanceof Reviewed reviewed
                ? (reviewed.overdue() ? "overdue" : "reviewed")
                : "unreviewed";
    }

    /** True where readers must be told that the text cannot be relied on as reviewed. */
    default boolean isOpen() {
        return !id().equals("reviewed");
    }
}

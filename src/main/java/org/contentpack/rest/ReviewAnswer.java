package org.contentpack.rest;

import java.time.LocalDate;
import java.util.Optional;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;

/** The wire shape of what an article says of its review. */
record ReviewAnswer(
        String status,
        Optional<Reviewer> reviewer,
        Optional<LocalDate> lastReviewed,
        Optional<LocalDate> nextReview) {

    static ReviewAnswer of(Review review) {
        if (review instanceof Review.Reviewed reviewed) {
            return new ReviewAnswer(
                    "reviewed",
                    Optional.of(reviewed.reviewer()),
                    Optional.of(reviewed.lastReviewed()),
                    Optional.of(reviewed.nextReview()));
        }
        return new ReviewAnswer("unreviewed", Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package org.contentpack.rest;

import java.time.LocalDate;
import java.util.Optional;
import org.contentpack.pack.Reviewer;
import org.contentpack.registry.ReviewState;

/** The wire shape of what is known of an article's review now. */
record ReviewAnswer(
        String status,
        Optional<Reviewer> reviewer,
        Optional<String> registration,
        Optional<LocalDate> lastReviewed,
        Optional<LocalDate> nextReview,
        Optional<String> signedBy) {

    static ReviewAnswer of(ReviewState state) {
        if (state instanceof ReviewState.Reviewed reviewed) {
            return new ReviewAnswer(
                    state.id(),
                    Optional.of(reviewed.reviewer()),
                    reviewed.registration(),
                    Optional.of(reviewed.lastReviewed()),
                    Optional.of(reviewed.nextReview()),
                    reviewed.signedBy());
        }
        return new ReviewAnswer(
                state.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

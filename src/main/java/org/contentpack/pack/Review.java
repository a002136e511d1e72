package org.contentpack.pack;

import java.time.LocalDate;

/** What the article itself says of its clinical review. */
public sealed interface Review {

    /** Nobody with the standing to do so has reviewed the text. */
    record Unreviewed() implements Review {}

    /**
     * A named person reviewed the text.
     *
     * @param nextReview the day from which the review is overdue; never before {@code lastReviewed}
     */
    record Reviewed(Reviewer reviewer, LocalDate lastReviewed, LocalDate nextReview)
            implements Review {
        public Reviewed {
            if (nextReview.isBefore(lastReviewed)) {
                throw new IllegalArgumentException(
                        "next review must not be before the last: "
                                + nextReview
                                + " < "
                                + lastReviewed);
            }
        }
    }
}

package org.contentpack.render;

import java.util.Optional;
import org.contentpack.pack.Review;

/**
 * What readers of a page must know of its text beside what the text says itself.
 *
 * @param review the one that counts now
 * @param overdue whether that review's time is up
 * @param notice where the text was withdrawn and is shown all the same
 * @param signedBy id of the trusted key that signed the review
 */
public record TextStatus(
        Review review, boolean overdue, Optional<Notice> notice, Optional<String> signedBy) {

    /** Where nobody signed the review. */
    public TextStatus(Review review, boolean overdue, Optional<Notice> notice) {
        this(review, overdue, notice, Optional.empty());
    }

    /**
     * Why a text should no longer be used.
     *
     * @param kind {@code superseded} or {@code expired}
     * @param note in the publisher's words; may be empty
     */
    public record Notice(String kind, String note) {

        /** Both in one line. */
        public String line() {
            return note.isEmpty() ? kind : kind + ": " + note;
        }
    }

    /** The word for a text whose review counts. */
    public static final String REVIEWED = "reviewed";

    /** {@code unreviewed}, {@code reviewed} or {@code overdue}. */
    public String state() {
        return overdue ? "overdue" : isUnreviewed() ? "unreviewed" : REVIEWED;
    }

    /** True where nobody's review counts. */
    boolean isUnreviewed() {
        return review instanceof Review.Unreviewed;
    }

    /** True where search engines should not lead readers here. */
    boolean isOpen() {
        return overdue || notice.isPresent() || review instanceof Review.Unreviewed;
    }
}

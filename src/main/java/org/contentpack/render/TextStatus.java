package org.contentpack.render;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Review;

/**
 * What readers of a page must know of its text beside what the text says itself.
 *
 * @param review the one that counts now
 * @param overdue whether that review's time is up
 * @param notices why the text should not be relied on and is shown all the same; what may do harm
 *     first
 * @param signedBy id of the trusted key that signed the review
 */
public record TextStatus(
        Review review, boolean overdue, List<Notice> notices, Optional<String> signedBy) {

    public TextStatus {
        notices = List.copyOf(notices);
    }

    /** Where nobody signed the review. */
    public TextStatus(Review review, boolean overdue, List<Notice> notices) {
        this(review, overdue, notices, Optional.empty());
    }

    /**
     * Why a text should not be relied on.
     *
     * @param kind {@link #SAFETY}, or that of a withdrawal: {@code superseded} or {@code expired}
     * @param note in the publisher's words; may be empty
     */
    public record Notice(String kind, String note) {

        /** The kind of a translation that lacks a safety change of its source. */
        public static final String SAFETY = "safety";

        /** True where the text was withdrawn; else it lacks something. */
        boolean isWithdrawal() {
            return !kind.equals(SAFETY);
        }

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

    /** True where a translation lacks a safety change of its source. */
    boolean isUnsafe() {
        return notices.stream().anyMatch(notice -> !notice.isWithdrawal());
    }

    /** What items of a CMS say: one line has room for one notice. */
    public Optional<Notice> firstNotice() {
        return notices.stream().findFirst();
    }

    /** The same with what {@link #firstNotice} says only. */
    public TextStatus withFirstNotice() {
        return new TextStatus(review, overdue, firstNotice().stream().toList(), signedBy);
    }

    /** True where search engines should not lead readers here. */
    boolean isOpen() {
        return overdue || !notices.isEmpty() || review instanceof Review.Unreviewed;
    }
}

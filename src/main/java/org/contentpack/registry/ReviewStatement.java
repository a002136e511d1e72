package org.contentpack.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.contentpack.pack.Reviewer;

/**
 * What somebody says of an article after having checked it, against {@link
 * org.contentpack.pack.Review}, which the article's own file says. A statement is never changed;
 * the last one over the same bytes counts.
 */
public sealed interface ReviewStatement {

    /** Longest text of one member, in characters. */
    int MAX_TEXT = 200;

    /** The day that the statement was made. */
    LocalDate date();

    /**
     * The text was checked and may be used until {@code nextReview}.
     *
     * @param registration of the reviewer in a professional register
     * @param scope what was checked, in words
     * @param nextReview the day from which the review is overdue; after {@code date}
     */
    record Approved(
            Reviewer reviewer,
            Optional<String> registration,
            String scope,
            LocalDate date,
            LocalDate nextReview)
            implements ReviewStatement {
        public Approved {
            requireOneLine(reviewer.name());
            requireOneLine(reviewer.role());
            registration.ifPresent(ReviewStatement::requireOneLine);
            requireOneLine(scope);
            if (!nextReview.isAfter(date)) {
                throw new IllegalArgumentException(
                        "next review must be after the review: " + nextReview + " <= " + date);
            }
        }
    }

    /**
     * Former statements over these bytes no longer count.
     *
     * @param reason in words
     */
    record Revoked(String reason, LocalDate date) implements ReviewStatement {
        public Revoked {
            requireOneLine(reason);
        }
    }

    /** What is signed has a line for each text, and must not be readable in two ways. */
    private static void requireOneLine(String text) {
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "a text of a review statement must be one line: \"" + text + "\"");
        }
    }
}

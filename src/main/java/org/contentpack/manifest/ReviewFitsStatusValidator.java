package org.contentpack.manifest;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.manifest.FrontMatterDocument.ReviewDocument;
import org.jspecify.annotations.Nullable;

/** Checks {@link ReviewFitsStatus}. */
public final class ReviewFitsStatusValidator
        implements ConstraintValidator<ReviewFitsStatus, ReviewDocument> {

    private static final List<String> KEYS = List.of("reviewer", "lastReviewed", "nextReview");

    private String unneeded = "";
    private String missing = "";
    private String order = "";

    @Override
    public void initialize(ReviewFitsStatus constraint) {
        unneeded = constraint.message();
        missing = constraint.missing();
        order = constraint.order();
    }

    @Override
    public boolean isValid(@Nullable ReviewDocument review, ConstraintValidatorContext context) {
        if (review == null || review.status() == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        List<String> present = present(review);
        return switch (review.status()) {
            case "unreviewed" -> {
                present.forEach(key -> KeyViolation.add(context, unneeded, key));
                yield present.isEmpty();
            }
            case "reviewed" -> {
                KEYS.stream()
                        .filter(key -> !present.contains(key))
                        .forEach(key -> KeyViolation.add(context, missing, key));
                yield isInOrder(review, context) && present.size() == KEYS.size();
            }
            default -> true;
        };
    }

    private static List<String> present(ReviewDocument review) {
        List<String> present = new ArrayList<>(KEYS);
        if (review.reviewer() == null) {
            present.remove("reviewer");
        }
        if (review.lastReviewed() == null) {
            present.remove("lastReviewed");
        }
        if (review.nextReview() == null) {
            present.remove("nextReview");
        }
        return present;
    }

    private boolean isInOrder(ReviewDocument review, ConstraintValidatorContext context) {
        Optional<LocalDate> last = date(review.lastReviewed());
        Optional<LocalDate> next = date(review.nextReview());
        if (last.isEmpty() || next.isEmpty() || !next.get().isBefore(last.get())) {
            return true;
        }
        KeyViolation.add(context, order + " " + last.get(), "nextReview");
        return false;
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

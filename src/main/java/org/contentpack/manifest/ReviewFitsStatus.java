package org.contentpack.manifest;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What is {@code reviewed} says by whom, when and until when, in the order of the calendar; what is
 * {@code unreviewed} says nothing of that. Unknown states pass; they are another constraint's
 * business.
 */
@Documented
@Constraint(validatedBy = ReviewFitsStatusValidator.class)
@Target(TYPE)
@Retention(RUNTIME)
@interface ReviewFitsStatus {

    /** The code for a key that stands beside {@code unreviewed}. */
    String message();

    /** The code for a key that {@code reviewed} needs. */
    String missing();

    /** The code for a next review before the last. */
    String order();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package org.contentpack.manifest.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The text must have the form of an SPDX licence expression of at most {@value
 * SpdxExpressionValidator#MAX_LENGTH} characters. Whether a licence id is on the SPDX list is not
 * looked up.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX 2.3, annex
 *     D</a>
 */
@Documented
@Constraint(validatedBy = SpdxExpressionValidator.class)
@Target({FIELD, TYPE_USE})
@Retention(RUNTIME)
public @interface SpdxExpression {

    /** The code of the rule. */
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package org.contentpack.manifest.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The pack format, where the text is a whole number, must not be newer than this software. */
@Documented
@Constraint(validatedBy = SupportedFormatValidator.class)
@Target({FIELD, TYPE_USE})
@Retention(RUNTIME)
public @interface SupportedFormat {

    /** The code of the rule. */
    String message();

    /** The newest format that can be read, at least 1. */
    int max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

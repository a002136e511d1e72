package org.contentpack.manifest.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text must be the id of a source: see {@link org.contentpack.pack.SourceId}. */
@Documented
@Constraint(validatedBy = SourceIdTextValidator.class)
@Target({FIELD, TYPE_USE})
@Retention(RUNTIME)
public @interface SourceIdText {

    /** The code of the rule. */
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

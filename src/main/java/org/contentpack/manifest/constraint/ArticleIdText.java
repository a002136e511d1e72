package org.contentpack.manifest.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text must be an article's id: see {@link org.contentpack.pack.ArticleId}. */
@Documented
@Constraint(validatedBy = ArticleIdTextValidator.class)
@Target({FIELD, TYPE_USE})
@Retention(RUNTIME)
public @interface ArticleIdText {

    /** The code of the rule. */
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

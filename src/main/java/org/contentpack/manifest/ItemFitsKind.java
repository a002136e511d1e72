package org.contentpack.manifest;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A redirect or a removal names what its kind says: an article id, a section id with the article
 * that it stands in, or the path of an asset. Unknown kinds pass; they are another constraint's
 * business.
 */
@Documented
@Constraint(validatedBy = ItemFitsKindValidator.class)
@Target(TYPE)
@Retention(RUNTIME)
@interface ItemFitsKind {

    /** The code for a name that is none of the kind. */
    String message();

    /** The code for a section without its article. */
    String missing();

    /** The code for an article beside another kind. */
    String unneeded();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

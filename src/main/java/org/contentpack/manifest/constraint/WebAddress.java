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
 * The text must be an address that a browser can follow, in ASCII, without a password, of at most
 * {@value WebAddressValidator#MAX_LENGTH} characters.
 */
@Documented
@Constraint(validatedBy = WebAddressValidator.class)
@Target({FIELD, TYPE_USE})
@Retention(RUNTIME)
public @interface WebAddress {

    /** The code of the rule. */
    String message();

    /** Schemes that are allowed, of {@code https} and {@code mailto}. */
    String[] schemes();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

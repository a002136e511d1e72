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
 * The text must be the path of a file in one folder of the pack: see {@link
 * org.contentpack.pack.FilePath}.
 */
@Documented
@Constraint(validatedBy = FilePathTextValidator.class)
@Target({FIELD, TYPE_USE})
@Retention(RUNTIME)
public @interface FilePathText {

    /** The code of the rule. */
    String message();

    /** The folder, such as {@code assets}. */
    String folder();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

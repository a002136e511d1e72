package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.Tag;
import org.jspecify.annotations.Nullable;

/** Checks {@link TagText}. */
public final class TagTextValidator implements ConstraintValidator<TagText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || Tag.parse(text).isPresent();
    }
}

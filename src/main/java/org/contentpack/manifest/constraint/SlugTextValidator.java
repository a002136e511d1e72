package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.Slug;
import org.jspecify.annotations.Nullable;

/** Checks {@link SlugText}. */
public final class SlugTextValidator implements ConstraintValidator<SlugText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || Slug.parse(text).isPresent();
    }
}

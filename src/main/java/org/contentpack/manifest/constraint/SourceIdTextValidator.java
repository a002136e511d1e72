package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.SourceId;
import org.jspecify.annotations.Nullable;

/** Checks {@link SourceIdText}. */
public final class SourceIdTextValidator implements ConstraintValidator<SourceIdText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || SourceId.parse(text).isPresent();
    }
}

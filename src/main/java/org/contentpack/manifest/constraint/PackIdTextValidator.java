package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.PackId;
import org.jspecify.annotations.Nullable;

/** Checks {@link PackIdText}. */
public final class PackIdTextValidator implements ConstraintValidator<PackIdText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || PackId.parse(text).isPresent();
    }
}

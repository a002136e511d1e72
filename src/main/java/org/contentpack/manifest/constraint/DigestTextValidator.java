package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.Digest;
import org.jspecify.annotations.Nullable;

/** Checks {@link DigestText}. */
public final class DigestTextValidator implements ConstraintValidator<DigestText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || Digest.parse(text).isPresent();
    }
}

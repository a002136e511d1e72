package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link DecidedLicense}. */
public final class DecidedLicenseValidator implements ConstraintValidator<DecidedLicense, String> {

    private static final String UNDECIDED = "LicenseRef-Undecided";

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || !text.equals(UNDECIDED);
    }
}

package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@link SupportedFormat}. */
public final class SupportedFormatValidator
        implements ConstraintValidator<SupportedFormat, String> {

    /** Longer numbers are cut off here, so that none takes long to read; they are no formats. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private BigInteger max = BigInteger.ONE;

    @Override
    public void initialize(SupportedFormat constraint) {
        if (constraint.max() < 1) {
            throw new IllegalArgumentException("max " + constraint.max() + " must be >= 1");
        }
        max = BigInteger.valueOf(constraint.max());
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null
                || !NUMBER.matcher(text).matches()
                || new BigInteger(text).compareTo(max) <= 0;
    }
}

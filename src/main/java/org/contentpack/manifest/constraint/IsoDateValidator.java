package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@link IsoDate}. */
public final class IsoDateValidator implements ConstraintValidator<IsoDate, String> {

    private static final Pattern FORM = Pattern.compile("(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

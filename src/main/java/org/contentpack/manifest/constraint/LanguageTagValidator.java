package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.Language;
import org.jspecify.annotations.Nullable;

/** Checks {@link LanguageTag}. */
public final class LanguageTagValidator implements ConstraintValidator<LanguageTag, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null || Language.parse(text).isPresent()) {
            return true;
        }
        Suggestion.add(
                context, Language.parse(text.replace('_', '-')).map(Language::tag).orElse("en"));
        return false;
    }
}

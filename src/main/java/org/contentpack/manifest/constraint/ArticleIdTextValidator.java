package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.ArticleId;
import org.jspecify.annotations.Nullable;

/** Checks {@link ArticleIdText}. */
public final class ArticleIdTextValidator implements ConstraintValidator<ArticleIdText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || ArticleId.parse(text).isPresent();
    }
}

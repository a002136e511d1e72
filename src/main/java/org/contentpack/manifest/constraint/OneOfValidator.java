package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks {@link OneOf}. */
public final class OneOfValidator implements ConstraintValidator<OneOf, String> {

    private Set<String> words = Set.of();

    @Override
    public void initialize(OneOf constraint) {
        words = Set.of(constraint.value());
        if (words.isEmpty()) {
            throw new IllegalArgumentException("one of no words can never hold");
        }
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || words.contains(text);
    }
}

package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contentpack.version.Version;
import org.jspecify.annotations.Nullable;

/** Checks {@link SemanticVersion}. */
public final class SemanticVersionValidator
        implements ConstraintValidator<SemanticVersion, String> {

    private static final String EXAMPLE = "1.0.0";

    /** One to three numbers, perhaps with a {@code v} or zeros before them. */
    private static final Pattern NEARLY =
            Pattern.compile("[vV]?([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?");

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null || Version.parse(text).isPresent()) {
            return true;
        }
        Suggestion.add(context, suggestion(text));
        return false;
    }

    private static String suggestion(String text) {
        Matcher nearly = NEARLY.matcher(text.strip());
        if (!nearly.matches()) {
            return EXAMPLE;
        }
        return Stream.of(1, 2, 3)
                .map(nearly::group)
                .map(number -> number == null ? "0" : number.replaceFirst("^0+(?=[0-9])", ""))
                .reduce((before, after) -> before + "." + after)
                .orElse(EXAMPLE);
    }
}

package org.contentpack.manifest.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.manifest.DocumentConstraints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintParametersTest {

    private static final Validator VALIDATOR = DocumentConstraints.validator();

    record NoWords(
            @OneOf(
                            value = {},
                            message = "X")
                    String text) {}

    record NoSchemes(
            @WebAddress(
                            schemes = {},
                            message = "X")
                    String text) {}

    record UnknownScheme(@WebAddress(schemes = "ftp", message = "X") String text) {}

    record NoFormat(@SupportedFormat(max = 0, message = "X") String text) {}

    record NoFolder(@FilePathText(folder = "../a", message = "X") String text) {}

    static Stream<Record> misuses() {
        return Stream.of(
                new NoWords("a"),
                new NoSchemes("a"),
                new UnknownScheme("a"),
                new NoFormat("1"),
                new NoFolder("a"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void aParameterThatCannotBeMeantIsMisuse(Record misuse) {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> VALIDATOR.validate(misuse))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    record All(
            @ArticleIdText(message = "1") @Nullable String article,
            @DecidedLicense(message = "2") @Nullable String decided,
            @DigestText(message = "3") @Nullable String digest,
            @FilePathText(folder = "assets", message = "4") @Nullable String path,
            @IsoDate(message = "5") @Nullable String date,
            @LanguageTag(message = "6") @Nullable String language,
            @OneOf(value = "a", message = "7") @Nullable String word,
            @PackIdText(message = "8") @Nullable String pack,
            @SemanticVersion(message = "9") @Nullable String version,
            @SlugText(message = "10") @Nullable String slug,
            @SourceIdText(message = "11") @Nullable String source,
            @SpdxExpression(message = "12") @Nullable String license,
            @SupportedFormat(max = 1, message = "13") @Nullable String format,
            @TagText(message = "14") @Nullable String tag,
            @WebAddress(schemes = "https", message = "15") @Nullable String address) {

        static All of(@Nullable String text) {
            return new All(
                    text, text, text, text, text, text, text, text, text, text, text, text, text,
                    text, text);
        }
    }

    @Test
    void anAbsentTextIsRight() {
        assertThat(VALIDATOR.validate(All.of(null))).isEmpty();
    }

    @Test
    void anEmptyTextIsNoneOfThem() {
        List<String> templates =
                VALIDATOR.validate(All.of("")).stream()
                        .map(ConstraintViolation::getMessage)
                        .toList();
        assertThat(templates)
                .containsExactlyInAnyOrder(
                        "1", "3", "4", "5", "6 en", "7", "8", "9 1.0.0", "10", "11", "12", "14",
                        "15");
    }
}

package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.contentpack.signature.ReviewSignatureCheck;
import org.contentpack.signature.ReviewSignatureCheck.Accepted;
import org.contentpack.signature.ReviewSignatureCheck.Missing;
import org.contentpack.signature.TrustedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of signatures come to for reviews. */
class SignatureSettingsTest {

    private static ReviewSignatureCheck reviews(String releases, Optional<String> reviews)
            throws IOException {
        return new Wiring()
                .reviewSignatures(
                        TrustedKeys.in(Path.of("src/test/resources/signature")), releases, reviews);
    }

    /** Reviews are treated as releases are, until they are told otherwise. */
    @ParameterizedTest
    @CsvSource({
        "none, , false",
        "verify-if-present, , false",
        "required, , true",
        "none, required, true",
        "required, verify-if-present, false",
        "required, none, false"
    })
    void aReviewNeedsASignatureWhereOneIsRequired(
            String releases, String ofReviews, boolean isRequired) throws IOException {
        assertThat(
                        reviews(releases, Optional.ofNullable(ofReviews))
                                .check("text\n", Optional.empty()))
                .isEqualTo(isRequired ? new Missing() : new Accepted(Optional.empty()));
    }

    @Test
    void aWordThatIsNoPolicyIsNamedWithItsSetting() {
        assertThatThrownBy(() -> reviews("none", Optional.of("always")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "CONTENTPACK_REVIEW_SIGNATURES must be none, verify-if-present or"
                                + " required");
        assertThatThrownBy(() -> reviews("always", Optional.empty()))
                .hasMessage("CONTENTPACK_SIGNATURES must be none, verify-if-present or required");
        assertThatThrownBy(
                        () ->
                                new Wiring()
                                        .reviewSignatures(
                                                TrustedKeys.NONE, "none", Optional.of("required")))
                .hasMessageContaining("no key is trusted");
    }
}

package org.contentpack.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.contentpack.signature.ReviewSignatureCheck.Accepted;
import org.contentpack.signature.ReviewSignatureCheck.Malformed;
import org.contentpack.signature.ReviewSignatureCheck.Missing;
import org.contentpack.signature.ReviewSignatureCheck.OfSomethingElse;
import org.contentpack.signature.ReviewSignatureCheck.Untrusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which signatures of review statements are believed. */
class ReviewSignatureCheckTest {

    private static final String TEXT =
            "contentpack review 1\ngarden-notes@1.0.0\nlanguage en\noutcome approved\n";

    private static TrustedKeys rfc() throws IOException {
        return new TrustedKeys(
                List.of(
                        TrustedKey.ofPem(
                                Files.readString(
                                        Path.of("src/test/resources/signature/rfc8037.pem")))));
    }

    private static ReviewSignatureCheck check(SignaturePolicy policy) throws IOException {
        return new ReviewSignatureCheck(rfc(), policy);
    }

    private static ReviewSignatureCheck.Result ofSigned(String signed) throws Exception {
        return check(SignaturePolicy.VERIFY_IF_PRESENT)
                .check(TEXT, Optional.of(TestSigner.rfc8037().jws(signed)));
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_IF_PRESENT", "REQUIRED"})
    void aSignatureOfATrustedKeyIsKept(SignaturePolicy policy) throws Exception {
        String jws = TestSigner.rfc8037().jws(TEXT);

        assertThat(check(policy).check(TEXT, Optional.of(jws)))
                .isEqualTo(new Accepted(Optional.of(new Signature(rfc().keys().get(0).id(), jws))));
    }

    @Test
    void thePolicySaysWhetherOneIsNeeded() throws Exception {
        assertThat(check(SignaturePolicy.REQUIRED).check(TEXT, Optional.empty()))
                .isEqualTo(new Missing());
        assertThat(check(SignaturePolicy.VERIFY_IF_PRESENT).check(TEXT, Optional.empty()))
                .isEqualTo(new Accepted(Optional.empty()));
        assertThat(check(SignaturePolicy.NONE).check(TEXT, Optional.of("x")))
                .isEqualTo(new Accepted(Optional.empty()));
        assertThatThrownBy(
                        () -> new ReviewSignatureCheck(TrustedKeys.NONE, SignaturePolicy.REQUIRED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDiffersIsNamed() throws Exception {
        assertThat(ofSigned(TEXT.replace("language en", "language es")))
                .isEqualTo(new OfSomethingElse(3, Optional.of("language en")));
        assertThat(ofSigned(TEXT.replace("review 1", "release 1")))
                .isEqualTo(new OfSomethingElse(1, Optional.of("contentpack review 1")));
        assertThat(ofSigned(TEXT.replace("outcome approved\n", "")))
                .isEqualTo(new OfSomethingElse(4, Optional.of("outcome approved")));
        assertThat(ofSigned("")).isEqualTo(new Malformed());
    }

    @Test
    void theTextEndsWithItsLastLine() throws Exception {
        OfSomethingElse ended = new OfSomethingElse(5, Optional.empty());

        assertThat(ofSigned(TEXT.strip())).isEqualTo(ended);
        assertThat(ofSigned(TEXT + "\n")).isEqualTo(ended);
        assertThat(ofSigned(TEXT + "scope all\n")).isEqualTo(ended);
    }

    @Test
    void whatNoTrustedKeyMadeIsNotBelieved() throws Exception {
        ReviewSignatureCheck check = check(SignaturePolicy.VERIFY_IF_PRESENT);
        KeyPair stranger = TestSigner.fresh();
        String right = TestSigner.rfc8037().jws(TEXT);
        String ofAnother = TestSigner.rfc8037().jws("else\n");
        String moved =
                right.substring(0, right.lastIndexOf('.'))
                        + ofAnother.substring(ofAnother.lastIndexOf('.'));

        for (String jws :
                List.of(
                        TestSigner.of(stranger).jws(TEXT),
                        TestSigner.rfc8037().jws("{\"alg\":\"none\"}", TEXT),
                        moved)) {
            assertThat(check.check(TEXT, Optional.of(jws))).as(jws).isEqualTo(new Untrusted());
        }
        for (String jws : List.of("x", right + "=", right + "\n", "a.b." + "c".repeat(5_000))) {
            assertThat(check.check(TEXT, Optional.of(jws))).as(jws).isEqualTo(new Malformed());
        }
    }

    /** The longest texts that a statement may have, in characters of three bytes each. */
    @Test
    void theLongestStatementCanBeSigned() throws Exception {
        String longest = "契".repeat(200) + "\n";
        String text =
                "contentpack review 1\n"
                        + "p".repeat(100)
                        + "@"
                        + "1".repeat(64)
                        + ("\nsha256:" + "0".repeat(64)).repeat(2)
                        + "\narticle "
                        + "a".repeat(100)
                        + "\nlanguage "
                        + "l".repeat(35)
                        + "\noutcome approved\nreviewer "
                        + longest
                        + "role "
                        + longest
                        + "registration "
                        + longest
                        + "scope "
                        + longest
                        + "date 2026-11-24\nnextReview 2027-11-24\n";
        String jws = TestSigner.rfc8037().jws(text);

        assertThat(check(SignaturePolicy.REQUIRED).check(text, Optional.of(jws)))
                .isInstanceOf(Accepted.class);
    }
}

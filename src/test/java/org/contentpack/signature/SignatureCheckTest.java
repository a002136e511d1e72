package org.contentpack.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which signatures are believed. */
class SignatureCheckTest {

    private static final ReleaseId RELEASE =
            new ReleaseId(new PackId("garden-notes"), new Version("1.0.0"));
    private static final Digest DIGEST = Digest.of(new byte[] {1, 2, 3});
    private static final String STATEMENT = SignatureCheck.statement(RELEASE, DIGEST);

    @TempDir Path folder;

    private static TrustedKey rfc() throws IOException {
        return TrustedKey.ofPem(
                Files.readString(Path.of("src/test/resources/signature/rfc8037.pem")));
    }

    private static SignatureCheck check(SignaturePolicy policy, TrustedKey... keys) {
        return new SignatureCheck(new TrustedKeys(List.of(keys)), policy);
    }

    private static List<String> codes(SignatureCheck.Result result) {
        return result.findings().stream().map(f -> f.rule().code()).toList();
    }

    private static List<String> codes(SignatureCheck check, String... given) {
        return codes(check.check(RELEASE, DIGEST, List.of(given)));
    }

    @Test
    void theStatementNamesWhatIsSigned() {
        assertThat(STATEMENT)
                .isEqualTo("contentpack release 1\ngarden-notes@1.0.0\n" + DIGEST + "\n");
    }

    /** RFC 8037, appendix A.4: its own signature, over something else than a release. */
    @Test
    void theSignatureOfTheSpecificationIsRightAndOfSomethingElse() throws Exception {
        String jws =
                "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPO"
                        + "t7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

        assertThat(TestSigner.rfc8037().jws("Example of Ed25519 signing")).isEqualTo(jws);
        assertThat(codes(check(SignaturePolicy.REQUIRED, rfc()), jws)).containsExactly("SIG-003");
    }

    @Test
    void aSignatureOfATrustedKeyIsKept() throws Exception {
        String jws = TestSigner.rfc8037().jws(STATEMENT);

        assertThat(check(SignaturePolicy.REQUIRED, rfc()).check(RELEASE, DIGEST, List.of(jws, jws)))
                .isEqualTo(
                        new SignatureCheck.Result(
                                List.of(new Signature(rfc().id(), jws)), List.of()));
    }

    @Test
    void thePolicySaysWhatIsNeeded() throws Exception {
        String wrong = TestSigner.of(TestSigner.fresh()).jws(STATEMENT);

        assertThat(codes(check(SignaturePolicy.NONE, rfc()), wrong)).isEmpty();
        assertThat(codes(check(SignaturePolicy.VERIFY_IF_PRESENT, rfc()))).isEmpty();
        assertThat(codes(check(SignaturePolicy.VERIFY_IF_PRESENT, rfc()), wrong))
                .containsExactly("SIG-002");
        assertThat(codes(check(SignaturePolicy.REQUIRED, rfc()))).containsExactly("SIG-004");
        assertThat(
                        codes(
                                check(SignaturePolicy.REQUIRED, rfc())
                                        .checkMore(RELEASE, DIGEST, List.of())))
                .isEmpty();
        assertThatThrownBy(() -> check(SignaturePolicy.REQUIRED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSignatureOfSomethingElseIsNone() throws Exception {
        TestSigner signer = TestSigner.rfc8037();
        SignatureCheck check = check(SignaturePolicy.REQUIRED, rfc());
        ReleaseId next = new ReleaseId(RELEASE.pack(), new Version("1.0.1"));
        ReleaseId other = new ReleaseId(new PackId("other"), RELEASE.version());

        for (String payload :
                List.of(
                        SignatureCheck.statement(next, DIGEST),
                        SignatureCheck.statement(other, DIGEST),
                        SignatureCheck.statement(RELEASE, Digest.of(new byte[] {4})),
                        STATEMENT.replace("release 1", "review 1"),
                        STATEMENT + "\n",
                        STATEMENT.strip(),
                        DIGEST.toString())) {
            assertThat(codes(check, signer.jws(payload))).as(payload).containsExactly("SIG-003");
        }
    }

    @Test
    void noBitOfASignatureCanBeChanged() throws Exception {
        String jws = TestSigner.rfc8037().jws(STATEMENT);
        SignatureCheck check = check(SignaturePolicy.REQUIRED, rfc());
        String[] parts = jws.split("\\.");
        List<String> accepted = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] changed = bytes.clone();
                changed[bit / 8] ^= (byte) (1 << (bit % 8));
                String[] all = parts.clone();
                all[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
                if (codes(check, String.join(".", all)).isEmpty()) {
                    accepted.add(part + ":" + bit);
                }
            }
        }

        assertThat(accepted).isEmpty();
    }

    @Test
    void otherAlgorithmsAreNone() throws Exception {
        SignatureCheck check = check(SignaturePolicy.REQUIRED, rfc());
        TestSigner signer = TestSigner.rfc8037();
        String input =
                TestSigner.base64("{\"alg\":\"HS256\"}") + "." + TestSigner.base64(STATEMENT);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(rfc().key().getEncoded(), "HmacSHA256"));
        String confused =
                input
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));

        assertThat(codes(check, confused)).containsExactly("SIG-002");
        for (String header :
                List.of(
                        "{\"alg\":\"none\"}",
                        "{\"alg\":\"ES256\"}",
                        "{\"alg\":\"Ed448\"}",
                        "{}",
                        "{\"alg\":\"EdDSA\",\"crit\":[\"x\"],\"x\":1}",
                        "{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"]}",
                        "no json")) {
            assertThat(codes(check, signer.jws(header, STATEMENT)))
                    .as(header)
                    .isNotEmpty()
                    .isSubsetOf("SIG-001", "SIG-002", "SIG-003");
        }
    }

    @Test
    void whatIsNoCompactJwsIsSaidSo() throws Exception {
        SignatureCheck check = check(SignaturePolicy.VERIFY_IF_PRESENT, rfc());
        String jws = TestSigner.rfc8037().jws(STATEMENT);

        for (String text :
                List.of(
                        "",
                        "x",
                        "..",
                        jws + ".x",
                        jws + "=",
                        jws.substring(0, jws.lastIndexOf('.') + 1),
                        "{\"payload\":\"\"}",
                        "a.b." + "c".repeat(2_000))) {
            assertThat(codes(check, text)).as(text).containsExactly("SIG-001");
        }
        assertThat(codes(check.check(RELEASE, DIGEST, Collections.nCopies(11, jws))))
                .containsExactly("SIG-005");
    }

    @Test
    void keysAreReplacedByTrustingBothForAWhile() throws Exception {
        KeyPair next = TestSigner.fresh();
        String former = TestSigner.rfc8037().jws(STATEMENT);
        String later = TestSigner.of(next).jws(STATEMENT);

        SignatureCheck both = check(SignaturePolicy.REQUIRED, rfc(), TestSigner.trusted(next));
        SignatureCheck onlyNext = check(SignaturePolicy.REQUIRED, TestSigner.trusted(next));

        assertThat(both.check(RELEASE, DIGEST, List.of(former, later)).signatures())
                .extracting(Signature::keyId)
                .containsExactly(rfc().id(), TestSigner.trusted(next).id());
        assertThat(codes(onlyNext, former)).containsExactly("SIG-002");
        assertThat(codes(onlyNext, later)).isEmpty();
    }

    @Test
    void keysAreReadFromAFolderAndWrongOnesNamed() throws Exception {
        String pem = Files.readString(Path.of("src/test/resources/signature/rfc8037.pem"));
        Files.writeString(folder.resolve("a.pem"), pem);
        Files.writeString(folder.resolve("readme.txt"), "no key");
        assertThat(TrustedKeys.in(folder).keys()).containsExactly(rfc());
        assertThat(rfc().id()).isEqualTo(Digest.of(rfc().key().getEncoded()).hex());

        for (String wrong :
                List.of(
                        "",
                        "text",
                        pem + pem,
                        pem.replace("PUBLIC", "PRIVATE"),
                        pem.replace("MCowBQYDK2Vw", "MCowBQYDK2Vx"))) {
            Files.writeString(folder.resolve("b.pem"), wrong);
            assertThatThrownBy(() -> TrustedKeys.in(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("b.pem");
        }
    }
}

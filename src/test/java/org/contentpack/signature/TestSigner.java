package org.contentpack.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.contentpack.pack.Digest;

/** Signs with the JDK alone, so that the library under test checks what it did not make. */
public final class TestSigner {

    /** The private key that RFC 8037, appendix A.1 prints: no secret. */
    private static final String RFC_8037 =
            "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private final PrivateKey key;

    private TestSigner(PrivateKey key) {
        this.key = key;
    }

    public static TestSigner rfc8037() throws GeneralSecurityException {
        return new TestSigner(
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(RFC_8037))));
    }

    /** A key pair of nobody's. */
    static KeyPair fresh() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    static TestSigner of(KeyPair pair) {
        return new TestSigner(pair.getPrivate());
    }

    static TrustedKey trusted(KeyPair pair) {
        return new TrustedKey(Digest.of(pair.getPublic().getEncoded()).hex(), pair.getPublic());
    }

    public String jws(String payload) throws GeneralSecurityException {
        return jws("{\"alg\":\"EdDSA\"}", payload);
    }

    String jws(String header, String payload) throws GeneralSecurityException {
        String input = base64(header) + "." + base64(payload);
        java.security.Signature signature = java.security.Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.contentpack.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The private key of Ed25519 that somebody signs with, against {@link TrustedKey}, whose signatures
 * are believed. It never shows what it holds: no text, no message of a failure has any of it. Safe
 * for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8410">RFC 8410, Ed25519 keys in PKCS#8</a>
 */
public final class SigningKey {

    /** Longest file of a key in bytes. */
    public static final int MAX_BYTES = 10_000;

    private static final Pattern PEM =
            Pattern.compile(
                    "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads a key as {@code openssl genpkey -algorithm ED25519} writes it.
     *
     * @throws IllegalArgumentException where the text is not one private key of Ed25519; its
     *     message has nothing of the text
     */
    public static SigningKey ofPem(String pem) {
        if (pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
            throw new IllegalArgumentException(
                    "it is encrypted; decrypt it for the call, as openssl pkey does");
        }
        if (pem.contains("-----BEGIN PUBLIC KEY-----")) {
            throw new IllegalArgumentException("it is a public key; the private half signs");
        }
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "it must be one private key in PEM (\"-----BEGIN PRIVATE KEY-----\")");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            return new SigningKey(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("it must be a private key of " + ALGORITHM, e);
        }
    }

    /**
     * Signs a text, such as {@link SignatureCheck#statement}. The same text gives the same
     * signature.
     *
     * @return a compact JWS
     */
    public String sign(String text) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(key);
        signature.setPayload(text);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK signs with " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "private key of " + ALGORITHM;
    }
}

package org.contentpack.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;

/**
 * A public key of Ed25519 whose signatures are believed.
 *
 * @param id the SHA-256 of the key's DER form, as {@code openssl pkey -pubin -outform DER |
 *     sha256sum} prints it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8410">RFC 8410, Ed25519 keys in X.509</a>
 */
public record TrustedKey(String id, PublicKey key) {

    private static final Pattern PEM =
            Pattern.compile(
                    "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private static final String ALGORITHM = "Ed25519";

    /**
     * Reads a key in PEM.
     *
     * @throws IllegalArgumentException where the text is not one public key of Ed25519
     */
    public static TrustedKey ofPem(String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "it must be one public key in PEM (\"-----BEGIN PUBLIC KEY-----\")");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
            return new TrustedKey(Digest.of(der).hex(), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("it must be a public key of " + ALGORITHM, e);
        }
    }
}

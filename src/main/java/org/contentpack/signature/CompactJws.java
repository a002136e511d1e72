package org.contentpack.signature;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Opens compact JWS with the keys that are trusted. The only algorithm is EdDSA with Ed25519. Has
 * no state.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515">RFC 7515, JSON Web Signature</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8037">RFC 8037, Ed25519 in JOSE</a>
 */
final class CompactJws {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final AlgorithmConstraints ED25519_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private CompactJws() {}

    /** What came of it. */
    sealed interface Opened {}

    /** A trusted key signed this text. */
    record Text(String keyId, String payload) implements Opened {}

    /** It has not the form, or is too long. */
    record NotCompact() implements Opened {}

    /** No trusted key made it. */
    record NotTrusted() implements Opened {}

    /**
     * @param maxLength in characters
     */
    static Opened open(String jws, int maxLength, TrustedKeys trusted) {
        if (jws.length() > maxLength || !FORM.matcher(jws).matches()) {
            return new NotCompact();
        }
        return trusted.keys().stream()
                .flatMap(key -> payload(jws, key).map(p -> new Text(key.id(), p)).stream())
                .<Opened>map(text -> text)
                .findFirst()
                .orElse(new NotTrusted());
    }

    /** What the key signed; empty where it cannot have made this. */
    private static Optional<String> payload(String jws, TrustedKey key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ED25519_ONLY);
            signature.setCompactSerialization(jws);
            signature.setKey(key.key());
            return signature.verifySignature()
                    ? Optional.of(signature.getPayload())
                    : Optional.empty();
        } catch (JoseException e) {
            return Optional.empty();
        }
    }
}

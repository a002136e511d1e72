package org.contentpack.sync.ghost;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * The Admin API key of a custom integration: makes the tokens that calls bear. Immutable; shows
 * itself to nobody.
 *
 * @see <a href="https://docs.ghost.org/admin-api#token-authentication">Token authentication</a>
 */
final class AdminKey {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{24}):([0-9a-f]{64})");

    /** Ghost takes none that is valid for longer. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Clocks of two machines differ, and Ghost takes no token from the future. */
    private static final Duration BACK = Duration.ofSeconds(30);

    private final String id;
    private final HmacKey secret;

    private AdminKey(String id, HmacKey secret) {
        this.id = id;
        this.secret = secret;
    }

    /** The key as Ghost shows it: id and secret with a colon between. */
    static Optional<AdminKey> parse(String text) {
        var found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(
                        new AdminKey(
                                found.group(1),
                                new HmacKey(HexFormat.of().parseHex(found.group(2)))))
                : Optional.empty();
    }

    /** A token for one call. */
    String token(Instant now) {
        JwtClaims claims = new JwtClaims();
        NumericDate issued = NumericDate.fromSeconds(now.minus(BACK).getEpochSecond());
        claims.setIssuedAt(issued);
        claims.setExpirationTime(NumericDate.fromSeconds(issued.getValue() + LIFE.toSeconds()));
        claims.setAudience("/admin/");
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKeyIdHeaderValue(id);
        token.setHeader("typ", "JWT");
        token.setPayload(claims.toJson());
        token.setKey(secret);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK can sign with HMAC", e);
        }
    }

    @Override
    public String toString() {
        return "an Admin API key";
    }
}

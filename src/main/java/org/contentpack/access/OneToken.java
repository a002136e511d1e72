package org.contentpack.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;

/**
 * The one token of {@code CONTENTPACK_PUBLISH_TOKEN}, which has every scope. Keeps its digest only
 * and compares in constant time. Safe for use by several threads.
 */
public final class OneToken implements Authenticator {

    private static final String SCHEME = "Bearer ";

    private static final Caller CALLER =
            new Caller("CONTENTPACK_PUBLISH_TOKEN", EnumSet.allOf(Scope.class), List.of(""));

    private final Optional<byte[]> digest;

    public OneToken(Optional<String> token) {
        this.digest = token.map(OneToken::digest);
    }

    @Override
    public Authentication authenticate(Optional<String> authorization, String client) {
        if (digest.isEmpty()) {
            return new Authentication.NotConfigured();
        }
        if (authorization.isEmpty()) {
            return new Authentication.Missing();
        }
        String value = authorization.get();
        boolean equal =
                value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && MessageDigest.isEqual(
                                digest.get(), digest(value.substring(SCHEME.length())));
        return equal ? new Authentication.Accepted(CALLER) : new Authentication.Rejected();
    }

    private static byte[] digest(String token) {
        return Digest.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
    }
}

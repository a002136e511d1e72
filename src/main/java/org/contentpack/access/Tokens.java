package org.contentpack.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.contentpack.pack.Digest;

/**
 * Tells callers apart by opaque bearer tokens. Every token is compared, each in constant time, so
 * that an answer's time says nothing of how near a guess was. Safe for use by several threads.
 */
public final class Tokens implements Authenticator {

    private static final String SCHEME = "Bearer ";

    /** Longer credentials are none of ours and are not hashed. */
    private static final int MAX_LENGTH = 1_000;

    private final Supplier<List<Token>> known;
    private final InstantSource clock;

    /**
     * Compares with what is known at each request.
     *
     * @param known the tokens that are accepted now
     */
    public Tokens(Supplier<List<Token>> known, InstantSource clock) {
        this.known = known;
        this.clock = clock;
    }

    /**
     * The one token that may do everything to all packs.
     *
     * @param name shown in the audit log
     * @throws IllegalArgumentException where it is too short; the message does not hold it
     */
    public static Token forEverything(String name, String token) {
        if (token.length() < Token.MIN_LENGTH || token.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name
                            + " must have at least "
                            + Token.MIN_LENGTH
                            + " characters, such as \"openssl rand -hex 32\" prints");
        }
        return new Token(
                new Caller(name, EnumSet.allOf(Scope.class), List.of("")),
                digest(token),
                Optional.empty());
    }

    @Override
    public Authentication authenticate(Optional<String> authorization, String client) {
        List<Token> tokens = known.get();
        if (tokens.isEmpty()) {
            return new Authentication.NotConfigured();
        }
        if (authorization.isEmpty()) {
            return new Authentication.Missing();
        }
        return credential(authorization.get())
                .flatMap(credential -> find(tokens, credential))
                .<Authentication>map(token -> new Authentication.Accepted(token.caller()))
                .orElseGet(Authentication.Rejected::new);
    }

    private static Optional<String> credential(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && authorization.length() <= MAX_LENGTH
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private Optional<Token> find(List<Token> tokens, String credential) {
        byte[] digest = bytes(digest(credential));
        List<Token> equal = new ArrayList<>();
        for (Token token : tokens) {
            if (MessageDigest.isEqual(bytes(token.digest()), digest)) {
                equal.add(token);
            }
        }
        return equal.stream().filter(t -> t.isValid(clock.instant())).findFirst();
    }

    private static Digest digest(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Digest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}

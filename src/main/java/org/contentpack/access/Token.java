package org.contentpack.access;

import java.time.Instant;
import java.util.Optional;
import org.contentpack.pack.Digest;

/**
 * A credential of which only the SHA-256 is kept. A slow password hash is not needed: tokens are
 * random and long, so that nobody finds one by trying.
 *
 * @param caller who has it
 * @param digest of the token's UTF-8 bytes
 * @param until the moment from which it is no longer accepted
 */
public record Token(Caller caller, Digest digest, Optional<Instant> until) {

    /** Shortest token in characters; shorter ones can be guessed. */
    public static final int MIN_LENGTH = 32;

    boolean isValid(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}

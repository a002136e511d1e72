package org.contentpack.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.contentpack.pack.Digest;

/**
 * Lets a caller whose token was accepted go on with a cookie. Where {@link Tokens} looks at a
 * credential that is sent each time, this remembers in memory who has signed in: a restart ends all
 * sessions, and servers do not share them.
 *
 * <p>Only the digests of ids are kept. There are {@value #MAX_SESSIONS} at most; one more ends the
 * one that was unused for longest. Safe for use by several threads.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis">Cookies</a>
 */
public final class Sessions {

    /** Time without a request after which a session ends. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** Time after which a session ends however much it is used. */
    public static final Duration LONGEST = Duration.ofHours(10);

    static final int MAX_SESSIONS = 1_000;

    /** Name of the cookie that holds a session's id. */
    public static final String COOKIE = "contentpack-session";

    /** 256 bits: as hard to guess as a token. */
    private static final int ID_BYTES = 32;

    private final Supplier<List<Token>> known;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** By the digest of the id, the one that was unused for longest first. */
    private final Map<Digest, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private record Entry(Token token, Instant begun, Instant used) {}

    /**
     * A session that runs.
     *
     * @param id what the cookie holds; a secret
     * @param csrfToken what a form must send beside the cookie; a secret of this session
     */
    public record Session(String id, Caller caller, String csrfToken) {

        /** True where a form sent this session's token; compared in constant time. */
        public boolean sent(String token) {
            return MessageDigest.isEqual(
                    csrfToken.getBytes(StandardCharsets.UTF_8),
                    token.getBytes(StandardCharsets.UTF_8));
        }

        /** Without the secrets, so that no log can hold them. */
        @Override
        public String toString() {
            return "session of " + caller.name();
        }
    }

    /**
     * @param known the tokens that are accepted now: a session ends with its token
     */
    public Sessions(Supplier<List<Token>> known, InstantSource clock) {
        this.known = known;
        this.clock = clock;
    }

    /** Begins a session; empty where the caller's token has gone since it was accepted. */
    public Optional<Session> begin(Caller caller) {
        Instant now = clock.instant();
        return known.get().stream()
                .filter(token -> token.caller().equals(caller) && token.isValid(now))
                .findFirst()
                .map(token -> begin(token, now));
    }

    private synchronized Session begin(Token token, Instant now) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        entries.put(Digest.of(id), new Entry(token, now, now));
        if (entries.size() > MAX_SESSIONS) {
            entries.remove(entries.keySet().iterator().next());
        }
        return session(id, token.caller());
    }

    /**
     * The session with this id, which counts as used now; empty where there is none, or no more.
     */
    public Optional<Session> find(String id) {
        Instant now = clock.instant();
        List<Token> tokens = known.get();
        Digest key = Digest.of(id);
        synchronized (this) {
            Entry entry = entries.get(key);
            if (entry == null) {
                return Optional.empty();
            }
            if (!runs(entry, tokens, now)) {
                entries.remove(key);
                return Optional.empty();
            }
            entries.put(key, new Entry(entry.token, entry.begun, now));
            return Optional.of(session(id, entry.token.caller()));
        }
    }

    private static boolean runs(Entry entry, List<Token> tokens, Instant now) {
        return now.isBefore(entry.used.plus(IDLE))
                && now.isBefore(entry.begun.plus(LONGEST))
                && tokens.contains(entry.token)
                && entry.token.isValid(now);
    }

    /** Ends a session, if there is one with this id. */
    public synchronized void end(String id) {
        entries.remove(Digest.of(id));
    }

    /**
     * Made of the id and not kept; who knows it cannot tell the id, nor the digest that is kept.
     */
    private static Session session(String id, Caller caller) {
        return new Session(id, caller, Digest.of("csrf " + id).hex());
    }

    /**
     * The value of {@code Set-Cookie} for a session.
     *
     * @param publicUrl the address that readers use: the cookie is {@code Secure} where it is https
     */
    public static String cookie(Session session, String publicUrl) {
        return COOKIE
                + "="
                + session.id()
                + "; Path=/; HttpOnly; SameSite=Strict"
                + (publicUrl.regionMatches(true, 0, "https:", 0, "https:".length())
                        ? "; Secure"
                        : "");
    }

    /** The value of {@code Set-Cookie} after which a browser has no session any more. */
    public static String endedCookie() {
        return COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict";
    }
}

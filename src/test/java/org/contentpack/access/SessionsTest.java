package org.contentpack.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.Sessions.Session;
import org.contentpack.pack.Digest;
import org.junit.jupiter.api.Test;

/** Who has signed in, and for how long. */
class SessionsTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final Token TOKEN =
            Tokens.forEverything("editor", "a-long-and-random-token-0123456789");

    private Instant now = START;
    private List<Token> known = List.of(TOKEN);
    private final Sessions sessions = new Sessions(() -> known, () -> now);

    private Session begin() {
        return sessions.begin(TOKEN.caller()).orElseThrow();
    }

    @Test
    void aSessionIsFoundByItsIdAlone() {
        Session session = begin();

        assertThat(sessions.find(session.id())).contains(session);
        assertThat(sessions.find(Digest.of(session.id()).value())).isEmpty();
        assertThat(sessions.find(session.csrfToken())).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void everySessionHasSecretsOfItsOwn() {
        Session one = begin();
        Session other = begin();

        assertThat(List.of(one.id(), one.csrfToken(), other.id(), other.csrfToken()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[0-9a-f]{64}"));
        assertThat(one.sent(one.csrfToken())).isTrue();
        assertThat(one.sent(other.csrfToken())).isFalse();
        assertThat(one.sent("")).isFalse();
        assertThat(one).hasToString("session of editor");
    }

    @Test
    void anUnusedSessionEnds() {
        Session session = begin();

        now = START.plus(Sessions.IDLE).minusMillis(1);
        assertThat(sessions.find(session.id())).isPresent();
        now = now.plus(Sessions.IDLE);
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void aUsedSessionEndsToo() {
        Session session = begin();
        Instant end = START.plus(Sessions.LONGEST);

        for (now = START; now.isBefore(end); now = now.plus(Duration.ofMinutes(20))) {
            assertThat(sessions.find(session.id())).isPresent();
        }
        now = end;
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void aSessionEndsWithItsTokenAndDoesNotComeBack() {
        Session session = begin();

        known = List.of(new Token(TOKEN.caller(), Digest.of("another"), Optional.empty()));
        assertThat(sessions.find(session.id())).isEmpty();
        known = List.of(TOKEN);
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void aSessionEndsWhenItsTokenExpires() {
        known =
                List.of(
                        new Token(
                                TOKEN.caller(),
                                TOKEN.digest(),
                                Optional.of(START.plusSeconds(60))));
        Session session = begin();

        now = START.plusSeconds(60);
        assertThat(sessions.find(session.id())).isEmpty();
        assertThat(sessions.begin(TOKEN.caller())).isEmpty();
    }

    @Test
    void anEndedSessionIsGone() {
        Session session = begin();
        Session other = begin();

        sessions.end(session.id());

        assertThat(sessions.find(session.id())).isEmpty();
        assertThat(sessions.find(other.id())).isPresent();
    }

    @Test
    void oneMoreThanThereMayBeEndsTheOneUnusedForLongest() {
        Session used = begin();
        Session unused = begin();
        for (int i = 2; i < Sessions.MAX_SESSIONS; i++) {
            begin();
        }
        assertThat(sessions.find(used.id())).isPresent();

        Session last = begin();

        assertThat(sessions.find(unused.id())).isEmpty();
        assertThat(sessions.find(used.id())).isPresent();
        assertThat(sessions.find(last.id())).isPresent();
    }

    @Test
    void theCookieIsForThisSiteAndNoScript() {
        Session session = begin();
        String plain =
                "contentpack-session=" + session.id() + "; Path=/; HttpOnly; SameSite=Strict";

        assertThat(Sessions.cookie(session, "")).isEqualTo(plain);
        assertThat(Sessions.cookie(session, "http://packs.example")).isEqualTo(plain);
        assertThat(Sessions.cookie(session, "https://packs.example")).isEqualTo(plain + "; Secure");
    }
}

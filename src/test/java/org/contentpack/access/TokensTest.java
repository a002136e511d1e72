package org.contentpack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.BadInput;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told apart by which token. */
class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String SECRET = "a-long-and-random-token-0123456789";

    @TempDir Path folder;

    private static String line(String name, String token, String rest) {
        return name + " " + Digest.of(token.getBytes(StandardCharsets.UTF_8)) + " " + rest;
    }

    private static Authentication ask(Authenticator authenticator, String authorization) {
        return authenticator.authenticate(Optional.of(authorization), "192.0.2.1");
    }

    @Test
    void theOneTokenMayDoEverything() {
        Token token = Tokens.forEverything("the one", SECRET);
        Tokens tokens = new Tokens(() -> List.of(token), CLOCK);

        assertThat(ask(tokens, "Bearer " + SECRET))
                .isEqualTo(
                        new Authentication.Accepted(
                                new Caller("the one", Set.of(Scope.values()), List.of(""))));
        assertThat(ask(tokens, "bearer  " + SECRET)).isInstanceOf(Authentication.Accepted.class);
    }

    @ParameterizedTest
    @BadInput("U1")
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a-long-and-random-token-012345678",
                "Bearer a-long-and-random-token-0123456789x",
                "Bearer A-LONG-AND-RANDOM-TOKEN-0123456789",
                "a-long-and-random-token-0123456789",
                "Basic a-long-and-random-token-0123456789",
                "Bearer eyJhbGciOiJub25lIn0.eyJzY29wZSI6InB1Ymxpc2gifQ."
            })
    void nothingElseIsAccepted(String authorization) {
        Tokens tokens = new Tokens(() -> List.of(Tokens.forEverything("one", SECRET)), CLOCK);

        assertThat(ask(tokens, authorization)).isEqualTo(new Authentication.Rejected());
    }

    @Test
    void withoutTokensNobodyIsAsked() {
        assertThat(ask(new Tokens(List::of, CLOCK), "Bearer " + SECRET))
                .isEqualTo(new Authentication.NotConfigured());
        Tokens some = new Tokens(() -> List.of(Tokens.forEverything("one", SECRET)), CLOCK);
        assertThat(some.authenticate(Optional.empty(), "192.0.2.1"))
                .isEqualTo(new Authentication.Missing());
    }

    @Test
    @BadInput("U16")
    void aShortTokenIsRefusedWithoutBeingSaid() {
        assertThatThrownBy(() -> Tokens.forEverything("CONTENTPACK_PUBLISH_TOKEN", "hunter2"))
                .hasMessageContaining("CONTENTPACK_PUBLISH_TOKEN must have at least 32")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    @BadInput({"U1", "U2"})
    void namedTokensHaveScopesPacksAndAnEnd() throws TokenLines.Malformed {
        List<Token> lines =
                TokenLines.parse(
                        List.of(
                                "# editors",
                                "",
                                line("anna", SECRET, "publish,review leg-,sleep- 2026-11-25"),
                                line("ben", "other", "audit *")));
        Tokens today = new Tokens(() -> lines, CLOCK);
        Tokens tomorrow =
                new Tokens(() -> lines, InstantSource.fixed(Instant.parse("2026-11-25T00:00:00Z")));

        Caller anna = ((Authentication.Accepted) ask(today, "Bearer " + SECRET)).caller();

        assertThat(anna.name()).isEqualTo("anna");
        assertThat(anna.may(Scope.PUBLISH, new PackId("leg-cramps"))).isTrue();
        assertThat(anna.may(Scope.PUBLISH, new PackId("arm-cramps"))).isFalse();
        assertThat(anna.may(Scope.WITHDRAW, new PackId("leg-cramps"))).isFalse();
        assertThat(ask(tomorrow, "Bearer " + SECRET)).isEqualTo(new Authentication.Rejected());
        assertThat(ask(tomorrow, "Bearer other")).isInstanceOf(Authentication.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna sha256:12 publish *",
                "an/na sha256:D publish *",
                "anna sha256:D write *",
                "anna sha256:D publish, *",
                "anna sha256:D publish Leg",
                "anna sha256:D publish *,leg-",
                "anna sha256:D publish * tomorrow",
                "anna sha256:D publish * 2026-01-01 more",
                "good sha256:D publish *",
                "other sha256:E publish *"
            })
    void aLineThatIsWrongIsNamedByItsNumber(String line) {
        String known = "good sha256:" + "e".repeat(64) + " publish *";
        String wrong =
                line.replace("sha256:D", "sha256:" + "d".repeat(64))
                        .replace("sha256:E", "sha256:" + "e".repeat(64));

        assertThatThrownBy(() -> TokenLines.parse(List.of("# head", known, wrong)))
                .isInstanceOf(TokenLines.Malformed.class)
                .hasMessageStartingWith("line 3: ");
    }

    @Test
    void aTokenIsRevokedByTakingItsLineOut() throws IOException {
        Path file = folder.resolve("tokens.txt");
        Files.writeString(file, line("anna", SECRET, "publish *") + "\n");
        Tokens tokens = new Tokens(new TokenFile(file), CLOCK);
        assertThat(ask(tokens, "Bearer " + SECRET)).isInstanceOf(Authentication.Accepted.class);

        Files.writeString(file, line("ben", "another", "publish *") + "\n");
        Files.setLastModifiedTime(file, FileTime.from(NOW));

        assertThat(ask(tokens, "Bearer " + SECRET)).isEqualTo(new Authentication.Rejected());
        assertThat(ask(tokens, "Bearer another")).isInstanceOf(Authentication.Accepted.class);
    }

    @Test
    void whileTheFileIsWrongNoneOfItsTokensIsAccepted() throws IOException {
        Path file = folder.resolve("tokens.txt");
        String good = line("anna", SECRET, "publish *") + "\n";
        Files.writeString(file, good);
        Token fixed = Tokens.forEverything("fixed", "another-long-and-random-token-0123");
        TokenFile named = new TokenFile(file);
        Tokens tokens =
                new Tokens(
                        () ->
                                java.util.stream.Stream.concat(
                                                java.util.stream.Stream.of(fixed),
                                                named.get().stream())
                                        .toList(),
                        CLOCK);

        Files.writeString(file, good + "oops\n");
        assertThat(ask(tokens, "Bearer " + SECRET)).isEqualTo(new Authentication.Rejected());
        assertThat(ask(tokens, "Bearer another-long-and-random-token-0123"))
                .isInstanceOf(Authentication.Accepted.class);
        Files.delete(file);
        assertThat(ask(tokens, "Bearer " + SECRET)).isEqualTo(new Authentication.Rejected());
        Files.writeString(file, good);
        assertThat(ask(tokens, "Bearer " + SECRET)).isInstanceOf(Authentication.Accepted.class);
    }

    @Test
    void aServerDoesNotStartWithAFileThatIsWrong() throws IOException {
        Path file = folder.resolve("tokens.txt");
        Files.writeString(file, "anna\n");

        assertThatThrownBy(() -> new TokenFile(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1: ");
        assertThatThrownBy(() -> new TokenFile(folder.resolve("none.txt")))
                .isInstanceOf(IOException.class);
    }

    /** A clock that is set by hand. */
    private static final class HandClock implements InstantSource {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    @BadInput("U13")
    void whoeverKeepsFailingHasToWaitAndNobodyElse() {
        HandClock clock = new HandClock();
        FailureLimit limit =
                new FailureLimit(
                        new Tokens(() -> List.of(Tokens.forEverything("one", SECRET)), clock),
                        clock);
        for (int i = 0; i < FailureLimit.FAILURES; i++) {
            assertThat(ask(limit, "Bearer wrong")).isEqualTo(new Authentication.Rejected());
        }
        clock.now = NOW.plusSeconds(20);

        assertThat(ask(limit, "Bearer wrong"))
                .isEqualTo(new Authentication.TooManyFailures(Duration.ofSeconds(40)));
        assertThat(ask(limit, "Bearer " + SECRET)).isInstanceOf(Authentication.Accepted.class);
        assertThat(limit.authenticate(Optional.empty(), "192.0.2.1"))
                .isEqualTo(new Authentication.Missing());
        assertThat(limit.authenticate(Optional.of("Bearer wrong"), "192.0.2.2"))
                .isEqualTo(new Authentication.Rejected());
        clock.now = NOW.plus(FailureLimit.WINDOW);
        assertThat(ask(limit, "Bearer wrong")).isEqualTo(new Authentication.Rejected());
    }

    @Test
    @BadInput("U13")
    void addressesOfOneNetworkAreOneClient() {
        FailureLimit limit =
                new FailureLimit(
                        new Tokens(() -> List.of(Tokens.forEverything("one", SECRET)), CLOCK),
                        CLOCK);
        for (int i = 0; i < FailureLimit.FAILURES; i++) {
            limit.authenticate(Optional.of("Bearer wrong"), "2001:db8:1:2::" + i);
        }

        assertThat(limit.authenticate(Optional.of("Bearer wrong"), "2001:db8:1:2:ffff::1"))
                .isInstanceOf(Authentication.TooManyFailures.class);
        assertThat(limit.authenticate(Optional.of("Bearer wrong"), "2001:db8:1:3::1"))
                .isEqualTo(new Authentication.Rejected());
    }

    @Test
    void anAllowanceIsForAllTogetherAndComesBack() {
        Allowance allowance = new Allowance(2, Duration.ofMinutes(1));

        assertThat(
                        java.util.stream.Stream.of(0, 1, 59, 60, 61, 62, -5)
                                .map(second -> allowance.isAllowed(NOW.plusSeconds(second))))
                .containsExactly(true, true, false, true, true, false, true);
    }
}

package org.contentpack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels, withdrawals, reviews, plans and runs, against answers that are played. */
class ServerCommandsTest {

    private static final String ITEM =
            "{\"article\":\"cramps\",\"language\":\"en\",\"action\":\"%s\",\"undecided\":%d}";
    private static final String PLAN =
            "{\"id\":2,\"target\":\"site\",\"pack\":\"legs\",\"to\":\"1.1.0\",\"digest\":\"sha256:aa\","
                    + "\"undecided\":%d,\"items\":[%s]}";
    private static final String RUN =
            "{\"id\":7,\"state\":\"%s\",\"progress\":{\"total\":2,\"ended\":1},\"items\":[{"
                    + "\"article\":\"cramps\",\"language\":\"en\",\"action\":\"update\","
                    + "\"state\":\"%s\",\"message\":\"Said.\",\"left\":[]}]}";

    @TempDir private Path folder;
    private Path token;
    private PlayedServer server;

    @BeforeEach
    void open() throws IOException {
        token = Files.writeString(folder.resolve("token"), "secret-0123456789\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        server = new PlayedServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Object[] arguments(Object... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--server",
                                server.url(),
                                "--token-file",
                                token,
                                "--timeout",
                                "0.5"))
                .toArray();
    }

    private Called call(Object... command) {
        return Called.run(arguments(command));
    }

    private String asked(int number) {
        return server.asked().get(number).line().replace(" HTTP/1.1", "");
    }

    private static String channel(String version) {
        return "{\"channel\":\"stable\",\"version\":\"" + version + "\"}";
    }

    @Test
    void aChannelIsMovedFromWhereItWasSeen() {
        server.json(200, channel("1.0.0"), "ETag: \"abc\"").json(200, channel("1.1.0"));

        assertThat(call("channel", "legs", "stable", "1.1.0"))
                .isEqualTo(new Called(0, "legs stable -> 1.1.0  (was 1.0.0)\n", ""));
        assertThat(asked(1)).isEqualTo("PUT /api/packs/legs/channels/stable");
        assertThat(server.asked().get(1).field("if-match")).isEqualTo("\"abc\"");
        assertThat(server.asked().get(1).body())
                .asString()
                .isEqualToIgnoringWhitespace("{\"version\":\"1.1.0\"}");
    }

    @Test
    void aNewChannelIsMadeWhereThereIsNone() {
        server.problem(404, "not-found", "").json(201, channel("1.1.0"));

        assertThat(call("channel", "legs", "stable", "1.1.0").out())
                .isEqualTo("legs stable -> 1.1.0  (new)\n");
        assertThat(server.asked().get(1).field("if-none-match")).isEqualTo("*");
    }

    @Test
    void aLostRaceForAChannelIsTold() {
        server.json(200, channel("1.0.0"), "ETag: \"abc\"")
                .problem(412, "precondition-failed", ",\"title\":\"Other\"");

        assertThat(call("channel", "legs", "stable", "1.1.0"))
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "channel: somebody else moved the channel stable meanwhile; see"
                                        + " where it points, then call again\n"));
    }

    @Test
    void whatIsTypedLeadsToNoOtherAddress() {
        server.problem(404, "not-found", "").problem(404, "not-found", ",\"title\":\"None\"");

        assertThat(call("channel", "..", "a/b?c", "1.0.0").err()).isEqualTo("channel: 404 None\n");
        assertThat(asked(0)).isEqualTo("GET /api/packs/%2E%2E/channels/a%2Fb%3Fc");
    }

    @Test
    void aReleaseIsWithdrawnAndReinstated() {
        server.json(200, "{\"kind\":\"error\"}")
                .play("HTTP/1.1 204 None\r\nConnection: close\r\n\r\n");

        assertThat(call("withdraw", "legs", "1.0.0", "--kind", "error", "--note", "A dose."))
                .isEqualTo(new Called(0, "legs@1.0.0 is withdrawn: error\n", ""));
        assertThat(call("withdraw", "legs", "1.0.0", "--article", "cramps", "--reinstate"))
                .isEqualTo(new Called(0, "legs@1.0.0 cramps is not withdrawn\n", ""));
        assertThat(asked(0)).isEqualTo("PUT /api/packs/legs/versions/1.0.0/withdrawal");
        assertThat(server.asked().get(0).body())
                .asString()
                .isEqualToIgnoringWhitespace("{\"kind\":\"error\",\"note\":\"A dose.\"}");
        assertThat(asked(1))
                .isEqualTo("DELETE /api/packs/legs/versions/1.0.0/articles/cramps/withdrawal");
    }

    @Test
    void nothingIsErasedThatIsNotNamedTwice() {
        assertThat(call("withdraw", "legs", "1.0.0", "--kind", "erased").exit()).isEqualTo(2);
        assertThat(
                        call(
                                        "withdraw",
                                        "legs",
                                        "1.0.0",
                                        "--kind",
                                        "erased",
                                        "--erase",
                                        "legs@1.1.0")
                                .exit())
                .isEqualTo(2);
        assertThat(call("withdraw", "legs", "1.0.0").exit()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();

        server.json(200, "{\"kind\":\"erased\"}");
        assertThat(
                        call(
                                        "withdraw",
                                        "legs",
                                        "1.0.0",
                                        "--kind",
                                        "erased",
                                        "--erase",
                                        "legs@1.0.0")
                                .exit())
                .isZero();
    }

    @Test
    void aReviewSaysWhatItWasTold() {
        server.json(201, "{\"outcome\":\"revoked\"}");

        assertThat(
                        call(
                                "review",
                                "legs",
                                "1.0.0",
                                "cramps",
                                "--outcome",
                                "revoked",
                                "--date",
                                "2026-11-24",
                                "--reason",
                                "A mistake."))
                .isEqualTo(new Called(0, "legs@1.0.0 cramps: revoked\n", ""));
        assertThat(asked(0))
                .isEqualTo("POST /api/packs/legs/versions/1.0.0/articles/cramps/reviews");
        assertThat(server.asked().get(0).body())
                .asString()
                .isEqualToIgnoringWhitespace(
                        "{\"date\":\"2026-11-24\",\"outcome\":\"revoked\","
                                + "\"reason\":\"A mistake.\"}");
    }

    @Test
    void aPlanIsATableAndOpenConflictsEndWithOne() {
        server.json(201, PLAN.formatted(0, ITEM.formatted("update", 0)))
                .json(
                        201,
                        PLAN.formatted(
                                2,
                                ITEM.formatted("conflict", 2) + "," + ITEM.formatted("keep", 0)));

        assertThat(call("plan", "site", "legs", "legs@^1.0"))
                .isEqualTo(
                        new Called(
                                1,
                                """
                                plan 2: legs@1.1.0 to site
                                  update  en  cramps
                                try: contentpack apply 2
                                plan 2: legs@1.1.0 to site
                                  conflict  en  cramps (2 to decide)
                                  keep      en  cramps
                                2 to decide: applied now, those places stay as they are in the target
                                """,
                                ""));
        assertThat(server.asked().get(1).body())
                .asString()
                .isEqualToIgnoringWhitespace("{\"pack\":\"legs\",\"to\":\"^1.0\"}");
    }

    @Test
    void jsonIsTheServersOwn() {
        String plan = PLAN.formatted(0, "");
        server.json(201, plan);
        assertThat(call("plan", "site", "legs", "--json"))
                .isEqualTo(new Called(0, plan + "\n", ""));
    }

    @Test
    void aPlanIsAppliedAsItWasSeenAndFollowedToItsEnd() {
        server.json(200, PLAN.formatted(0, ""), "ETag: \"p\"")
                .json(202, RUN.formatted("running", "waiting"))
                .json(200, RUN.formatted("running", "writing"))
                .json(200, RUN.formatted("finished", "done"));

        Called said = Called.onATerminal(arguments("apply", "2"));

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("run 7: finished\n  done  update  en  cramps  Said.\n");
        assertThat(said.err()).contains("\rrun 7 [############------------] 50 %");
        assertThat(asked(1)).isEqualTo("POST /api/plans/2/apply");
        assertThat(server.asked().get(1).field("if-match")).isEqualTo("\"p\"");
        assertThat(asked(3)).isEqualTo("GET /api/runs/7");
    }

    @Test
    void itemsThatFailedEndWithOne() {
        server.json(202, RUN.formatted("finished", "failed"));
        assertThat(call("undo", "6").exit()).isEqualTo(1);
        assertThat(asked(0)).isEqualTo("POST /api/runs/6/undo");
    }

    @Test
    void aPlanThatIsAnotherByNowIsNotApplied() {
        String said =
                "apply: plan 2 is another by now: somebody decided something meanwhile; look at"
                        + " it, then call again\n";
        server.json(200, PLAN.formatted(0, ""), "ETag: \"p\"")
                .problem(412, "precondition-failed", "")
                .json(200, PLAN.formatted(0, ""), "ETag: \"p\"");
        assertThat(call("apply", "2")).isEqualTo(new Called(3, "", said));
        assertThat(call("apply", "2", "--digest", "sha256:bb")).isEqualTo(new Called(3, "", said));
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aRunWhoseServerIsGoneGoesOn() {
        server.json(202, RUN.formatted("running", "waiting"));
        assertThat(call("undo", "6"))
                .isEqualTo(
                        new Called(
                                3,
                                "",
                                "undo: "
                                        + server.url()
                                        + ": it stopped answering: nothing came for 500 ms (run 7"
                                        + " goes on by itself)\n"));
    }

    @Test
    void driftIsListedAndNoFailure() {
        server.json(
                        200,
                        "{\"items\":[{\"pack\":\"legs\",\"article\":\"cramps\",\"language\":\"en\","
                                + "\"state\":\"changed\",\"steps\":[{\"place\":\"field:summary\"}]}]}")
                .json(200, "{\"items\":[]}");
        assertThat(call("drift", "site"))
                .isEqualTo(new Called(0, "changed  en  legs/cramps  field:summary\n", ""));
        assertThat(call("drift", "site").out()).isEqualTo("all is as the last apply left it\n");
    }
}

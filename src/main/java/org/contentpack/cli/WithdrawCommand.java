package org.contentpack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.Plain;
import org.contentpack.cli.remote.ServerAnswer;
import org.contentpack.cli.remote.ServerRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contentpack withdraw}: says that a release, or an article of it, is not to be used. */
@Command(
        name = "withdraw",
        description = {
            "Withdraws a release or one article of it, or takes that back.",
            "superseded and expired are still shown, with a notice; error and gone are not; erased"
                    + " destroys the bytes for good."
        },
        mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PACK", description = "Id of the pack.")
    private @Nullable String pack;

    @Parameters(index = "1", paramLabel = "VERSION", description = "An exact version.")
    private @Nullable String version;

    @Option(names = "--article", paramLabel = "ID", description = "Only this article of it.")
    private @Nullable String article;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Why: superseded, expired, error, gone, erased.")
    private @Nullable String kind;

    @Option(names = "--note", paramLabel = "TEXT", description = "What readers are told.")
    private @Nullable String note;

    @Option(
            names = "--replaced-by",
            paramLabel = "NAME",
            description = "What to read instead: a version, or another article.")
    private @Nullable String replacedBy;

    @Option(
            names = "--erase",
            paramLabel = "PACK@VERSION",
            description = "Said again with --kind erased, which nobody can take back.")
    private @Nullable String erase;

    @Option(names = "--reinstate", description = "Takes the withdrawal back.")
    private boolean isReinstated;

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints what the server answered as JSON.")
    private boolean isJson;

    WithdrawCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        check();
        PackServer to = server.connect(terminal);
        List<String> parts =
                new ArrayList<>(
                        List.of(
                                "packs",
                                Given.required(pack),
                                "versions",
                                Given.required(version)));
        if (article != null) {
            parts.addAll(List.of("articles", article));
        }
        parts.add("withdrawal");
        String path = ServerRequest.path(parts.toArray(String[]::new));
        String what = pack + "@" + version + (article == null ? "" : " " + article);
        if (isReinstated) {
            ServerAnswer answer = to.send(ServerRequest.delete(path));
            if (answer.status() != 204) {
                throw answer.failure();
            }
            terminal.out().println(isJson ? "{}" : what + " is not withdrawn");
            return ExitCode.FINE;
        }
        ServerAnswer answer = to.send(ServerRequest.json("PUT", path, Json.text(said())));
        JsonNode withdrawal = answer.having("kind");
        terminal.out()
                .println(
                        isJson
                                ? answer.body().strip()
                                : what
                                        + " is withdrawn: "
                                        + Plain.text(withdrawal.path("kind").asText()));
        return ExitCode.FINE;
    }

    private void check() {
        if (isReinstated == (kind != null)) {
            throw misuse("give either --kind or --reinstate");
        }
        if ("erased".equals(kind) && !(pack + "@" + version).equals(erase)) {
            throw misuse(
                    "erased destroys the bytes for good; to do so add: --erase "
                            + pack
                            + "@"
                            + version);
        }
    }

    private ParameterException misuse(String why) {
        return new ParameterException(Given.required(spec).commandLine(), why);
    }

    private Map<String, Object> said() {
        Map<String, Object> said = new TreeMap<>();
        Optional.ofNullable(kind).ifPresent(text -> said.put("kind", text));
        Optional.ofNullable(note).ifPresent(text -> said.put("note", text));
        Optional.ofNullable(replacedBy).ifPresent(text -> said.put("replacedBy", text));
        return said;
    }
}

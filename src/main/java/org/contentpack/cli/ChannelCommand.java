package org.contentpack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.Plain;
import org.contentpack.cli.remote.ServerAnswer;
import org.contentpack.cli.remote.ServerRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack channel}: points a channel of a pack at a release. */
@Command(
        name = "channel",
        description = {
            "Points a channel of a pack at a release; makes the channel where there is none.",
            "Where somebody else moves it at the same time, one of both is told and nothing is"
                    + " overwritten."
        },
        mixinStandardHelpOptions = true)
final class ChannelCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "PACK", description = "Id of the pack.")
    private @Nullable String pack;

    @Parameters(index = "1", paramLabel = "NAME", description = "The channel: next, stable.")
    private @Nullable String name;

    @Parameters(index = "2", paramLabel = "VERSION", description = "An exact version.")
    private @Nullable String version;

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints what the server answered as JSON.")
    private boolean isJson;

    ChannelCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        String to = Given.required(version);
        PackServer from = server.connect(terminal);
        String path =
                ServerRequest.path("packs", Given.required(pack), "channels", Given.required(name));
        ServerAnswer before = from.send(ServerRequest.get(path));
        ServerRequest put = ServerRequest.json("PUT", path, Json.text(Map.of("version", to)));
        ServerAnswer after = from.send(expecting(put, before));
        if (after.status() == 412) {
            throw new CommandFailure(
                    "somebody else moved the channel "
                            + name
                            + " meanwhile; see where it points, then call again");
        }
        JsonNode channel = after.having("version");
        if (isJson) {
            terminal.out().println(after.body().strip());
        } else {
            terminal.out()
                    .println(
                            pack
                                    + " "
                                    + Plain.text(channel.path("channel").asText())
                                    + " -> "
                                    + Plain.text(channel.path("version").asText())
                                    + was(before));
        }
        return ExitCode.FINE;
    }

    private static ServerRequest expecting(ServerRequest put, ServerAnswer before)
            throws IOException {
        if (before.status() == 404 && before.isProblem()) {
            return put.with("If-None-Match", "*");
        }
        before.having("version");
        Optional<String> tag = before.header("ETag");
        return put.with(
                "If-Match", tag.orElseThrow(() -> before.unexpected("the channel has no ETag")));
    }

    private static String was(ServerAnswer before) {
        String version = Plain.text(before.json().path("version").asText());
        return version.isEmpty() ? "  (new)" : "  (was " + version + ")";
    }
}

package org.contentpack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.ServerAnswer;
import org.contentpack.cli.remote.ServerRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack drift}: what was changed by hand in a target. */
@Command(
        name = "drift",
        description = {
            "Says which items somebody changed or deleted in a target since the last apply.",
            "Drift is no failure: it ends with 0."
        },
        mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "TARGET", description = "Name of the target.")
    private @Nullable String target;

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints what the server answered as JSON.")
    private boolean isJson;

    DriftCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        PackServer to = server.connect(terminal);
        ServerAnswer answer =
                to.send(
                        ServerRequest.get(
                                ServerRequest.path("targets", Given.required(target), "drift")));
        JsonNode items = answer.having("items").path("items");
        if (isJson) {
            terminal.out().println(answer.body().strip());
            return ExitCode.FINE;
        }
        Table table = new Table();
        for (JsonNode item : items) {
            StringBuilder places = new StringBuilder();
            for (JsonNode step : item.path("steps")) {
                places.append(places.isEmpty() ? "" : ", ").append(step.path("place").asText());
            }
            table.row(
                    item.path("state").asText(),
                    item.path("language").asText(),
                    item.path("pack").asText() + "/" + item.path("article").asText(),
                    places.toString());
        }
        table.print(terminal, "");
        if (items.isEmpty()) {
            terminal.out().println("all is as the last apply left it");
        }
        return ExitCode.FINE;
    }
}

package org.contentpack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** {@code contentpack plan}: what would be written to a target; nothing is. */
@Command(
        name = "plan",
        description = {
            "Reads a target and plans what would be written there, one plan for each pack. Nothing"
                    + " is changed.",
            "Ends with 1 where conflicts wait for a decision."
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "TARGET", description = "Name of the target.")
    private @Nullable String target;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PACK",
            description = "Id of a pack, also with a version, range or channel: id@1.1.0.")
    private List<String> packs = List.of();

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints each plan as the server answered it.")
    private boolean isJson;

    PlanCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        PackServer to = server.connect(terminal);
        String path = ServerRequest.path("targets", Given.required(target), "plans");
        int exit = ExitCode.FINE;
        for (String pack : packs) {
            ServerAnswer answer =
                    to.send(ServerRequest.json("POST", path, Json.text(wanted(pack))));
            JsonNode plan = answer.having("items");
            if (isJson) {
                terminal.out().println(answer.body().strip());
            } else {
                tell(plan);
            }
            if (plan.path("undecided").asInt() > 0) {
                exit = ExitCode.FINDINGS;
            }
        }
        return exit;
    }

    private static Map<String, Object> wanted(String pack) {
        int at = pack.indexOf('@');
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("pack", at < 0 ? pack : pack.substring(0, at));
        wanted.put("to", at < 0 ? "latest" : pack.substring(at + 1));
        return wanted;
    }

    private void tell(JsonNode plan) {
        String id = Plain.text(plan.path("id").asText());
        terminal.out()
                .println(
                        "plan "
                                + id
                                + ": "
                                + Plain.text(plan.path("pack").asText())
                                + "@"
                                + Plain.text(plan.path("to").asText())
                                + " to "
                                + Plain.text(plan.path("target").asText()));
        Table table = new Table();
        for (JsonNode item : plan.path("items")) {
            int undecided = item.path("undecided").asInt();
            table.row(
                    item.path("action").asText(),
                    item.path("language").asText(),
                    item.path("article").asText()
                            + (undecided == 0 ? "" : " (" + undecided + " to decide)"));
        }
        table.print(terminal, "  ");
        int undecided = plan.path("undecided").asInt();
        terminal.out()
                .println(
                        undecided == 0
                                ? "try: contentpack apply " + id
                                : undecided
                                        + " to decide: applied now, those places stay as they are"
                                        + " in the target");
    }
}

package org.contentpack.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.ServerAnswer;
import org.contentpack.cli.remote.ServerRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack apply}: writes to a target what a plan says, and waits for the end. */
@Command(
        name = "apply",
        description = {
            "Writes to the target what the plan says and nothing else, and waits until that is"
                    + " done.",
            "Ends with 1 where items failed or conflicts are open. The run goes on where the"
                    + " command is stopped."
        },
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PLAN", description = "Number of the plan.")
    private long plan;

    @Option(
            names = "--digest",
            paramLabel = "DIGEST",
            description =
                    "Digest of the plan that was looked at; without it, the plan as it is now.")
    private String digest = "";

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints the run as the server answered it.")
    private boolean isJson;

    ApplyCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        PackServer to = server.connect(terminal);
        String path = ServerRequest.path("plans", Long.toString(plan));
        ServerAnswer seen = to.send(ServerRequest.get(path));
        String now = seen.having("digest").path("digest").asText();
        if (!digest.isEmpty() && !digest.equals(now)) {
            throw changed();
        }
        String tag = seen.header("ETag").orElseThrow(() -> seen.unexpected("the plan has no ETag"));
        ServerAnswer run = to.send(ServerRequest.post(path + "/apply").with("If-Match", tag));
        if (run.status() == 412) {
            throw changed();
        }
        return new RunFollowing(terminal, to, isJson).follow(run);
    }

    private CommandFailure changed() {
        return new CommandFailure(
                "plan "
                        + plan
                        + " is another by now: somebody decided something meanwhile; look at it,"
                        + " then call again");
    }
}

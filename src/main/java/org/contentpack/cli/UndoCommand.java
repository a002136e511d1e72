package org.contentpack.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.ServerRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack undo}: puts back what a run wrote to a target, and waits for the end. */
@Command(
        name = "undo",
        description = {
            "Puts back what a run wrote, except for what was changed in the target since, and waits"
                    + " until that is done.",
            "Ends with 1 where items failed or places were left alone."
        },
        mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "Number of the run.")
    private long run;

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints the run as the server answered it.")
    private boolean isJson;

    UndoCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        PackServer to = server.connect(terminal);
        return new RunFollowing(terminal, to, isJson)
                .follow(
                        to.send(
                                ServerRequest.post(
                                        ServerRequest.path("runs", Long.toString(run), "undo"))));
    }
}

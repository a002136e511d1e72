package org.contentpack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.Plain;
import org.contentpack.cli.remote.ServerAnswer;
import org.contentpack.cli.remote.ServerFailure;
import org.contentpack.cli.remote.ServerRequest;

/**
 * Waits until a run of a server has ended and tells what came of it. The run goes on by itself
 * where the command is stopped.
 */
record RunFollowing(Terminal terminal, PackServer server, boolean isJson) {

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    /**
     * Follows a run from the answer that began it.
     *
     * @return the exit code: whether items failed
     */
    int follow(ServerAnswer begun) throws IOException, CommandFailure {
        String id = begun.having("state").path("id").asText();
        String path = ServerRequest.path("runs", id);
        ServerAnswer answer = begun;
        long pause = FIRST_PAUSE_MILLIS;
        try (Progress progress = new Progress(terminal, "run " + Plain.text(id))) {
            while (isRunning(answer.having("state"))) {
                JsonNode far = answer.json().path("progress");
                progress.at(far.path("ended").asLong(), far.path("total").asLong());
                TimeUnit.MILLISECONDS.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                answer = server.send(ServerRequest.get(path));
            }
        } catch (ServerFailure e) {
            throw new CommandFailure(
                    e.getMessage() + " (run " + Plain.text(id) + " goes on by itself)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(
                    "interrupted; run " + Plain.text(id) + " goes on by itself", e);
        }
        return tell(answer);
    }

    private static boolean isRunning(JsonNode run) {
        return run.path("state").asText().equals("running");
    }

    private int tell(ServerAnswer answer) {
        JsonNode run = answer.json();
        if (isJson) {
            terminal.out().println(answer.body().strip());
        } else {
            terminal.out()
                    .println(
                            "run "
                                    + Plain.text(run.path("id").asText())
                                    + ": "
                                    + Plain.text(run.path("state").asText()));
            Table table = new Table();
            for (JsonNode item : run.path("items")) {
                table.row(
                        item.path("state").asText(),
                        item.path("action").asText(),
                        item.path("language").asText(),
                        item.path("article").asText(),
                        item.path("message").asText());
            }
            table.print(terminal, "  ");
        }
        return isAllDone(run) ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static boolean isAllDone(JsonNode run) {
        boolean isDone = run.path("state").asText().equals("finished");
        for (JsonNode item : run.path("items")) {
            String state = item.path("state").asText();
            isDone &= state.equals("done") || state.equals("unchanged");
            isDone &= !item.path("action").asText().equals("conflict");
            isDone &= item.path("left").isEmpty();
        }
        return isDone;
    }
}

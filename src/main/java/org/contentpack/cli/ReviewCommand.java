package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.Plain;
import org.contentpack.cli.remote.ServerAnswer;
import org.contentpack.cli.remote.ServerRequest;
import org.contentpack.signature.ReviewSignatureCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack review}: states on a server that somebody reviewed an article. */
@Command(
        name = "review",
        description = {
            "States that an article of a release was reviewed, or takes the statement before back.",
            "Says on the server what it is told, and nothing else: no name, no date is filled in."
        },
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "PACK", description = "Id of the pack.")
    private @Nullable String pack;

    @Parameters(index = "1", paramLabel = "VERSION", description = "An exact version.")
    private @Nullable String version;

    @Parameters(index = "2", paramLabel = "ARTICLE", description = "Id of the article.")
    private @Nullable String article;

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "OUTCOME",
            description = "What came of it: approved, revoked.")
    private @Nullable String outcome;

    @Option(
            names = "--date",
            required = true,
            paramLabel = "DATE",
            description = "When: 2026-11-24.")
    private @Nullable String date;

    @Option(names = "--reviewer", paramLabel = "NAME", description = "Who.")
    private @Nullable String reviewer;

    @Option(names = "--role", paramLabel = "TEXT", description = "What the reviewer is.")
    private @Nullable String role;

    @Option(
            names = "--registration",
            paramLabel = "TEXT",
            description = "Number in a register of professionals.")
    private @Nullable String registration;

    @Option(names = "--scope", paramLabel = "TEXT", description = "What was reviewed.")
    private @Nullable String scope;

    @Option(names = "--next-review", paramLabel = "DATE", description = "Until when it counts.")
    private @Nullable String nextReview;

    @Option(names = "--reason", paramLabel = "TEXT", description = "With revoked: why.")
    private @Nullable String reason;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Of the article; without it, the pack's own.")
    private @Nullable String language;

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "Compact JWS over the statement (docs/signatures.md).")
    private @Nullable Path signature;

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints what the server answered as JSON.")
    private boolean isJson;

    ReviewCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Map<String, Object> statement = statement();
        PackServer to = server.connect(terminal);
        String path =
                ServerRequest.path(
                        "packs",
                        Given.required(pack),
                        "versions",
                        Given.required(version),
                        "articles",
                        Given.required(article),
                        "reviews");
        ServerAnswer answer =
                to.send(
                        ServerRequest.json("POST", path, Json.text(statement))
                                .with("Idempotency-Key", "\"" + UUID.randomUUID() + "\""));
        JsonNode stored = answer.having("outcome");
        if (isJson) {
            terminal.out().println(answer.body().strip());
        } else {
            terminal.out()
                    .println(
                            pack
                                    + "@"
                                    + version
                                    + " "
                                    + article
                                    + ": "
                                    + Plain.text(stored.path("outcome").asText())
                                    + (answer.status() == 201 ? "" : "; it said so already"));
        }
        return ExitCode.FINE;
    }

    private Map<String, Object> statement() throws IOException, CommandFailure {
        Map<String, Object> said = new TreeMap<>();
        put(said, "outcome", outcome);
        put(said, "date", date);
        put(said, "reviewer", reviewer);
        put(said, "role", role);
        put(said, "registration", registration);
        put(said, "scope", scope);
        put(said, "nextReview", nextReview);
        put(said, "reason", reason);
        put(said, "language", language);
        if (signature != null) {
            if (Files.size(signature) > ReviewSignatureCheck.MAX_LENGTH + 2L) {
                throw new CommandFailure(signature + ": it is too long to be a signature");
            }
            said.put("signature", new String(Files.readAllBytes(signature), US_ASCII).strip());
        }
        return said;
    }

    private static void put(Map<String, Object> said, String name, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(text -> said.put(name, text));
    }
}

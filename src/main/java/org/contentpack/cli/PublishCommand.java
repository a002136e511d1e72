package org.contentpack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.PackFiles;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.Plain;
import org.contentpack.cli.remote.ServerAnswer;
import org.contentpack.cli.remote.ServerRequest;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.finding.Report;
import org.contentpack.finding.Severity;
import org.contentpack.pack.Release;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack publish}: a release to a server, with the signatures beside it. */
@Command(
        name = "publish",
        description = {
            "Checks a release and registers it on a server, with the signatures beside it.",
            "The same content again changes nothing. A pack that breaks rules is not sent."
        },
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR|ZIP", description = "Folder or zip of the release.")
    private @Nullable Path pack;

    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Prints what the server answered as JSON.")
    private boolean isJson;

    PublishCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path from = Given.required(pack);
        PackServer to = server.connect(terminal);
        try (OpenedPack opened = engines.get().open(from)) {
            ValidationResult result = engines.get().validate(opened, engines.get().beside(opened));
            if (!(result instanceof ValidationResult.Accepted accepted)) {
                return tell(opened, result.report());
            }
            Release release = accepted.release();
            List<String> signatures = SignatureFile.beside(from, release.id()).signatures();
            ServerAnswer answer = send(to, release, opened.files().orElseThrow(), signatures);
            return tell(opened, release, answer);
        }
    }

    private ServerAnswer send(
            PackServer to, Release release, PackFiles files, List<String> signatures)
            throws IOException {
        Path zip = Files.createTempFile("contentpack-", ".zip");
        try (Progress progress = new Progress(terminal, "sending " + release.id())) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
                CanonicalArchive.write(files, out);
            }
            long size = Files.size(zip);
            return to.send(request(release, zip, signatures), sent -> progress.at(sent, size));
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    /**
     * The key tells this call from the next one with the same content: under an older key the
     * server would say for a day what it said then, also what is no longer so.
     */
    private static ServerRequest request(Release release, Path zip, List<String> signatures)
            throws IOException {
        ServerRequest request =
                new ServerRequest(
                        "POST",
                        "/api/packs",
                        Map.of(
                                "Content-Type",
                                "application/zip",
                                "Idempotency-Key",
                                "\"" + release.digest().hex() + "-" + UUID.randomUUID() + "\""),
                        BodyPublishers.ofFile(zip));
        return signatures.isEmpty()
                ? request
                : request.with("Content-Pack-Signature", String.join(", ", signatures));
    }

    private int tell(OpenedPack opened, Release release, ServerAnswer answer) throws IOException {
        if (answer.status() == 422 && answer.isProblem() && answer.json().has("findings")) {
            tell(opened, ToldFindings.of(answer.json().path("findings")));
            return ExitCode.FINDINGS;
        }
        if (answer.isProblem("version-exists")) {
            JsonNode digests = answer.json().path("digests");
            terminal.err().println("registered " + Plain.text(digests.path("registered").asText()));
            terminal.err().println("offered    " + Plain.text(digests.path("offered").asText()));
            throw answer.failure();
        }
        JsonNode json = answer.having("digest");
        if (!json.path("digest").asText().equals(release.digest().value())) {
            throw answer.unexpected("it registered " + json.path("digest").asText());
        }
        if (isJson) {
            terminal.out().println(answer.body().strip());
            return ExitCode.FINE;
        }
        terminal.out().println(release.id() + "  " + release.digest());
        terminal.out()
                .println(
                        answer.status() == 201
                                ? "published: " + answer.from().resolve(url(json))
                                : "it was there already: " + answer.from().resolve(url(json)));
        long warnings = ToldFindings.of(json.path("findings")).count(Severity.WARNING);
        if (warnings > 0) {
            terminal.out().println(warnings + (warnings == 1 ? " warning" : " warnings"));
        }
        return ExitCode.FINE;
    }

    /** A path of the server's; anything else is not repeated. */
    private static String url(JsonNode json) {
        String url = json.path("url").asText();
        return url.matches("/[\\x21-\\x7e&&[^\\\\]]*") ? url : "";
    }

    private int tell(OpenedPack opened, Report report) throws IOException {
        return Findings.tell(
                List.of(new PackReport(opened.origin(), report, opened.texts())),
                isJson ? ReportFormat.JSON : ReportFormat.TEXT,
                terminal);
    }
}

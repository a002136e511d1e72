package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.pack.Release;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.signature.SigningKey;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack sign}: says with a private key who stands for a release. */
@Command(
        name = "sign",
        description = {
            "Signs a release and adds the signature to the file beside it: <version>.jws beside a"
                    + " folder, name.zip.jws beside a zip.",
            "Signatures of others stay. A pack that breaks rules is not signed."
        },
        mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR|ZIP", description = "Folder or zip of the release.")
    private @Nullable Path pack;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description =
                    "Private key of Ed25519 in PEM, as openssl genpkey -algorithm ED25519 makes it.")
    private @Nullable Path key;

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "Where the signature goes in place of the file beside the release.")
    private @Nullable Path signature;

    @Option(names = "--json", description = "Says what was signed as JSON.")
    private boolean isJson;

    SignCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path from = Given.required(pack);
        SigningKey with = key(Given.required(key));
        try (OpenedPack opened = engines.get().open(from)) {
            ValidationResult result = engines.get().validate(opened, engines.get().beside(opened));
            if (!(result instanceof ValidationResult.Accepted accepted)) {
                return Findings.tell(
                        List.of(new PackReport(opened.origin(), result.report(), opened.texts())),
                        ReportFormat.TEXT,
                        terminal);
            }
            Release release = accepted.release();
            SignatureFile file =
                    signature == null
                            ? SignatureFile.beside(from, release.id())
                            : new SignatureFile(signature);
            String jws = with.sign(SignatureCheck.statement(release.id(), release.digest()));
            tell(release, file, file.add(jws));
            return ExitCode.FINE;
        }
    }

    private SigningKey key(Path file) throws IOException, CommandFailure {
        if (Files.size(file) > SigningKey.MAX_BYTES) {
            throw new CommandFailure(file + ": it is too long to be a key");
        }
        PrivateFiles.warn(file, "private key", terminal);
        try {
            return SigningKey.ofPem(new String(Files.readAllBytes(file), US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(file + ": " + e.getMessage(), e);
        }
    }

    private void tell(Release release, SignatureFile file, boolean isNew) {
        if (isJson) {
            Map<String, Object> said = new TreeMap<>();
            said.put("pack", release.id().pack().value());
            said.put("version", release.id().version().text());
            said.put("digest", release.digest().value());
            said.put("signature", file.path().toString());
            said.put("added", isNew);
            terminal.out().println(Json.text(said));
        } else {
            terminal.out().println(release.id() + "  " + release.digest());
            terminal.out()
                    .println(file.path() + (isNew ? "  signed" : "  had this signature already"));
        }
    }
}

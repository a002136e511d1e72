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
import org.contentpack.finding.Report;
import org.contentpack.pack.Release;
import org.contentpack.signature.Signature;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.SigningKey;
import org.contentpack.signature.TrustedKey;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack verify}: whether trusted keys signed a release. Asks no server. */
@Command(
        name = "verify",
        description = {
            "Says whether trusted keys signed exactly this content. Asks no server.",
            "Every signature that is there must be right, and at least one must be there."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR|ZIP", description = "Folder or zip of the release.")
    private @Nullable Path pack;

    @Option(
            names = "--trusted",
            required = true,
            paramLabel = "FILE",
            description = "Public key in PEM, or a folder of such files that end in .pem.")
    private @Nullable Path trusted;

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "The signatures, in place of the file beside the release.")
    private @Nullable Path signature;

    @Option(names = "--json", description = "Says who signed as JSON.")
    private boolean isJson;

    VerifyCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path from = Given.required(pack);
        TrustedKeys keys = keys(Given.required(trusted));
        try (OpenedPack opened = engines.get().open(from)) {
            ValidationResult result = engines.get().validate(opened, engines.get().beside(opened));
            if (!(result instanceof ValidationResult.Accepted accepted)) {
                return tell(opened, result.report());
            }
            Release release = accepted.release();
            SignatureCheck.Result signed =
                    new SignatureCheck(keys, SignaturePolicy.REQUIRED)
                            .check(release.id(), release.digest(), given(from, release));
            if (!signed.findings().isEmpty()) {
                return tell(opened, Report.of(signed.findings()));
            }
            tell(release, signed.signatures());
            return ExitCode.FINE;
        }
    }

    private List<String> given(Path from, Release release) throws IOException, CommandFailure {
        if (signature == null) {
            return SignatureFile.beside(from, release.id()).signatures();
        }
        if (!Files.exists(signature)) {
            throw new CommandFailure(signature + ": there is no such file");
        }
        return new SignatureFile(signature).signatures();
    }

    private static TrustedKeys keys(Path path) throws IOException, CommandFailure {
        TrustedKeys keys =
                Files.isDirectory(path)
                        ? TrustedKeys.in(path)
                        : new TrustedKeys(List.of(key(path)));
        if (keys.keys().isEmpty()) {
            throw new CommandFailure(path + ": no file in it ends in .pem, so no key is trusted");
        }
        return keys;
    }

    private static TrustedKey key(Path file) throws IOException, CommandFailure {
        if (Files.size(file) > SigningKey.MAX_BYTES) {
            throw new CommandFailure(file + ": it is too long to be a key");
        }
        try {
            return TrustedKey.ofPem(new String(Files.readAllBytes(file), US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(file + ": " + e.getMessage(), e);
        }
    }

    private int tell(OpenedPack opened, Report report) throws IOException {
        return Findings.tell(
                List.of(new PackReport(opened.origin(), report, opened.texts())),
                isJson ? ReportFormat.JSON : ReportFormat.TEXT,
                terminal);
    }

    private void tell(Release release, List<Signature> signatures) {
        List<String> ids = signatures.stream().map(Signature::keyId).toList();
        if (isJson) {
            Map<String, Object> said = new TreeMap<>();
            said.put("pack", release.id().pack().value());
            said.put("version", release.id().version().text());
            said.put("digest", release.digest().value());
            said.put("keys", ids);
            terminal.out().println(Json.text(said));
        } else {
            terminal.out().println(release.id() + "  " + release.digest());
            ids.forEach(id -> terminal.out().println("signed by the key " + id));
        }
    }
}

package org.contentpack.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contentpack.export.Exporter;
import org.contentpack.export.Exporters;
import org.contentpack.export.markdown.MarkdownExporter;
import org.contentpack.export.wordpress.WordPressExporter;
import org.contentpack.pack.Release;
import org.contentpack.render.ReleaseAddresses;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contentpack export}: a release as the import file of a CMS, without a server. */
@Command(
        name = "export",
        description = {
            "Writes a release as the import file of a CMS, byte for byte the one that a server gives"
                    + " out that has just registered it. A pack that breaks rules is not exported.",
            "Review statements and withdrawals are known to servers only."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final Exporters EXPORTERS =
            new Exporters(List.of(new WordPressExporter(), new MarkdownExporter()));

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR", description = "Folder or zip of the pack.")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "What it is for: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Formats.class)
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file, whole or not at all.")
    private @Nullable Path output;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "Address of the server that has the release, such as https://packs.example.org:"
                            + " texts and pictures point back at it. Without it they have paths"
                            + " only, as at a server that does not know its address.")
    private @Nullable URI server;

    @Option(names = "--json", description = "Says what was written as JSON.")
    private boolean isJson;

    @Spec private @Nullable CommandSpec spec;

    /** The formats' names as they are typed. */
    static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            super(EXPORTERS.ids());
        }
    }

    ExportCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path from = Given.required(folder);
        Path file = Given.required(output);
        Exporter exporter = exporter(Given.required(format));
        String base = base();
        try (OpenedPack pack = engines.get().open(from)) {
            ValidationResult result = engines.get().validate(pack, engines.get().beside(pack));
            if (!(result instanceof ValidationResult.Accepted accepted)) {
                return Findings.tell(pack, result.report(), terminal);
            }
            Release release = accepted.release();
            PackView view =
                    new PackView(
                            release,
                            pack.files().orElseThrow(),
                            engines.get().side(release, pack).texts(),
                            new ReleaseAddresses(base, release),
                            LocalDate.now(Clock.systemUTC()));
            AtomicFile.write(file, out -> exporter.write(view, out));
            tell(release, exporter, file);
            return ExitCode.FINE;
        }
    }

    private Exporter exporter(String id) {
        return EXPORTERS
                .find(id)
                .orElseThrow(
                        () ->
                                misuse(
                                        "Invalid value for option '--format': \""
                                                + id
                                                + "\" is none of: "
                                                + String.join(", ", EXPORTERS.ids())));
    }

    /** As a server is told its own address. */
    private String base() {
        if (server == null) {
            return "";
        }
        String base = server.toString().replaceAll("/+$", "");
        if (!base.matches("https?://[^/?#]+(/[^?#]*)?")) {
            throw misuse(
                    "Invalid value for option '--server': \""
                            + server
                            + "\" must begin with http:// or https://");
        }
        return base;
    }

    private ParameterException misuse(String line) {
        return new ParameterException(Given.required(spec).commandLine(), line);
    }

    private void tell(Release release, Exporter exporter, Path file) throws IOException {
        if (isJson) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("pack", release.id().pack().value());
            said.put("version", release.id().version().text());
            said.put("digest", release.digest().value());
            said.put("format", exporter.id());
            said.put("file", file.toString());
            said.put("bytes", Files.size(file));
            terminal.out().println(Json.text(said));
        } else {
            terminal.out().println(release.id() + "  " + release.digest());
            terminal.out().println(file + "  " + Files.size(file) + " bytes");
        }
    }
}

package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.finding.Report;
import org.contentpack.pack.Release;
import org.contentpack.validation.PreviousReleases;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack validate}: says what a server would find, before it is asked. */
@Command(
        name = "validate",
        description = "Checks packs as a server would that is to take them. Changes nothing.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description =
                    "Folder or zip of a pack. A folder <id>/<version> is checked as a release:"
                            + " against its .sha256 list and the releases beside it.")
    private List<Path> packs = List.of();

    @Option(
            names = "--against",
            paramLabel = "RELEASE",
            description = "Folder or zip of the release before: what changed must be told.")
    private @Nullable Path against;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How findings are told: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Formats.class)
    private ReportFormat format = ReportFormat.TEXT;

    /** The formats' names as they are typed. */
    static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            for (ReportFormat each : ReportFormat.values()) {
                add(each.id());
            }
        }
    }

    ValidateCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Optional<Release> before =
                against == null ? Optional.empty() : Optional.of(release(engines.get(), against));
        List<OpenedPack> opened = new ArrayList<>();
        try {
            List<PackReport> reports = new ArrayList<>();
            for (Path path : packs) {
                OpenedPack pack = engines.get().open(path);
                opened.add(pack);
                reports.add(new PackReport(pack.origin(), check(pack, before), pack.texts()));
            }
            return Findings.tell(reports, format, terminal);
        } finally {
            for (OpenedPack pack : opened) {
                pack.close();
            }
        }
    }

    private Report check(OpenedPack pack, Optional<Release> before) throws IOException {
        PreviousReleases previous =
                before.<PreviousReleases>map(
                                release ->
                                        (id, version) ->
                                                Optional.of(release)
                                                        .filter(r -> r.id().pack().equals(id)))
                        .orElseGet(() -> engines.get().beside(pack));
        return engines.get().validate(pack, previous).report();
    }

    /** A release to compare with, which must be one. */
    private static Release release(Engine engine, Path path) throws IOException, CommandFailure {
        try (OpenedPack pack = engine.open(path)) {
            if (engine.validate(pack, PreviousReleases.NONE)
                    instanceof ValidationResult.Accepted accepted) {
                return accepted.release();
            }
        }
        throw new CommandFailure(
                path
                        + ": it breaks rules, so nothing can be compared with it; try: contentpack"
                        + " validate "
                        + path);
    }
}

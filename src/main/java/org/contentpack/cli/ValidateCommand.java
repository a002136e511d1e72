package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contentpack.cli.Mending.Consent;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.cli.report.RulePages;
import org.contentpack.cli.report.SourceTexts;
import org.contentpack.cli.settings.AppliedSettings.Weighed;
import org.contentpack.cli.settings.SettingsReader;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.pack.Release;
import org.contentpack.validation.PackRule;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PreviousReleases;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contentpack validate}: says what a server would find, before it is asked. */
@Command(
        name = "validate",
        description =
                "Checks packs as a server would that is to take them. Changes nothing without --fix.",
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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Severities and exemptions; else contentpack.yaml beside the packs or above"
                            + " them.")
    private @Nullable Path config;

    @Option(
            names = "--fix",
            description = {
                "Mends what has exactly one right answer: shows the changes, and writes them when"
                        + " that is agreed to."
            })
    private boolean isFix;

    @Option(names = "--yes", description = "Agrees to the changes of --fix without being asked.")
    private boolean isYes;

    @Option(
            names = "--watch",
            description =
                    "Validates again whenever something has changed, until Ctrl-C or the end of"
                            + " input.")
    private boolean isWatch;

    @Spec private @Nullable CommandSpec spec;

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
        if (isYes && !isFix) {
            throw new ParameterException(
                    Given.required(spec).commandLine(), "Option --yes needs --fix");
        }
        if (isWatch && isFix) {
            throw new ParameterException(
                    Given.required(spec).commandLine(),
                    "Options --watch and --fix exclude each other");
        }
        Optional<Release> before =
                against == null ? Optional.empty() : Optional.of(release(engines.get(), against));
        if (isFix) {
            mend(before);
        }
        return isWatch ? watch(before) : tell(before);
    }

    /** Ends well however the packs are: whoever watches has seen it. */
    private int watch(Optional<Release> before) throws IOException, CommandFailure {
        FolderWatch watch = new FolderWatch(packs, this::settingsFiles);
        try (Ending ending = Ending.ofInput(terminal)) {
            tellWhileWatching(before);
            terminal.err().println("Watching; Ctrl-C ends.");
            for (Optional<List<String>> changed = watch.next(ending);
                    changed.isPresent();
                    changed = watch.next(ending)) {
                if (terminal.isInteractive()) {
                    terminal.out().println("\n" + "\u2500".repeat(terminal.width()));
                    terminal.out().flush();
                }
                terminal.err().println("Changed: " + FolderWatch.line(changed.get()));
                tellWhileWatching(before);
            }
        }
        return ExitCode.FINE;
    }

    /** What cannot be read now may be half saved, and is looked at again with the next change. */
    private void tellWhileWatching(Optional<Release> before) {
        try {
            tell(before);
        } catch (CommandFailure e) {
            terminal.err().println("validate: " + e.getMessage());
        } catch (IOException e) {
            terminal.err().println("validate: " + Failures.line(e));
        }
    }

    private List<Path> settingsFiles() throws IOException {
        if (config != null) {
            return List.of(config);
        }
        List<Path> files = new ArrayList<>();
        for (Path pack : packs) {
            if (Files.exists(pack)) {
                SettingsReader.find(SettingsOfPacks.folder(pack)).ifPresent(files::add);
            }
        }
        return files;
    }

    /** Looks at all packs anew, so that what is told holds after mending too. */
    private int tell(Optional<Release> before) throws IOException, CommandFailure {
        SettingsOfPacks settings = settings();
        List<OpenedPack> opened = new ArrayList<>();
        try {
            List<PackReport> reports = new ArrayList<>();
            List<PackRule> ofCall = packs.size() > 1 ? List.of(PackRules.acrossPacks()) : List.of();
            for (Path path : packs) {
                OpenedPack pack = engines.get().open(path);
                opened.add(pack);
                Weighed weighed = weigh(path, pack, before, settings, ofCall);
                reports.add(
                        new PackReport(
                                pack.origin(),
                                PackReport.About.PACK,
                                weighed.report(),
                                weighed.exempted(),
                                pack.texts()));
            }
            reports.addAll(settings.findings());
            List<Finding> ofProviders = engines.get().provided().findings();
            if (!ofProviders.isEmpty()) {
                reports.add(PackReport.ofTools("", Report.of(ofProviders), SourceTexts.NONE));
            }
            return Findings.tell(reports, format, new RulePages(settings.docs()), terminal);
        } finally {
            for (OpenedPack pack : opened) {
                pack.close();
            }
        }
    }

    private void mend(Optional<Release> before) throws IOException, CommandFailure {
        SettingsOfPacks settings = settings();
        Map<Path, Report> reports = new LinkedHashMap<>();
        for (Path path : packs) {
            if (Files.isDirectory(path)) {
                try (OpenedPack pack = engines.get().open(path)) {
                    reports.put(path, weigh(path, pack, before, settings, List.of()).report());
                }
            } else {
                terminal.err().println(path + ": only folders can be mended");
            }
        }
        new Mending(terminal, Consent.of(isYes, terminal)).mend(reports);
    }

    private SettingsOfPacks settings() {
        return new SettingsOfPacks(
                new SettingsReader(engines.get().provided().rules()),
                Optional.ofNullable(config),
                today());
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.systemDefault()));
    }

    private Weighed weigh(
            Path path,
            OpenedPack pack,
            Optional<Release> before,
            SettingsOfPacks settings,
            List<PackRule> ofCall)
            throws IOException {
        ValidationResult result = check(pack, before, ofCall);
        Optional<String> id =
                result instanceof ValidationResult.Accepted accepted
                        ? Optional.of(accepted.release().id().pack().value())
                        : ((ValidationResult.Refused) result).id();
        return settings.of(path).apply(id, result.report());
    }

    private ValidationResult check(OpenedPack pack, Optional<Release> before, List<PackRule> ofCall)
            throws IOException {
        PreviousReleases previous =
                before.<PreviousReleases>map(
                                release ->
                                        (id, version) ->
                                                Optional.of(release)
                                                        .filter(r -> r.id().pack().equals(id)))
                        .orElseGet(() -> engines.get().beside(pack));
        return engines.get().check(pack, previous, today(), ofCall);
    }

    /** A release to compare with, which must be one. */
    private static Release release(Engine engine, Path path) throws IOException, CommandFailure {
        try (OpenedPack pack = engine.open(path)) {
            return engine.release(path, pack);
        }
    }
}

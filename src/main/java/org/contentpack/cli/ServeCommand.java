package org.contentpack.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.contentpack.cli.settings.AppliedSettings.Weighed;
import org.contentpack.cli.settings.SettingsReader;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.finding.Severity;
import org.contentpack.pack.Release;
import org.contentpack.render.PreviewPage.Preview;
import org.contentpack.render.PreviewPage.Told;
import org.contentpack.render.ReleaseAddresses;
import org.contentpack.validation.PreviousReleases;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contentpack serve}: a preview of what authors are working on, in a browser. */
@Command(
        name = "serve",
        description = {
            "Shows the articles of a folder in a browser as a server would, on this machine only,"
                    + " and loads the pages again when something is saved. Ctrl-C ends.",
            "A pack that breaks rules shows its findings in place of articles."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    private @Nullable Path folder;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the preview; 0 for one that is free. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Spec private @Nullable CommandSpec spec;

    ServeCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path dir = Given.required(folder);
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(
                    Given.required(spec).commandLine(),
                    "Invalid value for option '--port': " + port + " is no port");
        }
        FolderWatch watch = new FolderWatch(List.of(dir), () -> settingsFile(dir));
        if (!Files.isDirectory(dir)) {
            throw new CommandFailure(dir + ": only a folder can be shown");
        }
        // Pages of a call before this one must not take a state of this one for their own.
        long state = ThreadLocalRandom.current().nextLong(1L << 40);
        try (Ending ending = Ending.ofSignals(terminal);
                PreviewServer server = started(load(dir, state))) {
            terminal.out().println("Preview of " + dir + " at " + server.address());
            terminal.out().flush();
            for (Optional<List<String>> changed = watch.next(ending);
                    changed.isPresent();
                    changed = watch.next(ending)) {
                state++;
                PreviewedPack pack = load(dir, state);
                server.show(pack);
                terminal.err()
                        .println(
                                "Changed: "
                                        + FolderWatch.line(changed.get())
                                        + "; findings: "
                                        + pack.preview().findings().size());
            }
        }
        return ExitCode.FINE;
    }

    private PreviewServer started(PreviewedPack pack) throws IOException, CommandFailure {
        try {
            return PreviewServer.start(port, pack);
        } catch (BindException e) {
            pack.close();
            throw new CommandFailure(
                    "port " + port + " is taken or not allowed; choose another with --port", e);
        }
    }

    private static List<Path> settingsFile(Path dir) throws IOException {
        return Files.isDirectory(dir) ? SettingsReader.find(dir).stream().toList() : List.of();
    }

    /** What cannot be read now may be half saved; the next change is looked at again. */
    private PreviewedPack load(Path dir, long state) throws IOException {
        try {
            return read(dir, String.valueOf(state));
        } catch (CommandFailure e) {
            return unreadable(dir, state, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unreadable(dir, state, Failures.line(e));
        }
    }

    private static PreviewedPack unreadable(Path dir, long state, String why) {
        Told told = new Told(Severity.ERROR.id(), "", "", why, "");
        return PreviewedPack.without(
                new Preview(dir.toString(), String.valueOf(state), List.of(told)));
    }

    private PreviewedPack read(Path dir, String state) throws IOException, CommandFailure {
        OpenedPack pack = engines.get().open(dir);
        boolean isShown = false;
        try {
            LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
            PreviousReleases previous = engines.get().beside(pack);
            ValidationResult result = engines.get().check(pack, previous, today);
            Preview preview = new Preview(dir.toString(), state, told(dir, result, today));
            // Rules that no server has hide no article.
            ValidationResult served =
                    result instanceof ValidationResult.Accepted
                            ? result
                            : engines.get().validate(pack, previous);
            if (!(served instanceof ValidationResult.Accepted accepted)) {
                return PreviewedPack.without(preview);
            }
            Release release = accepted.release();
            isShown = true;
            return PreviewedPack.of(
                    preview,
                    new PackView(
                            release,
                            pack.files().orElseThrow(),
                            engines.get().side(release, pack).texts(),
                            new ReleaseAddresses("", release),
                            today));
        } finally {
            if (!isShown) {
                pack.close();
            }
        }
    }

    /** As {@code validate} tells them, with those about {@code contentpack.yaml}. */
    private List<Told> told(Path dir, ValidationResult result, LocalDate today) throws IOException {
        SettingsOfPacks settings =
                new SettingsOfPacks(
                        new SettingsReader(engines.get().provided().rules()),
                        Optional.empty(),
                        today);
        Optional<String> id =
                result instanceof ValidationResult.Accepted accepted
                        ? Optional.of(accepted.release().id().pack().value())
                        : ((ValidationResult.Refused) result).id();
        Weighed weighed = settings.of(dir).apply(id, result.report());
        List<Told> told = new ArrayList<>(told(weighed.report()));
        settings.findings().forEach(file -> told.addAll(told(file.report())));
        return told;
    }

    private static List<Told> told(Report report) {
        return report.findings().stream().map(ServeCommand::told).toList();
    }

    private static Told told(Finding finding) {
        return new Told(
                finding.severity().id(),
                finding.rule().code(),
                finding.location().toString(),
                finding.message(),
                finding.hint());
    }
}

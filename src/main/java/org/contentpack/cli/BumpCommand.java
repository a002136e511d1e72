package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contentpack.cli.Mending.Consent;
import org.contentpack.cli.fix.FileChange;
import org.contentpack.cli.report.Printable;
import org.contentpack.compare.ReleaseComparison;
import org.contentpack.finding.Report;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Release;
import org.contentpack.validation.PreviousReleases;
import org.contentpack.validation.ValidationResult;
import org.contentpack.version.Bump;
import org.contentpack.version.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code contentpack bump}: the next version of a working folder, and what changed in it.
 *
 * <p>The step is computed, as a server computes it; how much a change matters is a person's to say.
 */
@Command(
        name = "bump",
        description = {
            "Writes the next version and the change notes into pack.yaml: the smallest step that"
                    + " the changes since a release allow, and a note for each article that needs"
                    + " one.",
            "Kinds and texts of notes are asked for on a terminal, and taken from --kind and --note"
                    + " elsewhere. Notes of the release before are left out, those that stand in"
                    + " pack.yaml beside them are kept. The change is shown first."
        },
        mixinStandardHelpOptions = true)
final class BumpCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR", description = "Folder that authors work in.")
    private @Nullable Path folder;

    @Option(
            names = "--against",
            required = true,
            paramLabel = "RELEASE",
            description = "Folder or zip of the release before.")
    private @Nullable Path against;

    @Option(
            names = "--kind",
            paramLabel = "ARTICLE=KIND",
            converter = {OfArticleId.class, OfChangeKind.class},
            completionCandidates = OfChangeKind.Words.class,
            description = "What kind of change an article has: ${COMPLETION-CANDIDATES}.")
    private Map<ArticleId, ChangeKind> kinds = new LinkedHashMap<>();

    @Option(
            names = "--note",
            paramLabel = "ARTICLE=TEXT",
            converter = OfArticleId.class,
            description = "What changed in an article, for editors.")
    private Map<ArticleId, String> texts = new LinkedHashMap<>();

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            converter = OfVersion.class,
            description = "This version, which is no smaller step than the changes ask for.")
    private @Nullable Version version;

    @Option(
            names = "--released",
            paramLabel = "DAY",
            converter = OfDay.class,
            description = "Day of the release, which is written too.")
    private @Nullable LocalDate released;

    @Option(names = "--yes", description = "Agrees to the changes without being asked.")
    private boolean isYes;

    @Option(names = "--json", description = "Says what was written as JSON.")
    private boolean isJson;

    @Spec private @Nullable CommandSpec spec;

    BumpCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path work = Given.required(folder);
        Path release = Given.required(against);
        WorkFolder.check(work);
        try (OpenedPack pack = engines.get().open(work);
                OpenedPack former = engines.get().open(release)) {
            Release before = engines.get().release(release, former);
            ManifestNotes notes = new ManifestNotes(engines.get(), pack, before);
            Report report = notes.withoutWhatIsWritten(validate(pack, before).report());
            if (report.hasErrors()) {
                return Findings.tell(pack, report, terminal);
            }
            OpenedPack bare = notes.withoutFormer();
            if (!(engines.get().validate(bare, PreviousReleases.NONE)
                    instanceof ValidationResult.Accepted accepted)) {
                return Findings.tell(pack, validate(pack, before).report(), terminal);
            }
            Release after = accepted.release();
            if (notes.isSameContent(after)) {
                return unchanged(before, after);
            }
            return bump(
                    work,
                    notes,
                    ReleaseComparison.of(
                            engines.get().side(before, former),
                            engines.get().side(after, bare),
                            after.manifest().redirects(),
                            Optional.empty()),
                    notes.needs(validate(bare, before).report()),
                    after);
        }
    }

    private ValidationResult validate(OpenedPack pack, Release before) throws IOException {
        return engines.get().validate(pack, (id, version) -> Optional.of(before));
    }

    private int unchanged(Release before, Release after) {
        if (isJson) {
            tell(before, after.manifest().version(), Optional.empty(), List.of(), false);
        } else {
            terminal.out()
                    .println("Nothing has changed since " + before.id() + "; nothing was written.");
        }
        return ExitCode.FINE;
    }

    private int bump(
            Path work,
            ManifestNotes notes,
            ReleaseComparison comparison,
            Map<ArticleId, Optional<ChangeKind>> needs,
            Release after)
            throws IOException, CommandFailure {
        Release before = notes.before();
        Bump floor = comparison.bump().orElse(Bump.PATCH);
        Version next = next(before.manifest().version(), after.manifest().version(), floor);
        if (!isJson) {
            tellStep(before, next, floor, comparison);
        }
        Optional<List<Change>> added =
                new ChangeNotes(terminal, Given.required(spec).commandLine())
                        .of(needs, after, kinds, texts, comparison);
        if (added.isEmpty()) {
            terminal.err().println("Nothing was written.");
            return ExitCode.FINDINGS;
        }
        String text = notes.edited(next, Optional.ofNullable(released), added.get());
        OpenedPack edited = notes.with(text);
        ValidationResult result = validate(edited, before);
        if (!(result instanceof ValidationResult.Accepted accepted)) {
            return Findings.tell(edited, result.report(), terminal);
        }
        notes.check(accepted.release(), next, added.get());
        boolean isWritten = false;
        if (text.equals(notes.text())) {
            terminal.err().println("Version and notes stand there already; nothing was written.");
        } else {
            FileChange change =
                    FileChange.of(
                            work, ManifestNotes.FILE.value(), notes.text().getBytes(UTF_8), text);
            Mending.show(work, change, terminal);
            isWritten = Consent.of(isYes, terminal).isGiven(terminal);
            if (isWritten) {
                change.write();
            }
        }
        if (isJson) {
            tell(before, next, Optional.of(floor), added.get(), isWritten);
        }
        return isWritten || text.equals(notes.text()) ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    /** One that a person has chosen, in the call or in the file, where it is large enough. */
    private Version next(Version before, Version written, Bump floor) {
        Version chosen = version;
        if (chosen == null) {
            return floor.isReachedBy(before, written) ? written : before.next(floor);
        }
        if (!floor.isReachedBy(before, chosen)) {
            throw new ParameterException(
                    Given.required(spec).commandLine(),
                    "Option --to: "
                            + chosen
                            + " is less than the changes ask for, which is "
                            + before.next(floor));
        }
        return chosen;
    }

    private void tellStep(Release before, Version next, Bump floor, ReleaseComparison comparison) {
        terminal.out()
                .println(before.id().pack() + " " + before.manifest().version() + " -> " + next);
        terminal.out().println("The structure asks for a step of at least: " + floor.id());
        comparison
                .outline()
                .forEach(
                        change ->
                                terminal.out()
                                        .println(
                                                "  "
                                                        + change.part().id()
                                                        + " "
                                                        + Printable.text(change.name())
                                                        + ": "
                                                        + change.action().id()));
        // Before questions, which go to the terminal at once.
        terminal.out().flush();
    }

    private void tell(
            Release before,
            Version next,
            Optional<Bump> floor,
            List<Change> added,
            boolean isWritten) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("pack", before.id().pack().value());
        said.put("from", before.manifest().version().text());
        said.put("to", next.text());
        floor.ifPresent(bump -> said.put("bump", bump.id()));
        List<Object> changes = new ArrayList<>();
        for (Change change : added) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", change.kind().id());
            one.put("article", change.article().value());
            one.put("text", change.text());
            changes.add(one);
        }
        said.put("changes", changes);
        said.put("written", isWritten);
        terminal.out().println(Json.text(said));
    }
}

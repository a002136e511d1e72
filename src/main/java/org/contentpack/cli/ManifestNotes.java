package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.archive.PackFiles;
import org.contentpack.cli.report.SourceTexts;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.ChangeDocument;
import org.contentpack.manifest.ManifestEdit;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;

/**
 * The manifest of a working folder beside the release before it: which of its notes are still those
 * of that release, and what it says with another version and other notes.
 */
final class ManifestNotes {

    static final FilePath FILE = new FilePath("pack.yaml");

    /** What is found and then written by the command itself. */
    private static final Set<BuiltInRule> WRITTEN =
            Set.of(
                    BuiltInRule.VER_001,
                    BuiltInRule.VER_003,
                    BuiltInRule.VER_004,
                    BuiltInRule.VER_005);

    private final OpenedPack pack;
    private final Release before;
    private final String text;
    private final Optional<Located<ManifestDocument>> manifest;
    private final SortedSet<Integer> former = new TreeSet<>();

    /**
     * @throws CommandFailure where the folder is another pack than the release
     */
    ManifestNotes(Engine engine, OpenedPack pack, Release before)
            throws IOException, CommandFailure {
        this.pack = pack;
        this.before = before;
        this.manifest = engine.manifest(pack);
        this.text =
                manifest.isPresent()
                        ? new String(pack.files().orElseThrow().read(FILE), UTF_8)
                        : "";
        String id = manifest.map(m -> m.document().id()).orElse(before.id().pack().value());
        if (!id.equals(before.id().pack().value())) {
            throw new CommandFailure(
                    "these are different packs: " + before.id().pack() + " and " + id);
        }
        List<Change> notes = before.manifest().changes();
        List<ChangeDocument> changes = changes();
        for (int i = 0; i < changes.size(); i++) {
            ChangeDocument note = changes.get(i);
            if (notes.stream().anyMatch(change -> isSame(note, change))) {
                former.add(i);
            }
        }
    }

    private List<ChangeDocument> changes() {
        return manifest.map(m -> m.document().changes()).orElse(List.of());
    }

    private static boolean isSame(ChangeDocument note, Change change) {
        return change.kind().id().equals(note.kind())
                && change.article().value().equals(note.article())
                && change.text().equals(note.text());
    }

    Release before() {
        return before;
    }

    /** As it is on the disk. */
    String text() {
        return text;
    }

    /** What a person has to mend before a version can be written. */
    Report withoutWhatIsWritten(Report report) {
        Set<Finding> left = new HashSet<>();
        for (Finding finding : report.findings()) {
            boolean isOfFormerNote =
                    finding.rule() == BuiltInRule.REF_065
                            && former.stream()
                                    .map(i -> "/changes/" + i + "/article")
                                    .anyMatch(
                                            place ->
                                                    manifest.orElseThrow()
                                                            .locations()
                                                            .of(place)
                                                            .equals(finding.location()));
            if (isOfFormerNote || WRITTEN.contains(finding.rule())) {
                left.add(finding);
            }
        }
        return Report.of(report.findings().stream().filter(f -> !left.contains(f)).toList());
    }

    /** The pack without the notes of the release before. */
    OpenedPack withoutFormer() throws CommandFailure {
        ManifestEdit edit = edit();
        return with(changed(edit, List.of()).text());
    }

    /** True where nothing else than the version, its day and its notes is other than before. */
    boolean isSameContent(Release after) {
        return bare(after.manifest()).equals(bare(before.manifest()))
                && others(after).equals(others(before));
    }

    private Manifest bare(Manifest manifest) {
        return new Manifest(
                manifest.id(),
                before.manifest().version(),
                manifest.title(),
                manifest.summary(),
                manifest.language(),
                manifest.license(),
                manifest.publisher(),
                manifest.owners(),
                manifest.reportTo(),
                before.manifest().released(),
                manifest.authors(),
                manifest.provenance(),
                manifest.profile(),
                manifest.tags(),
                manifest.assets(),
                manifest.related(),
                manifest.redirects(),
                manifest.removed(),
                List.of());
    }

    private static List<FileEntry> others(Release release) {
        return release.files().entries().stream()
                .filter(entry -> !entry.path().equals(FILE))
                .toList();
    }

    /**
     * Articles for which the rules ask a note.
     *
     * @return the kind where it is not to be chosen
     */
    SortedMap<ArticleId, Optional<ChangeKind>> needs(Report report) {
        SortedMap<ArticleId, Optional<ChangeKind>> needs = new TreeMap<>();
        for (Finding finding : report.findings()) {
            if (finding.rule() == BuiltInRule.VER_003) {
                ArticleId.parse(finding.arguments().get(0))
                        .ifPresent(id -> needs.putIfAbsent(id, Optional.empty()));
            } else if (finding.rule() == BuiltInRule.VER_004) {
                ArticleId.parse(finding.arguments().get(2))
                        .ifPresent(id -> needs.put(id, Optional.of(ChangeKind.ADDITION)));
            }
        }
        return needs;
    }

    /** The whole file with another version, and these notes behind those that stay. */
    String edited(Version version, Optional<LocalDate> released, List<Change> added)
            throws CommandFailure {
        ManifestEdit edit = edit();
        if (manifest.map(m -> m.document().version()).filter(version.text()::equals).isEmpty()) {
            edit.word("version", version.text());
        }
        released.map(LocalDate::toString).ifPresent(day -> edit.word("released", day));
        return changed(edit, missing(added)).text();
    }

    /** The same call twice leaves one note. */
    private List<Change> missing(List<Change> added) {
        List<ChangeDocument> changes = changes();
        List<Change> missing = new ArrayList<>();
        for (Change change : added) {
            boolean isThere = false;
            for (int i = 0; i < changes.size(); i++) {
                isThere |= !former.contains(i) && isSame(changes.get(i), change);
            }
            if (!isThere) {
                missing.add(change);
            }
        }
        return missing;
    }

    private ManifestEdit edit() throws CommandFailure {
        return ManifestEdit.of(text).orElseThrow(ManifestNotes::notInPlace);
    }

    private ManifestEdit changed(ManifestEdit edit, List<Change> added) throws CommandFailure {
        if (!edit.changes(former, added)) {
            throw notInPlace();
        }
        return edit;
    }

    private static CommandFailure notInPlace() {
        return new CommandFailure(
                FILE
                        + ": it is written in a way that cannot be changed in its place; put each"
                        + " key in a line of its own");
    }

    /** The pack with another text in place of its manifest's; nothing is written. */
    OpenedPack with(String edited) {
        PackFiles files = new EditedFiles(pack.files().orElseThrow(), FILE, edited.getBytes(UTF_8));
        return new OpenedPack(
                pack.origin(),
                Optional.of(files),
                pack.known(),
                pack.place(),
                SourceTexts.of(files));
    }

    /** What was written into the text must be what is read from it. */
    void check(Release edited, Version version, List<Change> added) throws CommandFailure {
        List<Change> expected = new ArrayList<>();
        List<ChangeDocument> changes = changes();
        for (int i = 0; i < changes.size(); i++) {
            if (!former.contains(i)) {
                ChangeDocument note = changes.get(i);
                expected.add(
                        new Change(
                                ChangeKind.parse(String.valueOf(note.kind())).orElseThrow(),
                                new ArticleId(String.valueOf(note.article())),
                                String.valueOf(note.text())));
            }
        }
        expected.addAll(missing(added));
        if (!edited.manifest().version().equals(version)
                || !edited.manifest().changes().equals(expected)) {
            throw notInPlace();
        }
    }
}

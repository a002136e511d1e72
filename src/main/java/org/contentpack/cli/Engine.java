package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.Limits;
import org.contentpack.archive.PackFiles;
import org.contentpack.archive.PackFolders;
import org.contentpack.archive.PackLocation;
import org.contentpack.archive.ZipReader;
import org.contentpack.cli.OpenedPack.Place;
import org.contentpack.compare.ReleaseComparison.Side;
import org.contentpack.finding.Report;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.validation.PackRule;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;
import org.contentpack.validation.PreviousReleases;
import org.contentpack.validation.ProvidedRules;
import org.contentpack.validation.SiblingReleases;
import org.contentpack.validation.ValidationResult;
import org.contentpack.version.Version;

/**
 * The rooms put together for a command, as a server puts them together for itself: the same
 * readers, the same rules, the same limits. Made at the first use, because it takes a third of a
 * second and half of the commands need none of it.
 *
 * <p>For one thread.
 */
final class Engine {

    private final Limits limits = Limits.DEFAULT;
    private final PackDocumentReader reader =
            new PackDocumentReader(DocumentConstraints.validator(), limits);
    private final PackValidation validation = new PackValidation(reader, PackRules.builtIn());
    private final ProvidedRules provided = ProvidedRules.load(Engine.class.getClassLoader());

    /**
     * Opens a folder or a zip as a pack; who calls closes it.
     *
     * <p>A folder {@code <id>/<version>} that has a list beside it, or another version, is looked
     * at as a release: with its list, and against the releases beside it.
     *
     * @throws CommandFailure where there is nothing at the path
     */
    OpenedPack open(Path path) throws IOException, CommandFailure {
        if (Files.isDirectory(path)) {
            Optional<Place> place = releasePlace(path);
            if (place.isPresent()) {
                return OpenedPack.of(
                        path,
                        new PackFolders(limits).at(place.get().root(), place.get().location()),
                        place);
            }
            return OpenedPack.of(path, new FolderReader(limits).open(path));
        }
        if (!Files.exists(path)) {
            throw new CommandFailure(path + ": there is no such folder or file");
        }
        if (!Files.isReadable(path)) {
            throw new CommandFailure(path + ": its rights forbid reading it");
        }
        return OpenedPack.of(path, new ZipReader(limits).open(path));
    }

    /** Where the folder stands as one release of several; empty for a working folder. */
    private static Optional<Place> releasePlace(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path pack = absolute.getParent();
        if (pack == null || pack.getParent() == null || Files.isSymbolicLink(folder)) {
            return Optional.empty();
        }
        String version = String.valueOf(absolute.getFileName());
        String id = String.valueOf(pack.getFileName());
        return Version.parse(version).isPresent() && PackId.parse(id).isPresent()
                ? Optional.of(new Place(pack.getParent(), new PackLocation(id, version)))
                : Optional.empty();
    }

    /** Validates as a server does that has the previous releases. */
    ValidationResult validate(OpenedPack pack, PreviousReleases previous) throws IOException {
        return validate(validation, pack, previous);
    }

    /** The same with the rules that no server has: those that others brought, and of the day. */
    ValidationResult check(OpenedPack pack, PreviousReleases previous, LocalDate today)
            throws IOException {
        return check(pack, previous, today, List.of());
    }

    /** The same, behind them with rules that look at several packs of one call. */
    ValidationResult check(
            OpenedPack pack, PreviousReleases previous, LocalDate today, List<PackRule> ofCall)
            throws IOException {
        List<PackRule> rules = new ArrayList<>(PackRules.builtIn());
        rules.addAll(PackRules.on(today));
        rules.addAll(ofCall);
        rules.addAll(provided.checks());
        return validate(new PackValidation(reader, rules), pack, previous);
    }

    /** What the files of the articles spell; none where the container is refused. */
    List<ArticleDocument> articles(OpenedPack pack) throws IOException {
        return pack.files().isPresent()
                ? reader.read(pack.files().get()).document().articles()
                : List.of();
    }

    /** What {@code pack.yaml} spells; empty where there is none that could be read. */
    Optional<Located<ManifestDocument>> manifest(OpenedPack pack) throws IOException {
        return pack.files().isPresent()
                ? reader.read(pack.files().get()).document().manifest()
                : Optional.empty();
    }

    /** The rules that others brought. */
    ProvidedRules provided() {
        return provided;
    }

    private static ValidationResult validate(
            PackValidation validation, OpenedPack pack, PreviousReleases previous)
            throws IOException {
        if (pack.files().isEmpty()) {
            return new ValidationResult.Refused(
                    Report.of(pack.known()), Optional.empty(), Optional.empty());
        }
        return validation.validate(pack.files().get(), pack.known(), previous);
    }

    /** A release to compare with, which must be one. */
    Release release(Path path, OpenedPack pack) throws IOException, CommandFailure {
        if (validate(pack, PreviousReleases.NONE) instanceof ValidationResult.Accepted accepted) {
            return accepted.release();
        }
        throw new CommandFailure(
                path
                        + ": it breaks rules, so nothing can be compared with it; try: contentpack"
                        + " validate "
                        + path);
    }

    /** The releases that lie beside the pack; none where it does not lie among releases. */
    PreviousReleases beside(OpenedPack pack) {
        return pack.place()
                .<PreviousReleases>map(place -> below(place.root()))
                .orElse(PreviousReleases.NONE);
    }

    /** Releases as folders {@code <id>/<version>} below a root. */
    PreviousReleases below(Path root) {
        return new SiblingReleases(root, new FolderReader(limits), validation);
    }

    /** A release as one side of a comparison; its files stay open for as long. */
    Side side(Release release, OpenedPack pack) {
        PackFiles files = pack.files().orElseThrow();
        ReleaseReader texts = new ReleaseReader(limits);
        return new Side(
                release, head -> texts.article(head, files.read(head.path())), article -> false);
    }
}

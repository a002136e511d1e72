package org.contentpack.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;

/**
 * Releases as folders beside each other, {@code <root>/<id>/<version>/}: where authors and builds
 * find the release before, against a registry, which a server asks.
 *
 * <p>A folder that cannot be read as a pack without errors is no release and is passed over for the
 * next lower one. Folders that are no version are passed over too.
 */
public final class SiblingReleases implements PreviousReleases {

    private final Path root;
    private final FolderReader folders;
    private final PackValidation validation;

    /**
     * @param root the folder of all packs
     */
    public SiblingReleases(Path root, FolderReader folders, PackValidation validation) {
        this.root = root;
        this.folders = folders;
        this.validation = validation;
    }

    @Override
    public Optional<Release> before(PackId pack, Version version) throws IOException {
        for (Version lower : lowerVersions(root.resolve(pack.value()), version)) {
            Path folder = root.resolve(pack.value()).resolve(lower.text());
            Optional<Release> release = read(folder);
            if (release.isPresent()) {
                return release;
            }
        }
        return Optional.empty();
    }

    /** Stable versions below the given one that have a folder, highest first. */
    private static List<Version> lowerVersions(Path folder, Version version) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .flatMap(p -> Version.parse(String.valueOf(p.getFileName())).stream())
                    .filter(v -> v.isStable() && v.compareTo(version) < 0)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private Optional<Release> read(Path folder) throws IOException {
        if (folders.open(folder) instanceof OpenResult.Opened opened) {
            try (PackFiles files = opened.files()) {
                return validation.validate(files, opened.notes(), PreviousReleases.NONE)
                                instanceof ValidationResult.Accepted accepted
                        ? Optional.of(accepted.release())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}

package org.contentpack.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.archive.PackLocation;
import org.contentpack.cli.report.SourceTexts;
import org.contentpack.finding.Finding;

/**
 * A pack as a command was given it.
 *
 * @param origin as the caller named it, with {@code /} between its parts
 * @param files empty where the container is none that a pack may come in
 * @param known what was found so far
 * @param place empty for what does not lie as one release among others
 * @param texts of its files, to be shown
 */
record OpenedPack(
        String origin,
        Optional<PackFiles> files,
        List<Finding> known,
        Optional<Place> place,
        SourceTexts texts)
        implements Closeable {

    OpenedPack {
        known = List.copyOf(known);
    }

    /** One release among others below a root. */
    record Place(Path root, PackLocation location) {}

    static OpenedPack of(Path path, OpenResult result) {
        List<Finding> known =
                result instanceof OpenResult.Opened opened
                        ? opened.notes()
                        : ((OpenResult.Refused) result).findings();
        return of(path, result, known, Optional.empty(), SourceTexts.NONE);
    }

    static OpenedPack of(Path path, FoundPack found, Optional<Place> place) {
        Path beside = path.resolveSibling(found.location().listName());
        return of(
                path,
                found.result(),
                found.findings(),
                place,
                SourceTexts.ofFile(found.location().listName(), beside));
    }

    private static OpenedPack of(
            Path path,
            OpenResult result,
            List<Finding> known,
            Optional<Place> place,
            SourceTexts more) {
        Optional<PackFiles> files =
                result instanceof OpenResult.Opened opened
                        ? Optional.of(opened.files())
                        : Optional.empty();
        SourceTexts texts =
                Files.isDirectory(path)
                        ? SourceTexts.ofFolder(path)
                        : files.map(SourceTexts::of).orElse(SourceTexts.NONE);
        return new OpenedPack(
                path.toString().replace('\\', '/'), files, known, place, texts.or(more));
    }

    @Override
    public void close() throws IOException {
        if (files.isPresent()) {
            files.get().close();
        }
    }
}

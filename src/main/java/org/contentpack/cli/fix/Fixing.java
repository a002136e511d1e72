package org.contentpack.cli.fix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.pack.FilePath;

/**
 * Mends in a pack's folder what has exactly one right answer: plans the changes, which somebody
 * looks at, and writes them, each file whole or not at all.
 */
public sealed interface Fixing {

    /** Longest file in bytes that is mended. */
    int MAX_BYTES = 8 << 20;

    /** What can be changed; nothing where there is nothing to mend. */
    record Planned(List<FileChange> changes) implements Fixing {

        public Planned {
            changes = List.copyOf(changes);
        }

        /**
         * Writes all changes, in the order of the files.
         *
         * @throws IOException where a file was changed meanwhile or cannot be written; those before
         *     it are written
         */
        public void write() throws IOException {
            for (FileChange change : changes) {
                change.write();
            }
        }
    }

    /**
     * Nothing may be changed: the folder is a release.
     *
     * @param list the list beside it
     */
    record Released(Path list) implements Fixing {}

    /**
     * What to change in a folder.
     *
     * @param report what was found in it
     */
    static Fixing plan(Path folder, Report report) throws IOException {
        Optional<Path> list = listBeside(folder);
        if (list.isPresent()) {
            return new Released(list.get());
        }
        Path root = folder.toRealPath();
        SortedMap<String, List<Finding>> byFile = new TreeMap<>();
        for (Finding finding : report.findings()) {
            byFile.computeIfAbsent(finding.location().file(), f -> new ArrayList<>()).add(finding);
        }
        List<FileChange> changes = new ArrayList<>();
        for (String name : byFile.keySet()) {
            Optional<Path> file = file(root, name);
            if (file.isPresent()) {
                byte[] bytes = Files.readAllBytes(file.get());
                FixedText.of(bytes, byFile.get(name))
                        .map(after -> new FileChange(file.get(), name, bytes, after))
                        .ifPresent(changes::add);
            }
        }
        return new Planned(changes);
    }

    /** The list that makes a folder a release. */
    static Optional<Path> listBeside(Path folder) throws IOException {
        Path root = folder.toRealPath();
        Path list = root.resolveSibling(root.getFileName() + ".sha256");
        return Files.exists(list, LinkOption.NOFOLLOW_LINKS) ? Optional.of(list) : Optional.empty();
    }

    /** Only what really lies in the folder: a link may lead anywhere. */
    private static Optional<Path> file(Path root, String name) throws IOException {
        Optional<Path> path = FilePath.parse(name).map(file -> root.resolve(file.value()));
        return path.isPresent()
                        && Files.isRegularFile(path.get(), LinkOption.NOFOLLOW_LINKS)
                        && Files.size(path.get()) <= MAX_BYTES
                        && path.get().toRealPath().startsWith(root)
                ? path
                : Optional.empty();
    }
}

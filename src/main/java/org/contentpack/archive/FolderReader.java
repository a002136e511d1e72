package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_014;
import static org.contentpack.finding.BuiltInRule.ENT_015;
import static org.contentpack.finding.BuiltInRule.ENT_061;
import static org.contentpack.finding.BuiltInRule.PKG_015;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;

/**
 * Reads a pack from a folder on disk, under the same rules for paths and lengths as {@link
 * ZipReader}.
 *
 * <p>No link below the folder is followed; the folder itself may be reached through one. A file
 * that changes after it was listed is noticed when it is read: {@link PackFiles#open} then throws.
 * Folders without files leave no trace. Safe for use by several threads.
 */
public final class FolderReader {

    private final Limits limits;

    public FolderReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the pack with this folder as its root. The folder stays the caller's and must stay as
     * it is until the files are closed.
     *
     * @throws NotDirectoryException where it is no folder
     */
    public OpenResult open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Path root = folder.toRealPath();
        Listing listing = new Listing(root);
        Files.walkFileTree(root, listing);
        TreePack pack = new TreePack(limits);
        if (listing.isTooMany) {
            pack.odd(Finding.of(PKG_015, Location.PACK, limits.entries()));
        }
        // By name, not in the order of the disk: which of two colliding files is named must not
        // vary.
        listing.found.forEach((path, kind) -> take(pack, root, path, kind));
        return pack.read();
    }

    private static void take(TreePack pack, Path root, String path, Kind kind) {
        Path file = root.resolve(path);
        switch (kind) {
            case FOLDER -> pack.folder(path);
            case FILE ->
                    pack.file(path, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
            case LINK -> pack.odd(Finding.of(ENT_014, EntryPaths.place(path), path));
            case SPECIAL -> pack.odd(Finding.of(ENT_015, EntryPaths.place(path), path));
            case UNREADABLE -> pack.odd(Finding.of(ENT_061, EntryPaths.place(path), path));
        }
    }

    private enum Kind {
        FILE,
        FOLDER,
        LINK,
        SPECIAL,
        UNREADABLE;

        static Kind of(BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                return LINK;
            }
            return attributes.isRegularFile() ? FILE : SPECIAL;
        }
    }

    /** Everything below the folder, as far as the limit on entries goes. */
    private final class Listing extends SimpleFileVisitor<Path> {
        private final Path root;
        private final SortedMap<String, Kind> found = new TreeMap<>();
        private boolean isTooMany;

        Listing(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            FileVisitResult next = add(folder, Kind.FOLDER);
            return next == FileVisitResult.CONTINUE && PathRules.isLitter(name(folder))
                    ? FileVisitResult.SKIP_SUBTREE
                    : next;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return add(file, Kind.of(attributes));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof AccessDeniedException && !file.equals(root)) {
                return add(file, Kind.UNREADABLE);
            }
            throw e;
        }

        private FileVisitResult add(Path file, Kind kind) {
            isTooMany = found.size() >= limits.entries();
            if (isTooMany) {
                return FileVisitResult.TERMINATE;
            }
            found.put(name(file), kind);
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            StringBuilder name = new StringBuilder();
            for (Path segment : root.relativize(file)) {
                name.append(name.isEmpty() ? "" : "/").append(segment);
            }
            return name.toString();
        }
    }
}

package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.contentpack.pack.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * Writes a draft to a folder that is there whole or not at all: the files are written beside it
 * under another name, and moved in one step.
 */
public final class DraftFolder {

    private DraftFolder() {}

    /**
     * Writes all files of a draft.
     *
     * @param folder that does not exist yet, or is empty
     * @throws DirectoryNotEmptyException where it holds something, which stays as it is
     * @throws IOException where it cannot be written; nothing is left behind then
     */
    public static void write(PackDraft draft, Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            throw new DirectoryNotEmptyException(target.toString());
        }
        Files.createDirectories(parent);
        Path work = Files.createTempDirectory(parent, ".draft-");
        try {
            // A folder for one's own eyes only is not what one makes for a pack.
            Path made = Files.createDirectory(work.resolve("pack"));
            for (Map.Entry<FilePath, String> file : draft.files().entrySet()) {
                Path path = made.resolve(file.getKey().value());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue().getBytes(UTF_8));
            }
            if (Files.isDirectory(target)) {
                // Fails where it is not empty.
                Files.delete(target);
            }
            move(made, target);
        } finally {
            delete(work);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                            throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}

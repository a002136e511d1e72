package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.cli.report.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes in folders and files by looking again and again at lengths, times and identity
 * of the files. The system's own notices differ between systems and file systems, have to be asked
 * for folder by folder, and overflow. For one thread.
 */
final class FolderWatch {

    /** Between two looks, at least. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A look may take one part in so many of the time. */
    private static final int SHARE = 10;

    /** Names that are told of a change. */
    private static final int TOLD = 3;

    /** Further files that are looked at, which need not be there. */
    @FunctionalInterface
    interface More {
        List<Path> files() throws IOException;
    }

    private final List<Path> roots;
    private final More more;
    private Map<Path, Seen> seen;
    private Duration pause = PAUSE;

    /** What shows that a file is another than before. */
    private record Seen(long sizeBytes, FileTime modified, @Nullable Object key) {
        static Seen of(BasicFileAttributes attributes) {
            return new Seen(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    /**
     * Takes a first look.
     *
     * @param roots folders or files, which must be there
     */
    FolderWatch(List<Path> roots, More more) throws IOException, CommandFailure {
        this.roots = List.copyOf(roots);
        this.more = more;
        Optional<Path> gone = gone();
        if (gone.isPresent()) {
            throw new CommandFailure(gone.get() + ": there is no such folder or file");
        }
        this.seen = look();
    }

    /**
     * Waits until something has changed and two looks see the same, so that several files that are
     * saved at once are one change.
     *
     * @return what has changed, by name; empty where the watch has to end
     * @throws CommandFailure where a folder is gone
     */
    Optional<List<String>> next(Ending ending) throws IOException, CommandFailure {
        Map<Path, Seen> before = seen;
        Map<Path, Seen> now = seen;
        while (!ending.within(pause)) {
            refuseGone(ending);
            Map<Path, Seen> last = now;
            now = look();
            if (now.equals(last) && !now.equals(before)) {
                seen = now;
                return Optional.of(names(before, now));
            }
        }
        return Optional.empty();
    }

    /** Some names, for one line. */
    static String line(List<String> names) {
        String told = String.join(", ", names.subList(0, Math.min(TOLD, names.size())));
        int left = names.size() - TOLD;
        return Printable.text(left > 0 ? told + " and " + left + " more" : told);
    }

    private List<String> names(Map<Path, Seen> before, Map<Path, Seen> now) {
        SortedSet<Path> all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        List<String> names = new ArrayList<>();
        for (Path path : all) {
            if (!Objects.equals(before.get(path), now.get(path))) {
                names.add(path.toString().replace('\\', '/'));
            }
        }
        return names;
    }

    /** A program that saves may take a thing away and put another there. */
    private void refuseGone(Ending ending) throws CommandFailure {
        if (gone().isPresent() && !ending.within(pause)) {
            Optional<Path> gone = gone();
            if (gone.isPresent()) {
                throw new CommandFailure(gone.get() + ": it is gone, so the watch has ended");
            }
        }
    }

    private Optional<Path> gone() {
        return roots.stream().filter(root -> !Files.exists(root)).findFirst();
    }

    private Map<Path, Seen> look() throws IOException {
        long begun = System.nanoTime();
        Map<Path, Seen> found = new TreeMap<>();
        for (Path root : roots) {
            look(root, found);
        }
        for (Path file : more.files()) {
            look(file, found);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(SHARE);
        pause = taken.compareTo(PAUSE) > 0 ? taken : PAUSE;
        return found;
    }

    /** What vanishes meanwhile is not there; what cannot be read is as good as that. */
    private static void look(Path root, Map<Path, Seen> found) throws IOException {
        Path real;
        try {
            real = root.toRealPath();
        } catch (NoSuchFileException e) {
            return;
        }
        Files.walkFileTree(
                real,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (!isOurs(file)) {
                            found.put(named(file), Seen.of(attributes));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException e) {
                        return FileVisitResult.CONTINUE;
                    }

                    private Path named(Path file) {
                        return file.equals(real) ? root : root.resolve(real.relativize(file));
                    }
                });
    }

    /** What commands write beside a file before they move it there. */
    private static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".contentpack-")
                && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }
}

package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_014;
import static org.contentpack.finding.BuiltInRule.ENT_015;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.finding.Finding;

/**
 * Finds the packs that lie side by side as {@code <id>/<version>/}, each with its list {@code
 * <id>/<version>.sha256}, and reads each, sorted by id and then by the version folder's name. Packs
 * in jars are found by {@link JarPacks}.
 *
 * <p>Other files between the packs are passed over, hidden folders too. A list without its folder
 * is a refused pack: somebody took a release away. Safe for use by several threads.
 */
public final class PackFolders {

    private final Limits limits;

    public PackFolders(Limits limits) {
        this.limits = limits;
    }

    /**
     * The packs below a folder on disk.
     *
     * @throws java.nio.file.NoSuchFileException where there is no such folder
     */
    public List<FoundPack> below(Path root) throws IOException {
        List<FoundPack> packs = new ArrayList<>();
        for (PackLocation location : locate(root)) {
            packs.add(at(root, location));
        }
        return List.copyOf(packs);
    }

    /**
     * Where packs lie below a folder on disk, without a look into them, sorted.
     *
     * @throws java.nio.file.NoSuchFileException where there is no such folder
     */
    public SortedSet<PackLocation> locate(Path root) throws IOException {
        SortedSet<PackLocation> locations = new TreeSet<>();
        for (String id : names(root)) {
            Path folder = root.resolve(id);
            if (Files.isSymbolicLink(folder)) {
                if (Files.isDirectory(folder)) {
                    locations.add(new PackLocation(id, ""));
                }
            } else if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                locations.addAll(locate(id, folder));
            }
        }
        return locations;
    }

    /** One pack that {@link #locate(Path)} found. */
    public FoundPack at(Path root, PackLocation location) throws IOException {
        Path folder = root.resolve(location.id());
        return Files.isSymbolicLink(folder)
                ? new FoundPack(
                        folder.toString(), location, link(location.id()), ListText.NONE.text())
                : read(folder, location);
    }

    private static SortedSet<PackLocation> locate(String id, Path folder) throws IOException {
        SortedSet<PackLocation> locations = new TreeSet<>();
        for (String name : names(folder)) {
            Path path = folder.resolve(name);
            boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            if (!isFolder && PackPaths.isList(name)) {
                locations.add(new PackLocation(id, PackPaths.versionOf(name)));
            } else if (isFolder || Files.isSymbolicLink(path)) {
                locations.add(new PackLocation(id, name));
            }
        }
        return locations;
    }

    private FoundPack read(Path folder, PackLocation location) throws IOException {
        Path pack = folder.resolve(location.version());
        ListText list = list(folder.resolve(location.listName()), location);
        if (Files.isSymbolicLink(pack)) {
            return list.beside(pack.toString(), location, link(location.version()));
        }
        if (!Files.isDirectory(pack)) {
            return list.alone(pack.toString(), location);
        }
        FoundPack found =
                list.beside(pack.toString(), location, new FolderReader(limits).open(pack));
        Path signatures = folder.resolve(location.signaturesName());
        if (!Files.isRegularFile(signatures, LinkOption.NOFOLLOW_LINKS)) {
            return found;
        }
        try (InputStream in = Files.newInputStream(signatures, LinkOption.NOFOLLOW_LINKS)) {
            return found.signed(in);
        }
    }

    private ListText list(Path file, PackLocation location) throws IOException {
        String name = location.listName();
        if (Files.isSymbolicLink(file)) {
            return ListText.refused(Finding.of(ENT_014, EntryPaths.place(name), name));
        }
        if (Files.isRegularFile(file)) {
            return ListText.read(
                    location, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), limits);
        }
        return Files.exists(file)
                ? ListText.refused(Finding.of(ENT_015, EntryPaths.place(name), name))
                : ListText.NONE;
    }

    private static OpenResult link(String name) {
        return new OpenResult.Refused(List.of(Finding.of(ENT_014, EntryPaths.place(name), name)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(p -> String.valueOf(p.getFileName()))
                    .filter(PackPaths::isShown)
                    .sorted()
                    .toList();
        }
    }

    /**
     * The packs below the root of a tree.
     *
     * @param origin of the tree in words, such as {@code WEB-INF/content-pack}
     */
    public List<FoundPack> below(ResourceTree tree, String origin) throws IOException {
        List<FoundPack> packs = new ArrayList<>();
        SortedSet<String> paths = tree.paths();
        for (PackLocation location : PackPaths.locate(paths)) {
            String list = location.id() + "/" + location.listName();
            ListText text =
                    paths.contains(list)
                            ? ListText.read(location, () -> tree.open(list), limits)
                            : ListText.NONE;
            String place = origin + "/" + location;
            ResourceTree part = new Part(tree, location + "/");
            FoundPack found =
                    part.paths().isEmpty()
                            ? text.alone(place, location)
                            : text.beside(place, location, new ResourceReader(limits).open(part));
            String signatures = location.id() + "/" + location.signaturesName();
            if (paths.contains(signatures)) {
                try (InputStream in = tree.open(signatures)) {
                    found = found.signed(in);
                }
            }
            packs.add(found);
        }
        return List.copyOf(packs);
    }

    /** What of a tree lies below one folder. */
    private record Part(ResourceTree whole, String prefix) implements ResourceTree {

        @Override
        public SortedSet<String> paths() {
            return whole.paths().stream()
                    .filter(p -> p.startsWith(prefix))
                    .map(p -> p.substring(prefix.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public InputStream open(String path) throws IOException {
            return whole.open(prefix + path);
        }
    }
}

package org.contentpack.app;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFolders;
import org.contentpack.archive.PackLocation;
import org.contentpack.archive.ZipReader;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.registry.Actor;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.Registry;
import org.contentpack.version.Version;

/**
 * A folder in which people put packs: as {@code name.zip}, or as {@code <id>/<version>/} with its
 * list beside it. Against {@link BuiltInPacks}, which come with the application.
 *
 * <p>A pack is taken when two rounds in a row find it the same, so that nothing half copied is
 * taken. What came of it is written beside it as {@code name.zip.report.txt} or {@code
 * <version>.report.txt}. Nothing is ever moved or deleted; what did not change is not looked at
 * again until the next start, when equal content is found to be registered already.
 *
 * <p>For one thread at a time.
 */
final class Inbox {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());

    private static final Actor ACTOR = new Actor("inbox");

    private static final String ZIP = ".zip";
    private static final String REPORT = ".report.txt";

    private final Path folder;
    private final Limits limits;
    private final Intake intake;
    private final PackFolders folders;

    /** What each pack looked like in the last round, by its place. */
    private Map<String, String> seen = new HashMap<>();

    private final Map<String, String> taken = new HashMap<>();
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private boolean isFailing;

    Inbox(Path folder, Registry registry, Limits limits) {
        this.folder = folder;
        this.limits = limits;
        this.intake = new Intake(registry, ACTOR);
        this.folders = new PackFolders(limits);
    }

    /** A pack in the folder, not yet looked into. */
    private record Candidate(String place, String state, Optional<PackLocation> location) {

        /** Lower versions first, since a release is checked against the one before. */
        private static final Comparator<Candidate> ORDER =
                Comparator.<Candidate, String>comparing(
                                c -> c.location.map(PackLocation::id).orElse(""))
                        .thenComparing(
                                c ->
                                        c.location
                                                .flatMap(l -> Version.parse(l.version()))
                                                .orElse(new Version("0.0.0")))
                        .thenComparing(Candidate::place);
    }

    /** Looks once and takes what has come to rest; never fails. */
    void round() {
        try {
            Map<String, String> now = new HashMap<>();
            for (Candidate candidate : candidates()) {
                now.put(candidate.place, candidate.state);
                boolean isAtRest = candidate.state.equals(seen.get(candidate.place));
                if (isAtRest && !candidate.state.equals(taken.get(candidate.place))) {
                    take(candidate);
                }
            }
            seen = now;
            synchronized (this) {
                entries.keySet().retainAll(now.keySet());
            }
            taken.keySet().retainAll(now.keySet());
            isFailing = false;
        } catch (IOException e) {
            if (!isFailing) {
                LOG.log(Level.ERROR, "the inbox cannot be looked through: " + folder, e);
            }
            isFailing = true;
        }
    }

    /** What came of the packs that lie there now, by place. */
    synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    private List<Candidate> candidates() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (PackLocation location : folders.locate(folder)) {
            Path root = folder.resolve(location.id());
            String state =
                    state(root.resolve(location.version()))
                            + state(root.resolve(location.listName()))
                            + state(root.resolve(location.signaturesName()));
            candidates.add(new Candidate(location.toString(), state, Optional.of(location)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ZIP) && !name.startsWith(".") && !Files.isDirectory(file)) {
                    String state = state(file) + state(file.resolveSibling(name + ".jws"));
                    candidates.add(new Candidate(name, state, Optional.empty()));
                }
            }
        }
        candidates.sort(Candidate.ORDER);
        return candidates;
    }

    /** Paths, lengths and times below a path: equal only where nobody is writing there. */
    private static String state(Path path) throws IOException {
        StringBuilder state = new StringBuilder();
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        state.append(path.relativize(file))
                                .append(' ')
                                .append(attributes.size())
                                .append(' ')
                                .append(attributes.lastModifiedTime().toMillis())
                                .append('\n');
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return state.append('/').toString();
    }

    private void take(Candidate candidate) throws IOException {
        Entry entry = candidate.location.isPresent() ? takeFolder(candidate) : takeZip(candidate);
        taken.put(candidate.place, candidate.state);
        synchronized (this) {
            entries.put(candidate.place, entry);
        }
        String text = Intake.text(entry);
        LOG.log(Level.INFO, "Inbox: {0}", text);
        report(candidate.place, text);
    }

    private Entry takeFolder(Candidate candidate) throws IOException {
        FoundPack found = folders.at(folder, candidate.location.orElseThrow());
        try {
            return intake.take(
                    candidate.place, found.result(), found.findings(), found.signatures());
        } finally {
            close(found.result());
        }
    }

    private Entry takeZip(Candidate candidate) throws IOException {
        Path file = folder.resolve(candidate.place);
        OpenResult result =
                Files.isSymbolicLink(file)
                        ? new OpenResult.Refused(
                                List.of(
                                        Finding.of(
                                                BuiltInRule.ENT_014,
                                                Location.of(candidate.place),
                                                candidate.place)))
                        : new ZipReader(limits).open(file);
        try {
            return intake.take(
                    candidate.place,
                    result,
                    result instanceof OpenResult.Refused refused
                            ? refused.findings()
                            : ((OpenResult.Opened) result).notes(),
                    signatures(file));
        } finally {
            close(result);
        }
    }

    /** Those of {@code name.zip} lie in {@code name.zip.jws}. */
    private static List<String> signatures(Path zip) throws IOException {
        Path file = zip.resolveSibling(zip.getFileName() + ".jws");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(64 * 1024), StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static void close(OpenResult result) throws IOException {
        if (result instanceof OpenResult.Opened opened) {
            opened.files().close();
        }
    }

    /** Appears whole or not at all. A folder that only may be read gets none. */
    private void report(String place, String text) {
        Path report = folder.resolve(place + REPORT);
        Path draft = report.resolveSibling("." + report.getFileName() + ".draft");
        try {
            Files.writeString(draft, text + "\n", StandardCharsets.UTF_8);
            Files.move(
                    draft,
                    report,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no report can be written beside " + place + ": " + e);
        }
    }
}

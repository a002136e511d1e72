package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.PKG_015;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.pack.FilePath;

/**
 * The packs that a jar brings below {@code META-INF/content-pack/}, each as {@code <id>/<version>/}
 * with its list {@code <id>/<version>.sha256}; the jar need not have entries for folders. Against
 * {@link PackFolders}, which finds the same on disk and among resources.
 *
 * <p>Only what lies below that folder is judged, and lengths count per pack. But a jar that has
 * packs must be as consistent as {@link ZipReader} wants a zip: then none of its packs can be read
 * in two ways. The files of its packs must not be read once this is closed.
 */
public final class JarPacks implements Closeable {

    private static final String ROOT = "META-INF/content-pack/";

    /** Most entries of a jar; their headers are held in memory while it is looked through. */
    private static final int MAX_ENTRIES = 1 << 18;

    /** The name under which one file beside a pack is read. */
    private static final FilePath LIST = new FilePath("list.sha256");

    private final List<FoundPack> packs;
    private final List<Finding> findings;
    private final Closeable owned;

    private JarPacks(List<FoundPack> packs, List<Finding> findings, Closeable owned) {
        this.packs = List.copyOf(packs);
        this.findings = List.copyOf(findings);
        this.owned = owned;
    }

    /**
     * Looks through a jar file, which stays the caller's and must not change before this is closed.
     *
     * @param origin of the jar in words, such as {@code WEB-INF/lib/leg-cramps.jar}
     */
    public static JarPacks open(Path jar, String origin, Limits limits) throws IOException {
        return open(jar, origin, limits, () -> {});
    }

    /**
     * Looks through a jar that is no file, by way of a temporary file in the given folder; it is
     * deleted by {@link #close}. The stream is read to its end and stays the caller's to close.
     */
    public static JarPacks open(InputStream jar, String origin, Limits limits, Path temporaryFolder)
            throws IOException {
        Path copy = Files.createTempFile(temporaryFolder, "contentpack-", ".jar");
        JarPacks packs = null;
        try {
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            packs = open(copy, origin, limits, () -> Files.deleteIfExists(copy));
            return packs;
        } finally {
            if (packs == null) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static JarPacks open(Path jar, String origin, Limits limits, Closeable owned)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (ZipWindow zip = ZipWindow.open(jar)) {
            Optional<ZipEnd> end = ZipEnd.read(zip, findings);
            if (end.isPresent() && end.get().entries() > MAX_ENTRIES) {
                findings.add(Finding.of(PKG_015, Location.PACK, MAX_ENTRIES));
            }
            if (!findings.isEmpty()) {
                return new JarPacks(List.of(), findings, owned);
            }
            List<ZipEntryHeader> all = CentralDirectory.read(zip, end.orElseThrow(), findings);
            List<ZipEntryHeader> ours = below(ROOT, all);
            if (ours.isEmpty() || !findings.isEmpty()) {
                return new JarPacks(List.of(), findings, owned);
            }
            Map<Long, Long> dataOffsets = LocalHeaders.check(zip, end.orElseThrow(), all, findings);
            return findings.isEmpty()
                    ? new JarPacks(
                            new Reading(jar, origin + "!/" + ROOT, limits, dataOffsets).packs(ours),
                            findings,
                            owned)
                    : new JarPacks(List.of(), findings, owned);
        }
    }

    /** The entries below a folder, named from there; not the folder itself. */
    private static List<ZipEntryHeader> below(String folder, List<ZipEntryHeader> entries) {
        return entries.stream()
                .filter(e -> e.name().startsWith(folder) && e.name().length() > folder.length())
                .map(e -> e.named(e.name().substring(folder.length())))
                .toList();
    }

    private record Reading(Path jar, String origin, Limits limits, Map<Long, Long> dataOffsets) {

        List<FoundPack> packs(List<ZipEntryHeader> entries) throws IOException {
            List<FoundPack> packs = new ArrayList<>();
            for (PackLocation location :
                    PackPaths.locate(entries.stream().map(ZipEntryHeader::name).toList())) {
                String list = location.id() + "/" + location.listName();
                ListText text =
                        list(
                                location,
                                entries.stream()
                                        .filter(e -> e.name().equals(list))
                                        .map(e -> e.named(LIST.value()))
                                        .toList());
                List<ZipEntryHeader> files = below(location + "/", entries);
                packs.add(
                        files.isEmpty()
                                ? text.alone(origin + location, location)
                                : signed(
                                        text.beside(origin + location, location, read(files)),
                                        entries));
            }
            return packs;
        }

        private FoundPack signed(FoundPack found, List<ZipEntryHeader> entries) throws IOException {
            PackLocation location = found.location();
            String name = location.id() + "/" + location.signaturesName();
            List<ZipEntryHeader> signatures =
                    entries.stream()
                            .filter(e -> e.name().equals(name))
                            .map(e -> e.named(LIST.value()))
                            .toList();
            if (!signatures.isEmpty() && read(signatures) instanceof OpenResult.Opened opened) {
                try (InputStream in = opened.files().open(LIST)) {
                    return found.signed(in);
                }
            }
            return found;
        }

        private ListText list(PackLocation location, List<ZipEntryHeader> entries)
                throws IOException {
            if (entries.isEmpty()) {
                return ListText.NONE;
            }
            OpenResult result = read(entries);
            return result instanceof OpenResult.Opened opened
                    ? ListText.read(location, () -> opened.files().open(LIST), limits)
                    : new ListText(Optional.empty(), ((OpenResult.Refused) result).findings());
        }

        private OpenResult read(List<ZipEntryHeader> entries) throws IOException {
            ZipPack pack = new ZipPack(entries, limits);
            return pack.findings().isEmpty()
                    ? pack.read(jar, dataOffsets, () -> {})
                    : new OpenResult.Refused(pack.findings());
        }
    }

    /** The jar's packs, sorted by id and then by the version folder's name. */
    public List<FoundPack> packs() {
        return packs;
    }

    /** Why the jar could not be looked into; then it has no packs here. */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}

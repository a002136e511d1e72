package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contentpack.BadInput;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.JarPacks;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFolders;
import org.contentpack.archive.ZipReader;
import org.contentpack.finding.Finding;
import org.contentpack.registry.Actor;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.InMemoryReleaseStore;
import org.contentpack.version.Version;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same pack through every door: a folder of the WAR, a jar on the class path, the inbox as a
 * folder and as a zip, and the zip of an upload.
 */
class DoorsTest {

    @TempDir Path temporary;

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/packs"))) {
            return folders
                    .filter(f -> Files.isDirectory(f.resolve("1.0.0")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    @BadInput("U12")
    void everyDoorFindsTheSame(Path fixture) throws IOException {
        List<Path> versions = versions(fixture);

        Map<String, List<String>> findings = new LinkedHashMap<>();
        findings.put("folder of the WAR", throughFolderOfTheWar(versions));
        findings.put("jar", throughJar(versions));
        findings.put("upload", throughZips(versions));
        findings.put("inbox of folders", throughInbox(versions, false));
        findings.put("inbox of zips", throughInbox(versions, true));

        assertThat(findings.values())
                .as(findings.toString())
                .allSatisfy(one -> assertThat(one).isEqualTo(findings.get("upload")));
    }

    private static Registry registry() {
        return TestRegistry.over(new InMemoryReleaseStore());
    }

    private static List<Path> versions(Path fixture) throws IOException {
        try (Stream<Path> folders = Files.list(fixture)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(f -> new Version(f.getFileName().toString())))
                    .toList();
        }
    }

    /** Outcome and findings of the last version. */
    private static List<String> told(Entry last) {
        List<String> told = new ArrayList<>();
        told.add(last.outcome().toString());
        last.report().findings().stream().map(Finding::toString).forEach(told::add);
        return told;
    }

    /** What the manifest says: folders and jars hold packs under their own name. */
    private static String idOf(Path version) throws IOException {
        return value(version, "id: ").orElse("pack");
    }

    private static String versionOf(Path version) throws IOException {
        return value(version, "version: ").orElse("1.0.0");
    }

    private static Optional<String> value(Path version, String key) throws IOException {
        Path manifest = version.resolve("pack.yaml");
        if (!Files.exists(manifest)) {
            return Optional.empty();
        }
        return Files.readString(manifest)
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst();
    }

    private List<String> throughFolderOfTheWar(List<Path> versions) throws IOException {
        Registry registry = registry();
        List<String> told = List.of();
        for (Path version : versions) {
            SortedMap<String, byte[]> tree = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : Tree.of(version, "").entrySet()) {
                tree.put(
                        idOf(version) + "/" + versionOf(version) + "/" + file.getKey(),
                        file.getValue());
            }
            for (FoundPack found :
                    new PackFolders(Limits.DEFAULT).below(new Tree(tree), "WEB-INF")) {
                told = told(take(registry, found));
            }
        }
        return told;
    }

    private List<String> throughJar(List<Path> versions) throws IOException {
        Registry registry = registry();
        List<String> told = List.of();
        for (Path version : versions) {
            String prefix =
                    "META-INF/content-pack/" + idOf(version) + "/" + versionOf(version) + "/";
            byte[] jar = zip(version, prefix);
            try (JarPacks packs =
                    JarPacks.open(
                            new ByteArrayInputStream(jar), "a.jar", Limits.DEFAULT, temporary)) {
                for (FoundPack found : packs.packs()) {
                    told = told(take(registry, found));
                }
            }
        }
        return told;
    }

    private static Entry take(Registry registry, FoundPack found) {
        return new Intake(registry, Actor.BUILT_IN)
                .take(found.origin(), found.result(), found.findings(), found.signatures());
    }

    private List<String> throughZips(List<Path> versions) throws IOException {
        Registry registry = registry();
        List<String> told = List.of();
        for (Path version : versions) {
            Path file = Files.createTempFile(temporary, "upload", ".zip");
            Files.write(file, zip(version, ""));
            OpenResult result = new ZipReader(Limits.DEFAULT).openTemporary(file);
            List<Finding> notes =
                    result instanceof OpenResult.Opened opened
                            ? opened.notes()
                            : ((OpenResult.Refused) result).findings();
            told =
                    told(
                            new Intake(registry, Actor.BUILT_IN)
                                    .take("upload", result, notes, List.of()));
        }
        return told;
    }

    private List<String> throughInbox(List<Path> versions, boolean zipped) throws IOException {
        Registry registry = registry();
        List<String> told = List.of();
        for (Path version : versions) {
            Path box = Files.createTempDirectory(temporary, "inbox");
            if (zipped) {
                Files.write(box.resolve("pack.zip"), zip(version, ""));
            } else {
                Path folder = box.resolve(idOf(version)).resolve(versionOf(version));
                for (Map.Entry<String, byte[]> file : Tree.of(version, "").entrySet()) {
                    Path target = folder.resolve(file.getKey());
                    Files.createDirectories(target.getParent());
                    Files.write(target, file.getValue());
                }
            }
            Inbox inbox = new Inbox(box, registry, Limits.DEFAULT);
            inbox.round();
            inbox.round();
            assertThat(inbox.entries()).hasSize(1);
            told = told(inbox.entries().get(0));
        }
        return told;
    }

    private static byte[] zip(Path folder, String prefix) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // How much a file shrinks is a property of zips alone.
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : Tree.of(folder, "").entrySet()) {
                zip.putNextEntry(new ZipEntry(prefix + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}

package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.JarPacks;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFolders;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.signature.Signature;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.TestSigner;
import org.contentpack.signature.TrustedKey;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.storage.InMemoryReleaseStore;
import org.contentpack.version.Version;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where signatures are required, every door but that of uploads (which has a header field for them)
 * finds them in a file beside the pack, and refuses a pack that has none there.
 */
class SignedDoorsTest {

    private static final ReleaseId RELEASE =
            new ReleaseId(new PackId("garden-notes"), new Version("1.0.0"));

    private static final Path PACK = Path.of("src/test/resources/content-pack/garden-notes/1.0.0");

    @TempDir Path temporary;

    /** A way in. */
    private enum Door {
        FOLDER_OF_THE_WAR,
        JAR,
        INBOX_FOLDER,
        INBOX_ZIP
    }

    private static TrustedKey key() throws IOException {
        return TrustedKey.ofPem(
                Files.readString(Path.of("src/test/resources/signature/rfc8037.pem")));
    }

    private static Registry registry() throws IOException {
        return TestRegistry.over(
                new InMemoryReleaseStore(),
                InstantSource.fixed(TestRegistry.NOW),
                new SignatureCheck(new TrustedKeys(List.of(key())), SignaturePolicy.REQUIRED));
    }

    private static String jws() throws Exception {
        OpenResult.Opened opened = (OpenResult.Opened) new FolderReader(Limits.DEFAULT).open(PACK);
        return TestSigner.rfc8037()
                .jws(SignatureCheck.statement(RELEASE, opened.files().list().digest()));
    }

    private static List<String> told(Entry entry) {
        return Stream.concat(
                        Stream.of(entry.outcome().toString()),
                        entry.report().findings().stream().map(f -> f.rule().code()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aPackWithoutASignatureIsRefused(Door door) throws Exception {
        Registry registry = registry();

        assertThat(told(take(door, registry, Map.of()))).containsExactly("REFUSED", "SIG-004");
        assertThat(registry.packs()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSignatureBesideAPackIsVerifiedAndKept(Door door) throws Exception {
        Registry registry = registry();
        String jws = jws();

        Entry entry = take(door, registry, Map.of(beside(door), bytes("\n" + jws + "\n")));

        assertThat(told(entry)).containsExactly("REGISTERED");
        Registration registration = registry.history(RELEASE.pack()).registrations().get(0);
        assertThat(registry.signatures(registration))
                .containsExactly(new Signature(key().id(), jws));
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureOfSomethingElseRefusesThePack(Door door) throws Exception {
        Registry registry = registry();
        String wrong = TestSigner.rfc8037().jws("contentpack release 1\n");

        Entry entry =
                take(door, registry, Map.of(beside(door), bytes(jws() + "\n" + wrong + "\n")));

        assertThat(told(entry)).containsExactly("REFUSED", "SIG-003");
        assertThat(registry.packs()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the door looks for signatures. */
    private static String beside(Door door) {
        return door == Door.INBOX_ZIP ? "first.zip.jws" : "garden-notes/1.0.0.jws";
    }

    private Entry take(Door door, Registry registry, Map<String, byte[]> beside)
            throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(beside);
        if (door == Door.INBOX_ZIP) {
            files.put("first.zip", zip(Tree.of(PACK, "")));
        } else {
            files.putAll(Tree.of(PACK, "garden-notes/1.0.0/"));
        }
        return switch (door) {
            case FOLDER_OF_THE_WAR ->
                    take(
                            registry,
                            new PackFolders(Limits.DEFAULT).below(new Tree(files), "WEB-INF"));
            case JAR -> throughJar(registry, files);
            case INBOX_FOLDER, INBOX_ZIP -> throughInbox(registry, files);
        };
    }

    private static Entry take(Registry registry, List<FoundPack> found) throws IOException {
        assertThat(found).hasSize(1);
        return new Intake(registry, Actor.BUILT_IN)
                .take(
                        found.get(0).origin(),
                        found.get(0).result(),
                        found.get(0).findings(),
                        found.get(0).signatures());
    }

    private Entry throughJar(Registry registry, SortedMap<String, byte[]> files)
            throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        files.forEach((path, bytes) -> entries.put("META-INF/content-pack/" + path, bytes));
        try (JarPacks packs =
                JarPacks.open(
                        new ByteArrayInputStream(zip(entries)),
                        "a.jar",
                        Limits.DEFAULT,
                        temporary)) {
            return take(registry, packs.packs());
        }
    }

    private Entry throughInbox(Registry registry, SortedMap<String, byte[]> files)
            throws IOException {
        Path box = Files.createDirectory(temporary.resolve("inbox"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = box.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Inbox inbox = new Inbox(box, registry, Limits.DEFAULT);
        inbox.round();
        inbox.round();
        assertThat(inbox.entries()).hasSize(1);
        return inbox.entries().get(0);
    }

    private static byte[] zip(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}

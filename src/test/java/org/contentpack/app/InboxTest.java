package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.pack.PackId;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.IntakeReport.Outcome;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.InMemoryReleaseStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs put into a folder, round by round. */
class InboxTest {

    private static final PackId GARDEN = new PackId("garden-notes");
    private static final Path PACKS = Path.of("src/test/resources/content-pack/garden-notes");

    @TempDir Path folder;

    private final Registry registry = TestRegistry.over(new InMemoryReleaseStore());

    private Inbox inbox() {
        return new Inbox(folder, registry, Limits.DEFAULT);
    }

    private List<String> versions() {
        return registry.history(GARDEN).registrations().stream()
                .map(Registration::id)
                .map(id -> id.version().text())
                .toList();
    }

    private static List<String> outcomes(Inbox inbox) {
        return inbox.entries().stream().map(e -> e.origin() + " " + e.outcome()).toList();
    }

    private void copy(String version) throws IOException {
        Path from = PACKS.resolve(version);
        Path to = folder.resolve("garden-notes").resolve(version);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void zip(String version, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            OpenResult.Opened opened =
                    (OpenResult.Opened)
                            new FolderReader(Limits.DEFAULT).open(PACKS.resolve(version));
            CanonicalArchive.write(opened.files(), out);
        }
    }

    @Test
    void whatHasComeToRestIsTakenLowerVersionsFirst() throws IOException {
        copy("2.0.0");
        zip("1.0.0", "first.zip");
        Inbox inbox = inbox();

        inbox.round();
        assertThat(versions()).isEmpty();
        inbox.round();

        assertThat(versions()).containsExactly("2.0.0", "1.0.0");
        assertThat(outcomes(inbox))
                .containsExactly("first.zip REGISTERED", "garden-notes/2.0.0 REGISTERED");
        assertThat(folder.resolve("first.zip.report.txt")).hasContent("REGISTERED first.zip");
        assertThat(folder.resolve("garden-notes/2.0.0.report.txt"))
                .content()
                .startsWith("REGISTERED garden-notes/2.0.0");
    }

    @Test
    void whatIsStillBeingWrittenIsLeft() throws IOException {
        Path file = folder.resolve("slow.zip");
        Inbox inbox = inbox();
        for (int round = 1; round <= 3; round++) {
            Files.write(file, new byte[round]);
            inbox.round();
        }
        assertThat(inbox.entries()).isEmpty();

        inbox.round();

        assertThat(outcomes(inbox)).containsExactly("slow.zip REFUSED");
    }

    @Test
    void whatWasRefusedIsSaidBesideItAndLookedAtAgainWhenItChanges() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "no zip");
        Inbox inbox = inbox();
        inbox.round();
        inbox.round();
        List<Entry> first = inbox.entries();
        assertThat(first).extracting(Entry::outcome).containsExactly(Outcome.REFUSED);
        assertThat(Files.readString(folder.resolve("a.zip.report.txt"), StandardCharsets.UTF_8))
                .startsWith("REFUSED a.zip\n  error: PKG-");

        inbox.round();
        assertThat(inbox.entries().get(0)).isSameAs(first.get(0));
        zip("1.0.0", "a.zip");
        Files.setLastModifiedTime(
                folder.resolve("a.zip"), FileTime.from(Instant.parse("2026-11-24T12:00:00Z")));
        inbox.round();
        inbox.round();

        assertThat(outcomes(inbox)).containsExactly("a.zip REGISTERED");
        assertThat(versions()).containsExactly("1.0.0");
    }

    @Test
    void afterARestartNothingIsRegisteredTwice() throws IOException {
        zip("1.0.0", "a.zip");
        Inbox before = inbox();
        before.round();
        before.round();

        Inbox after = inbox();
        after.round();
        after.round();

        assertThat(outcomes(after)).containsExactly("a.zip UNCHANGED");
        assertThat(versions()).containsExactly("1.0.0");
    }

    @Test
    void linksAreRefused() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve(".elsewhere"));
        Files.writeString(elsewhere.resolve("secret.zip"), "secret");
        Files.createSymbolicLink(folder.resolve("link.zip"), elsewhere.resolve("secret.zip"));
        Files.createSymbolicLink(folder.resolve("garden-notes"), PACKS.toAbsolutePath());
        Inbox inbox = inbox();

        inbox.round();
        inbox.round();

        assertThat(versions()).isEmpty();
        assertThat(inbox.entries())
                .extracting(e -> e.outcome() + " " + e.report().findings().get(0).rule().code())
                .containsExactly("REFUSED ENT-014", "REFUSED ENT-014");
    }

    @Test
    void aFolderThatIsNotThereHarmsNothing() throws IOException {
        Inbox inbox = new Inbox(folder.resolve("gone"), registry, Limits.DEFAULT);

        inbox.round();

        assertThat(inbox.entries()).isEmpty();
    }
}

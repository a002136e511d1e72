package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.contentpack.BadInput;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.Limits;
import org.contentpack.archive.PackFolders;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.IntakeReport.Outcome;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.InMemoryReleaseStore;
import org.junit.jupiter.api.Test;

/** A folder of the WAR that is no longer what is stored under its version: said, and not taken. */
@BadInput("M3")
class ChangedFolderTest {

    private static final PackId GARDEN = new PackId("garden-notes");
    private static final Path PACKS = Path.of("src/test/resources/content-pack/garden-notes");
    private static final String MANIFEST = "garden-notes/1.0.0/pack.yaml";
    private static final String LIST = "garden-notes/1.0.0.sha256";

    private final Registry registry = TestRegistry.over(new InMemoryReleaseStore());

    private static SortedMap<String, byte[]> released() throws IOException {
        SortedMap<String, byte[]> files = Tree.of(PACKS.resolve("1.0.0"), "garden-notes/1.0.0/");
        files.put(LIST, Files.readAllBytes(PACKS.resolve("1.0.0.sha256")));
        return files;
    }

    /** With another title. */
    private static SortedMap<String, byte[]> changed() throws IOException {
        SortedMap<String, byte[]> files = released();
        files.put(
                MANIFEST,
                new String(files.get(MANIFEST), StandardCharsets.UTF_8)
                        .replace("title: Garden notes", "title: Other notes")
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private Entry take(SortedMap<String, byte[]> files) throws IOException {
        List<FoundPack> found =
                new PackFolders(Limits.DEFAULT).below(new Tree(files), "WEB-INF/content-pack");
        assertThat(found).hasSize(1);
        return new Intake(registry, Actor.BUILT_IN)
                .take(
                        found.get(0).origin(),
                        found.get(0).result(),
                        found.get(0).findings(),
                        found.get(0).signatures());
    }

    private static List<String> told(Entry entry) {
        return entry.report().findings().stream()
                .map(f -> f.rule().code() + " " + f.location())
                .toList();
    }

    private void assertIsServed(Registration first) throws IOException {
        PackHistory history = registry.history(GARDEN);
        assertThat(history.registrations()).containsExactly(first);
        assertThat(registry.release(first).manifest().title()).isEqualTo("Garden notes");
        assertThat(registry.changes(0, 10)).hasSize(1);
    }

    @Test
    void itsListSaysWhichFileChanged() throws IOException {
        assertThat(take(released()).outcome()).isEqualTo(Outcome.REGISTERED);
        Registration first = registry.history(GARDEN).registrations().get(0);

        Entry entry = take(changed());

        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(told(entry)).contains("PKG-023 1.0.0.sha256:4:1");
        assertIsServed(first);
    }

    @Test
    void withANewListBothDigestsAreNamed() throws IOException {
        take(released());
        Registration first = registry.history(GARDEN).registrations().get(0);
        SortedMap<String, byte[]> files = changed();
        String list = new String(files.get(LIST), StandardCharsets.UTF_8);
        String line = list.lines().filter(l -> l.endsWith("  pack.yaml")).findFirst().orElseThrow();
        String relisted = list.replace(line, Digest.of(files.get(MANIFEST)).hex() + "  pack.yaml");
        files.put(LIST, relisted.getBytes(StandardCharsets.UTF_8));

        Entry entry = take(files);

        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(told(entry)).containsExactly("VER-006 ");
        assertThat(entry.report().findings().get(0).message())
                .contains(first.digest().value(), Digest.of(relisted).value());
        assertIsServed(first);
    }
}

package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.Release;
import org.junit.jupiter.api.Test;

/** What has to be said of a step from the release of {@code tiny-pack-valid}. */
class VersionStepTest {

    private static final String ARTICLE = "articles/growing-basil.md";

    @Test
    void sameContentMayHaveAnyHigherVersion() throws IOException {
        assertThat(step("1.0.1", pack())).isEmpty();
        assertThat(step("1.0.1-rc.1", pack())).isEmpty();
        assertThat(step("2.0.0", pack())).isEmpty();
    }

    @Test
    void addedSectionIsAMinorStep() throws IOException {
        InMemoryPackFiles pack =
                Packs.replace(
                        pack(),
                        ARTICLE,
                        "## Watering",
                        "## Light {#light}\n\nMuch.\n\n## Watering");
        note(pack, "addition");

        assertThat(step("1.0.1", pack)).containsExactly("VER-001 pack.yaml:3:10");
        assertThat(step("1.1.0-rc.1", pack)).isEmpty();
        assertThat(step("1.1.0", pack)).isEmpty();
    }

    @Test
    void removedSectionIsAMajorStepUnlessItIsRedirected() throws IOException {
        InMemoryPackFiles pack = Packs.replace(pack(), ARTICLE, "{#watering", "{#pouring");
        Packs.replace(pack, ARTICLE, "(#watering)", "(#pouring)");
        note(pack, "editorial");
        append(
                pack,
                "redirects:\n  - {kind: section, article: growing-basil, from: watering, to: pouring}\n");

        assertThat(step("1.0.1", pack)).containsExactly("VER-001 pack.yaml:3:10");
        assertThat(step("1.1.0", pack)).isEmpty();
    }

    @Test
    void removedSectionIsNamedAsSuch() throws IOException {
        InMemoryPackFiles pack = Packs.replace(pack(), ARTICLE, "{#watering", "{#pouring");
        Packs.replace(pack, ARTICLE, "(#watering)", "(#pouring)");
        note(pack, "editorial");

        assertThat(step("2.0.0", pack)).containsExactly("VER-002 pack.yaml:1:1");

        append(
                pack,
                "removed:\n  - {kind: section, article: growing-basil, id: watering, reason: Old.}\n");
        assertThat(step("2.0.0", pack)).isEmpty();
    }

    @Test
    void unreadableNameHidesNoOtherFindingAndMakesNoFalseLoss() throws IOException {
        InMemoryPackFiles pack = Packs.replace(pack(), ARTICLE, "{#watering", "{#Watering");

        assertThat(step("1.0.1", pack))
                .containsExactly(
                        "REF-002 articles/growing-basil.md:23:5",
                        "ART-067 articles/growing-basil.md:25:13",
                        "VER-003 pack.yaml:1:1");
    }

    @Test
    void changeWithoutNoteIsFoundAndOneNoteIsEnough() throws IOException {
        InMemoryPackFiles pack = Packs.replace(pack(), ARTICLE, "light and warmth", "warmth");

        assertThat(step("1.0.1", pack)).containsExactly("VER-003 pack.yaml:1:1");

        note(pack, "correction");
        assertThat(step("1.0.1", pack)).isEmpty();
    }

    @Test
    void firstReleaseNeedsNoNotes() throws IOException {
        assertThat(Packs.findings(pack(), PreviousReleases.NONE)).isEmpty();
    }

    @Test
    void sourceWithoutChangeNoteIsFoundBesideAChangedTranslation() throws IOException {
        Fixture fixture = Fixture.named("translation-valid");
        Release before = fixture.release();
        InMemoryPackFiles pack =
                Packs.replace(
                        fixture.files(),
                        "articles/growing-basil.es.md",
                        "Basil likes",
                        "A la albahaca le gusta");
        Packs.replace(pack, "pack.yaml", "version: 1.0.0", "version: 1.0.1");

        assertThat(Packs.findings(pack, (id, version) -> Optional.of(before)))
                .containsExactly("VER-003 pack.yaml:1:1");
    }

    @Test
    void emptyTextBeforeTheFirstHeadingIsNoSection() throws IOException {
        InMemoryPackFiles pack =
                Packs.replace(
                        pack(),
                        ARTICLE,
                        "Basil likes light and warmth.\nSee [Watering](#watering).\n",
                        "");
        note(pack, "editorial");
        append(
                pack,
                "removed:\n  - {kind: section, article: growing-basil, id: intro, reason: Short.}\n");

        assertThat(step("2.0.0", pack)).isEmpty();
        assertThat(step("1.1.0", pack)).containsExactly("VER-001 pack.yaml:3:10");
    }

    @Test
    void articleThatIsTooLongToReadIsNotCalledRemoved() throws IOException {
        String text = Packs.text(pack(), ARTICLE);
        InMemoryPackFiles pack =
                pack().with(ARTICLE, (text + "x\n".repeat(2 << 20)).getBytes(UTF_8));

        assertThat(step("1.0.1", pack))
                .containsExactly("ART-042 articles/growing-basil.md", "REF-047 pack.yaml:17:11");
    }

    private static InMemoryPackFiles pack() throws IOException {
        return Fixture.named("tiny-pack-valid").files();
    }

    private static void note(InMemoryPackFiles pack, String kind) throws IOException {
        append(
                pack,
                "changes:\n  - {kind: " + kind + ", article: growing-basil, text: As it says.}\n");
    }

    private static void append(InMemoryPackFiles pack, String text) throws IOException {
        pack.with("pack.yaml", (Packs.text(pack, "pack.yaml") + text).getBytes(UTF_8));
    }

    private static List<String> step(String version, InMemoryPackFiles pack) throws IOException {
        Release before = Fixture.named("tiny-pack-valid").release();
        String manifest = Packs.text(pack, "pack.yaml");
        pack.with(
                "pack.yaml",
                manifest.replaceFirst("version: \\S+", "version: " + version).getBytes(UTF_8));
        return Packs.findings(pack, (id, v) -> Optional.of(before));
    }
}

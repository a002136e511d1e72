package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.archive.PackFoldersTest.words;
import static org.contentpack.archive.Results.codesAndPlaces;
import static org.contentpack.archive.Results.contents;
import static org.contentpack.archive.Results.opened;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

class JarPacksTest {

    private static final String ROOT = "META-INF/content-pack/";

    @TempDir private Path folder;

    private static HostileZip jar() {
        return new HostileZip()
                .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")
                .file("org/example/Outer$Inner.class", "x")
                .file("WEB-INF/my file", "x");
    }

    private JarPacks open(HostileZip jar) throws IOException {
        return JarPacks.open(jar.in(folder), "a.jar", Limits.DEFAULT);
    }

    @Test
    void packsAreFoundWithoutEntriesForFolders() throws IOException {
        HostileZip jar =
                jar().file(ROOT + "b/1.0.0/pack.yaml", "x", HostileZip.Entry::deflate)
                        .file(ROOT + "a/1.10.0/pack.yaml", "x")
                        .file(ROOT + "a/1.10.0/articles/a.md", "y")
                        .file(ROOT + "a/1.10.0.sha256", "list", HostileZip.Entry::deflate)
                        .file(ROOT + "a/1.9.0/pack.yaml", "x");

        try (JarPacks packs = open(jar)) {
            assertThat(words(packs.packs()))
                    .containsExactly(
                            "a/1.10.0 [articles/a.md, pack.yaml] list",
                            "a/1.9.0 [pack.yaml]",
                            "b/1.0.0 [pack.yaml]");
            assertThat(packs.packs().get(0).origin())
                    .isEqualTo("a.jar!/META-INF/content-pack/a/1.10.0");
            assertThat(contents(opened(packs.packs().get(0).result()).files()))
                    .isEqualTo(Map.of("pack.yaml", "x", "articles/a.md", "y"));
            assertThat(packs.findings()).isEmpty();
        }
    }

    @Test
    void entriesForFoldersChangeNothing() throws IOException {
        HostileZip jar =
                jar().file(ROOT, "")
                        .file(ROOT + "a/", "")
                        .file(ROOT + "a/1.0.0/", "")
                        .file(ROOT + "a/1.0.0/articles/", "")
                        .file(ROOT + "a/1.0.0/pack.yaml", "x");

        try (JarPacks packs = open(jar)) {
            assertThat(words(packs.packs())).containsExactly("a/1.0.0 [pack.yaml]");
        }
    }

    @Test
    void jarWithoutPacksHasNone() throws IOException {
        try (JarPacks packs = open(jar().file("a", "x", e -> e.crc++))) {
            assertThat(packs.packs()).isEmpty();
            assertThat(packs.findings()).isEmpty();
        }
    }

    @Test
    void refusedPackDoesNotKeepOthersBack() throws IOException {
        HostileZip jar =
                jar().file(ROOT + "a/1.0.0/my file", "x")
                        .file(ROOT + "a/2.0.0/pack.yaml", "x")
                        .file(ROOT + "a/3.0.0/pack.yaml", "x", e -> e.mode(0120777))
                        .file(ROOT + "a/4.0.0/pack.yaml", "x")
                        .file(ROOT + "a/4.0.0/pack.yaml", "y")
                        .file(ROOT + "a/5.0.0/pack.yaml", "x", e -> e.crc++)
                        .file(ROOT + "a/6.0.0/pack.yaml", "x")
                        .file(ROOT + "a/6.0.0.sha256", "x", e -> e.crc++)
                        .file(ROOT + "a/7.0.0.sha256", "x");

        try (JarPacks packs = open(jar)) {
            assertThat(words(packs.packs()))
                    .containsExactly(
                            "a/1.0.0 ENT-039 my file",
                            "a/2.0.0 [pack.yaml]",
                            "a/3.0.0 ENT-014 pack.yaml",
                            "a/4.0.0 ENT-051 pack.yaml",
                            "a/5.0.0 ENT-021 pack.yaml",
                            "a/6.0.0 ENT-021 list.sha256",
                            "a/7.0.0 PKG-026 7.0.0.sha256 x");
        }
    }

    @Test
    void jarThatCanBeReadInTwoWaysHasNoPacks() throws IOException {
        HostileZip jar =
                jar().file(ROOT + "a/1.0.0/pack.yaml", "x")
                        .file("hidden", "x", e -> e.hasCentral = false);

        try (JarPacks packs = open(jar)) {
            assertThat(packs.packs()).isEmpty();
            assertThat(codesAndPlaces(packs.findings())).containsExactly("PKG-012");
        }
    }

    @Test
    void jarThatIsNoZipIsFound() throws IOException {
        Path text = HostileZip.write(folder, new byte[99]);

        try (JarPacks packs = JarPacks.open(text, "a.jar", Limits.DEFAULT)) {
            assertThat(packs.packs()).isEmpty();
            assertThat(codesAndPlaces(packs.findings())).containsExactly("PKG-001");
        }
    }

    @Test
    void jarFromAStreamLeavesNothingOnceClosed() throws IOException {
        byte[] jar = jar().file(ROOT + "a/1.0.0/pack.yaml", "x").bytes();
        try (InputStream in = new ByteArrayInputStream(jar);
                JarPacks packs = JarPacks.open(in, "a.jar", Limits.DEFAULT, folder)) {
            assertThat(contents(opened(packs.packs().get(0).result()).files()))
                    .isEqualTo(Map.of("pack.yaml", "x"));
            assertThat(folder).isNotEmptyDirectory();
        }

        assertThat(folder).isEmptyDirectory();
    }
}

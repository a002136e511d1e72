package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

class PackFoldersTest {

    private static final PackFolders FOLDERS = new PackFolders(Limits.DEFAULT);

    @TempDir private Path root;

    private void file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** {@code a/1.0.0 [pack.yaml] list} or {@code a/1.0.0 ENT-014 1.0.0}: what was found. */
    static List<String> words(List<FoundPack> packs) {
        return packs.stream().map(PackFoldersTest::words).toList();
    }

    private static String words(FoundPack pack) {
        String result =
                pack.result() instanceof OpenResult.Opened opened
                        ? opened.files().list().entries().stream()
                                .map(e -> e.path().value())
                                .toList()
                                .toString()
                        : String.join(", ", Results.codesAndPlaces(pack.result()));
        return pack.location() + " " + result + pack.list().map(l -> " " + l).orElse("");
    }

    @Test
    void packsOnDiskAreFoundInOrderWithTheirLists() throws IOException {
        file("b/1.0.0/pack.yaml", "x");
        file("a/1.9.0/pack.yaml", "x");
        file("a/1.10.0/pack.yaml", "x");
        file("a/1.10.0/articles/a.md", "x");
        file("a/1.10.0.sha256", "list");
        file("a/1.0.0+build/pack.yaml", "x");
        file("a/1.0.0+build.sha256", "list");
        Files.createDirectories(root.resolve("c/2.0.0"));

        List<FoundPack> packs = FOLDERS.below(root);

        assertThat(words(packs))
                .containsExactly(
                        "a/1.0.0+build [pack.yaml] list",
                        "a/1.10.0 [articles/a.md, pack.yaml] list",
                        "a/1.9.0 [pack.yaml]",
                        "b/1.0.0 [pack.yaml]",
                        "c/2.0.0 []");
        assertThat(packs.get(3).origin()).isEqualTo(root.resolve("b/1.0.0").toString());
    }

    @Test
    void whatIsNoPackIsPassedOver() throws IOException {
        file("README.md", "x");
        file(".git/1.0.0/pack.yaml", "x");
        file("__MACOSX/1.0.0/pack.yaml", "x");
        file("a/README.md", "x");
        file("a/.sha256", "x");
        file("a/.hidden/pack.yaml", "x");

        assertThat(FOLDERS.below(root)).isEmpty();
    }

    @Test
    void refusedPackDoesNotKeepOthersBack() throws IOException {
        file("a/1.0.0/a b", "x");
        file("a/2.0.0/pack.yaml", "x");

        assertThat(words(FOLDERS.below(root)))
                .containsExactly("a/1.0.0 ENT-039 a b", "a/2.0.0 [pack.yaml]");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        file("a/1.0.0/pack.yaml", "x");
        file("a/3.0.0/pack.yaml", "x");
        Files.createSymbolicLink(root.resolve("a/2.0.0"), root.resolve("a/1.0.0"));
        Files.createSymbolicLink(root.resolve("a/3.0.0.sha256"), root.resolve("a/1.0.0/pack.yaml"));
        Files.createSymbolicLink(root.resolve("b"), root.resolve("a"));

        assertThat(words(FOLDERS.below(root)))
                .containsExactly(
                        "a/1.0.0 [pack.yaml]",
                        "a/2.0.0 ENT-014 2.0.0",
                        "a/3.0.0 ENT-014 3.0.0.sha256",
                        "b/ ENT-014 b");
    }

    @Test
    void listWithoutItsReleaseIsFound() throws IOException {
        file("a/1.0.0.sha256", "list");

        assertThat(words(FOLDERS.below(root))).containsExactly("a/1.0.0 PKG-026 1.0.0.sha256 list");
        assertThat(words(FOLDERS.below(new MemoryTree().file("a/1.0.0.sha256", "list"), "tree")))
                .containsExactly("a/1.0.0 PKG-026 1.0.0.sha256 list");
    }

    @Test
    void listIsReadOnlyUpToTheLimit() throws IOException {
        file("a/1.0.0/pack.yaml", "x");
        file("a/1.0.0.sha256", "x".repeat(101));
        file("a/2.0.0/a b", "x");
        file("a/2.0.0.sha256", "x".repeat(101));
        file("a/3.0.0.sha256/pack.yaml", "x");
        Limits limits = new Limits(1_000, 10, 100, 1_000, 10, 100, 100);

        assertThat(words(new PackFolders(limits).below(root)))
                .containsExactly(
                        "a/1.0.0 ENT-044 1.0.0.sha256",
                        "a/2.0.0 ENT-044 2.0.0.sha256, ENT-039 a b",
                        "a/3.0.0.sha256 [pack.yaml]");
    }

    @Test
    void listThatIsAFolderIsNoList() throws IOException {
        file("a/1.0.0/pack.yaml", "x");
        file("a/1.0.0.sha256/b/pack.yaml", "x");

        assertThat(words(FOLDERS.below(root)))
                .containsExactly("a/1.0.0 ENT-015 1.0.0.sha256", "a/1.0.0.sha256 [b/pack.yaml]");
    }

    @Test
    void packsInATreeAreFoundAsOnDisk() throws IOException {
        MemoryTree tree =
                new MemoryTree()
                        .file("README.md", "x")
                        .file("a/README.md", "x")
                        .file("a/1.10.0/pack.yaml", "x")
                        .file("a/1.10.0.sha256", "list")
                        .file("a/1.9.0/articles/a.md", "x")
                        .file("b/1.0.0/a b", "x")
                        .file(".git/1.0.0/x", "x");

        List<FoundPack> packs = FOLDERS.below(tree, "WEB-INF/content-pack");

        assertThat(words(packs))
                .containsExactly(
                        "a/1.10.0 [pack.yaml] list",
                        "a/1.9.0 [articles/a.md]",
                        "b/1.0.0 ENT-039 a b");
        assertThat(packs.get(0).origin()).isEqualTo("WEB-INF/content-pack/a/1.10.0");
    }

    @Test
    void missingRootIsABrokenDisk() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> FOLDERS.below(root.resolve("none")));
    }
}

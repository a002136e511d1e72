package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.contentpack.archive.Results.codesAndPlaces;
import static org.contentpack.archive.Results.contents;
import static org.contentpack.archive.Results.opened;

import java.io.IOException;
import java.util.Map;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Test;

class ResourceReaderTest {

    private static OpenResult open(MemoryTree tree) throws IOException {
        return new ResourceReader(Limits.DEFAULT).open(tree);
    }

    @Test
    void resourcesAreReadLikeAFolder() throws IOException {
        OpenResult.Opened opened =
                opened(
                        open(
                                new MemoryTree()
                                        .file("pack.yaml", "x")
                                        .file("assets/a.svg", "y")
                                        .file("assets/.DS_Store", "z")));

        assertThat(contents(opened.files()))
                .isEqualTo(Map.of("pack.yaml", "x", "assets/a.svg", "y"));
        assertThat(codesAndPlaces(opened.notes())).containsExactly("ENT-060 assets/.DS_Store");
    }

    @Test
    void pathsAreJudgedAsInAZip() throws IOException {
        MemoryTree tree =
                new MemoryTree().file("../a", "x").file("b", "x").file("b/c", "x").file("d/", "x");

        assertThat(codesAndPlaces(open(tree)))
                .containsExactly("ENT-035 ../a", "ENT-055 b/c", "ENT-035 d/");
    }

    @Test
    void fileThatMayNotBeReadIsFound() throws IOException {
        MemoryTree tree = new MemoryTree().file("a", "x").file("b", MemoryTree.DENIED);

        assertThat(codesAndPlaces(open(tree))).containsExactly("ENT-061 b");
    }

    @Test
    void pathsBeyondTheLimitAreNotKept() throws IOException {
        MemoryTree tree = new MemoryTree().file("B", "x").file("a", "x").file("b", "x");
        Limits limits = new Limits(1_000, 0, 1_000, 1_000, 10, 1_000, 1_000);

        assertThat(codesAndPlaces(new ResourceReader(limits).open(tree)))
                .containsExactly("PKG-015");
    }

    @Test
    void resourceThatChangedAfterwardsIsNotGiven() throws IOException {
        MemoryTree tree = new MemoryTree().file("a", "old");
        PackFiles files = opened(open(tree)).files();
        tree.file("a", "new");

        assertThatIOException().isThrownBy(() -> files.read(new FilePath("a")));
    }
}

package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.contentpack.archive.Results.codesAndPlaces;
import static org.contentpack.archive.Results.contents;
import static org.contentpack.archive.Results.opened;
import static org.contentpack.archive.Results.refusal;

import org.contentpack.finding.Refusal;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;

class FolderReaderTest {

    @TempDir private Path temporary;
    private Path pack;

    @BeforeEach
    void folder() throws IOException {
        pack = Files.createDirectories(temporary.resolve("1.0.0"));
    }

    private void file(String path, String content) throws IOException {
        Path file = pack.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private OpenResult open() throws IOException {
        return new FolderReader(Limits.DEFAULT).open(pack);
    }

    @Test
    void folderGivesTheSameListAsAZipOfIt() throws IOException {
        file("pack.yaml", "format: 1\n");
        file("assets/b.svg", "<svg/>");
        file("assets-old.md", "x");
        HostileZip zip =
                new HostileZip()
                        .file("assets-old.md", "x")
                        .file("assets/b.svg", "<svg/>")
                        .file("pack.yaml", "format: 1\n");
        FileList list = opened(open()).files().list();

        assertThat(list.entries().stream().map(e -> e.path().value()))
                .containsExactly("assets-old.md", "assets/b.svg", "pack.yaml");
        assertThat(opened(new ZipReader(Limits.DEFAULT).open(zip.in(temporary))).files().list())
                .isEqualTo(list);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "x");
        file("pack.yaml", "x");
        Files.createSymbolicLink(pack.resolve("file.md"), secret);
        Files.createSymbolicLink(pack.resolve("folder"), temporary);
        Files.createSymbolicLink(pack.resolve("loop"), pack);

        assertThat(codesAndPlaces(open()))
                .containsExactly("ENT-014 file.md", "ENT-014 folder", "ENT-014 loop");
        assertThat(refusal(open())).isEqualTo(Refusal.ARCHIVE_ENTRY_TYPE);
    }

    @Test
    void folderItselfMayBeReachedThroughALink() throws IOException {
        file("pack.yaml", "x");
        Path link = Files.createSymbolicLink(temporary.resolve("current"), pack);

        OpenResult result = new FolderReader(Limits.DEFAULT).open(link);

        assertThat(contents(opened(result).files())).isEqualTo(Map.of("pack.yaml", "x"));
    }

    @Test
    void pipeIsNoFile() throws IOException, InterruptedException {
        Path pipe = pack.resolve("pipe");
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (IOException e) {
            Assumptions.abort("mkfifo is not here: " + e.getMessage());
        }

        assertThat(codesAndPlaces(open())).containsExactly("ENT-015 pipe");
    }

    @Test
    void pathsAreJudgedAsInAZip() throws IOException {
        file("a\\b.md", "x");
        file("my photo.png", "x");
        file("A.md", "x");
        file("a.md", "x");
        file("aux.md", "x");
        file(".git/config", "x");
        file("e\u0301.md", "x");

        assertThat(codesAndPlaces(open()))
                .containsExactly(
                        "ENT-036 .git",
                        "ENT-036 .git/config",
                        "ENT-052 a.md",
                        "ENT-034 a\\b.md",
                        "ENT-038 aux.md",
                        "ENT-040 e\u0301.md",
                        "ENT-039 my photo.png");
    }

    @Test
    void litterIsLeftOutByName() throws IOException {
        file("pack.yaml", "x");
        file("__MACOSX/deep/a b", "x");
        file("assets/.DS_Store", "x");

        OpenResult.Opened opened = opened(open());

        assertThat(contents(opened.files())).isEqualTo(Map.of("pack.yaml", "x"));
        assertThat(codesAndPlaces(opened.notes()))
                .containsExactly("ENT-060 __MACOSX", "ENT-060 assets/.DS_Store");
    }

    @Test
    void limitsHold() throws IOException {
        file("a", "x".repeat(10));
        file("b", "x".repeat(10));

        assertThat(codesAndPlaces(open(2, 10, 20))).isEmpty();
        assertThat(codesAndPlaces(open(2, 9, 20))).containsExactly("ENT-044 a");
        assertThat(codesAndPlaces(open(2, 10, 19))).containsExactly("PKG-016");
        assertThat(codesAndPlaces(open(1, 10, 20))).containsExactly("PKG-015");
    }

    private OpenResult open(int entries, long entryBytes, long totalBytes) throws IOException {
        Limits limits = new Limits(1_000, entries, entryBytes, totalBytes, 10, 1_000, 1_000);
        return new FolderReader(limits).open(pack);
    }

    @Test
    void fileThatChangedAfterwardsIsNotGiven() throws IOException {
        file("same-length.md", "old");
        file("longer.md", "old");
        file("shorter.md", "old");
        file("emptied.md", "old");
        file("filled.md", "");
        file("linked.md", "old");
        Path same = Files.writeString(temporary.resolve("outside.md"), "old");
        PackFiles files = opened(open()).files();

        file("same-length.md", "new");
        file("longer.md", "older");
        file("shorter.md", "ol");
        file("emptied.md", "");
        file("filled.md", "new");
        Files.delete(pack.resolve("linked.md"));
        Files.createSymbolicLink(pack.resolve("linked.md"), same);

        assertThat(files.list().entries()).hasSize(6);
        assertThat(files.list().entries())
                .allSatisfy(e -> assertThatIOException().isThrownBy(() -> files.read(e.path())));
        assertThatIOException()
                .isThrownBy(() -> files.read(new FilePath("longer.md")))
                .withMessage("\"longer.md\" changed since it was listed");
    }

    @Test
    void fileInTheFoldersPlaceIsABrokenDisk() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");

        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> new FolderReader(Limits.DEFAULT).open(file));
    }
}

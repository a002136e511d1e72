package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contentpack.pack.PackId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {

    private static final PackDraft DRAFT =
            PackDraft.of(
                    new PackId("owls"),
                    Map.of("pack.yaml", "format: 1\n", "articles/owls.md", "Owls.\n"));

    @TempDir private Path place;

    private List<String> there() throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> place.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allFilesAreWritten() throws IOException {
        DraftFolder.write(DRAFT, place.resolve("new/owls"));

        assertThat(there()).containsExactly("new/owls/articles/owls.md", "new/owls/pack.yaml");
        assertThat(place.resolve("new/owls/pack.yaml")).hasContent("format: 1\n");
        assertThat(place.resolve("new")).isDirectoryNotContaining("glob:**/.draft-*");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectory(place.resolve("owls"));

        DraftFolder.write(DRAFT, place.resolve("owls"));

        assertThat(there()).containsExactly("owls/articles/owls.md", "owls/pack.yaml");
    }

    @Test
    void aFolderThatHoldsSomethingStaysAsItIs() throws IOException {
        Files.createDirectory(place.resolve("owls"));
        Files.writeString(place.resolve("owls/mine.txt"), "mine", UTF_8);

        assertThatThrownBy(() -> DraftFolder.write(DRAFT, place.resolve("owls")))
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(there()).containsExactly("owls/mine.txt");
    }

    @Test
    void aFileInItsPlaceStaysAsItIs() throws IOException {
        Files.writeString(place.resolve("owls"), "mine", UTF_8);

        assertThatThrownBy(() -> DraftFolder.write(DRAFT, place.resolve("owls")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(there()).containsExactly("owls");
    }
}

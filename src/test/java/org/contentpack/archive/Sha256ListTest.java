package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.archive.Results.codesAndPlaces;

import java.io.IOException;
import java.util.List;
import org.contentpack.BadInput;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Refusal;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M3: a release's files against the list beside them. */
@BadInput("M3")
class Sha256ListTest {

    private static final String NAME = "1.0.0.sha256";

    private FileList files;

    @BeforeEach
    void files() throws IOException {
        MemoryTree tree = new MemoryTree().file("a.md", "a").file("b.md", "b").file("c.md", "c");
        files = Results.opened(new ResourceReader(Limits.DEFAULT).open(tree)).files().list();
    }

    private List<Finding> compare(String text) {
        return Sha256List.parse(NAME, text).compare(files);
    }

    private String line(int index) {
        FileEntry entry = files.entries().get(index);
        return entry.digest().hex() + "  " + entry.path() + "\n";
    }

    @Test
    void listOfTheFilesAgrees() {
        assertThat(compare(files.text())).isEmpty();
    }

    @Test
    void changedFilesAreFoundAtTheirLines() {
        String other = "0".repeat(64);
        String text = line(0) + other + "  b.md\n" + other + "  d.md\n";

        List<Finding> findings = compare(text);

        assertThat(codesAndPlaces(findings))
                .containsExactly(
                        "PKG-023 1.0.0.sha256:2:1", "PKG-022 1.0.0.sha256:3:1", "PKG-021 c.md");
        assertThat(findings)
                .extracting(f -> f.rule().refusal())
                .containsOnly(Refusal.MANIFEST_MISMATCH);
        assertThat(findings.get(0).message())
                .isEqualTo(
                        "File \"b.md\" has the digest \""
                                + files.entries().get(1).digest().hex()
                                + "\", but the list says \""
                                + other
                                + "\": released content changed.");
    }

    @Test
    void lineInAnotherFormIsFoundAtItsPlace() {
        String hex = files.entries().get(2).digest().hex();
        List<String> forms =
                List.of(
                        hex + " *c.md",
                        hex + " c.md",
                        hex + "  c.md\r",
                        "\\" + hex + "  c.md",
                        "A" + hex.substring(1) + "  c.md",
                        hex.substring(1) + "  c.md",
                        hex + "  ../c.md",
                        hex + "  ./c.md",
                        "");

        for (String form : forms) {
            assertThat(codesAndPlaces(compare(line(0) + line(1) + form + "\n")))
                    .as(form)
                    .containsExactly("PKG-020 1.0.0.sha256:3:1", "PKG-021 c.md");
        }
    }

    @Test
    void pathListedTwiceIsFound() {
        assertThat(codesAndPlaces(compare(files.text() + line(0))))
                .containsExactly("PKG-024 1.0.0.sha256:4:1");
    }

    @Test
    void otherBytesWithTheSameMeaningAreFound() {
        assertThat(codesAndPlaces(compare(line(1) + line(0) + line(2))))
                .containsExactly("PKG-025 1.0.0.sha256");
        assertThat(codesAndPlaces(compare(files.text().stripTrailing())))
                .containsExactly("PKG-025 1.0.0.sha256");
    }

    @Test
    void emptyListMissesEveryFile() {
        assertThat(codesAndPlaces(compare("")))
                .containsExactly("PKG-021 a.md", "PKG-021 b.md", "PKG-021 c.md");
    }
}

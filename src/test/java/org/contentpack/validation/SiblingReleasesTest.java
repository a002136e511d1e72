package org.contentpack.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.Limits;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiblingReleasesTest {

    private final PackValidation validation =
            new PackValidation(
                    new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT),
                    PackRules.builtIn());

    @ParameterizedTest
    @CsvSource({
        "content-pack, leg-cramps-at-night, 1.2.0, 1.1.0",
        "content-pack, leg-cramps-at-night, 1.1.0, 1.0.0",
        "content-pack, leg-cramps-at-night, 1.1.0-rc.1, 1.0.0",
        "content-pack, leg-cramps-at-night, 1.0.0,",
        "content-pack, unknown, 1.0.0,",
        "src/test/resources/content-pack, garden-notes, 2.0.0, 1.0.0"
    })
    void theReleaseBeforeIsTheHighestLowerFolder(
            Path root, String pack, String version, String before) throws IOException {
        SiblingReleases siblings =
                new SiblingReleases(root, new FolderReader(Limits.DEFAULT), validation);

        Optional<Release> found = siblings.before(new PackId(pack), new Version(version));

        assertThat(found.map(r -> r.id().version().text())).isEqualTo(Optional.ofNullable(before));
    }
}

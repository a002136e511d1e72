package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.archive.Results.codesAndPlaces;
import static org.contentpack.archive.Results.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.BadInput;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Group Z of the bad inputs: one row a trick, with all that must be found. */
@BadInput({
    "Z1", "Z2", "Z3", "Z4", "Z5", "Z6", "Z7", "Z8", "Z9", "Z10", "Z11", "Z12", "Z13", "Z14", "Z15",
    "Z16", "Z17", "Z18", "Z19", "Z20", "Z21", "Z22", "Z23", "Z24", "Z25", "Z26", "Z28", "L2"
})
class HostileZipTest {

    static Stream<Trick> tricks() {
        return Stream.of(PathTricks.all(), HeaderTricks.all(), EndTricks.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void hostileZipIsRefusedForExactlyItsDefects(Trick trick, @TempDir Path folder)
            throws IOException {
        Path canary = Files.writeString(folder.resolve("canary"), "alive");
        Path zip = HostileZip.write(folder, trick.zip());

        OpenResult result = new ZipReader(Limits.DEFAULT).openTemporary(zip);

        assertThat(codesAndPlaces(result)).containsExactlyElementsOf(trick.findings());
        assertThat(refusal(result)).isEqualTo(trick.refusal());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("Z10: only its own file is gone").containsExactly(canary);
        }
    }
}

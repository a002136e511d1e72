package org.contentpack.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.contentpack.BadInput;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.PackDocument;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of the fixture {@code images-valid}, cut, lengthened and damaged. */
class ImagePartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"leaf.png", "leaf.jpg", "leaf.gif", "leaf.webp", "film.png"})
    @BadInput("I6")
    void pictureCutAnywhereIsDamagedOrOfNoKnownType(String name) throws IOException {
        byte[] good = good(name);
        for (int length = 0; length < good.length; length++) {
            assertThat(codes(name, Arrays.copyOf(good, length)))
                    .as("%s cut at %s", name, length)
                    .hasSize(1)
                    .isSubsetOf("MED-004", "MED-005");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaf.png", "leaf.jpg", "leaf.gif", "leaf.webp", "film.png"})
    @BadInput("I2")
    void anythingBehindThePictureIsFound(String name) throws IOException {
        ByteArrayOutputStream tailed = new ByteArrayOutputStream();
        tailed.write(good(name));
        tailed.write(0);
        assertThat(codes(name, tailed.toByteArray())).containsExactly("MED-006");
    }

    @Test
    @BadInput("I6")
    void anyFlippedBitOfAPngIsFound() throws IOException {
        byte[] good = good("leaf.png");
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(codes("leaf.png", bytes)).as("bit %s", bit).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaf.png", "leaf.jpg", "leaf.gif", "leaf.webp", "film.png"})
    void noDamageMakesTheReaderFail(String name) throws IOException {
        byte[] good = good(name);
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good.clone();
            for (int n = 0; n <= i % 4; n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            codes(name, bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.php.png",
                "x.png.php",
                "x.jsp",
                "x.class",
                "x.jar",
                "x.PHP",
                "web.config"
            })
    @BadInput("I5")
    void aNameThatAServerRunsIsRefused(String name) throws IOException {
        InMemoryPackFiles files = Fixture.named("images-valid").files();
        byte[] picture = files.read(new FilePath("assets/leaf.png"));

        assertThat(Packs.findings(files.with("assets/" + name, picture), PreviousReleases.NONE))
                .contains("MED-002 assets/" + name);
    }

    private static byte[] good(String name) throws IOException {
        return Fixture.named("images-valid").files().read(new FilePath("assets/" + name));
    }

    private static List<String> codes(String name, byte[] bytes) throws IOException {
        PackFiles files = new InMemoryPackFiles().with("assets/" + name, bytes);
        PackDocument document = new PackDocument(files, Optional.empty(), List.of());
        List<Finding> found = new ArrayList<>();
        new ImageBytesMatchTheirType()
                .check(new PackContext(document, Optional.empty()), found::add);
        return found.stream().map(f -> f.rule().code()).toList();
    }
}

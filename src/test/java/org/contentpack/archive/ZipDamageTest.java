package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.archive.Results.contents;
import static org.contentpack.archive.Results.opened;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.contentpack.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Z27: damaged archives are refused, or every file is still what it was. */
@Timeout(60)
@BadInput("Z27")
class ZipDamageTest {

    private static final int SEEDS = 2_000;

    @TempDir private Path folder;
    private byte[] good;
    private Map<String, String> contents;

    @BeforeEach
    void goodZip() throws IOException {
        HostileZip zip =
                new HostileZip()
                        .file("pack.yaml", "format: 1\n".repeat(40), HostileZip.Entry::deflate)
                        .file("articles/a.md", "# Cramps\n".repeat(9), e -> e.mode(0100644))
                        .file("assets/a.svg", "<svg/>".repeat(50), HostileZip.Entry::deflate)
                        .file(".DS_Store", "litter");
        good = zip.bytes();
        contents = contents(opened(new ZipReader(Limits.DEFAULT).open(zip.in(folder))).files());
    }

    @Test
    void truncatedZipIsRefused() throws IOException {
        for (int length = 0; length < good.length; length += 64) {
            assertThat(open(Arrays.copyOf(good, length)))
                    .as("cut to %s bytes", length)
                    .isInstanceOf(OpenResult.Refused.class);
        }
    }

    @Test
    void flippedBitIsRefusedOrChangesNothing() throws IOException {
        int refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            int bit = new Random(seed).nextInt(good.length * 8);
            byte[] damaged = good.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            OpenResult result = open(damaged);
            if (result instanceof OpenResult.Opened opened) {
                assertThat(contents(opened.files())).as("bit %s", bit).isEqualTo(contents);
            } else {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(SEEDS / 2);
    }

    private OpenResult open(byte[] bytes) throws IOException {
        return new ZipReader(Limits.DEFAULT).open(Files.write(folder.resolve("damaged"), bytes));
    }
}

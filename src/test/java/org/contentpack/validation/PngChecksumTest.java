package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class PngChecksumTest {

    @Test
    void checkValueIsThatOfTheAlgorithm() {
        assertThat(checksum("123456789".getBytes(US_ASCII))).isEqualTo(0xcbf43926L);
    }

    @Test
    void checksumIsThatOfTheJdk() {
        Random random = new Random(1);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            CRC32 expected = new CRC32();
            expected.update(bytes);
            assertThat(checksum(bytes)).isEqualTo(expected.getValue());
        }
    }

    private static long checksum(byte[] bytes) {
        PngChecksum checksum = new PngChecksum();
        checksum.update(bytes);
        return checksum.value();
    }
}

package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {

    private static final byte[] BYTES =
            "Stretch the calf, then rest it. ".repeat(100).getBytes(StandardCharsets.UTF_8);

    @Test
    void whatWasPackedIsTheSameUnpacked() throws Exception {
        byte[] gzip = ContentCoding.GZIP.encode(BYTES);
        byte[] brotli = ContentCoding.BROTLI.encode(BYTES);

        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                .isEqualTo(BYTES);
        assertThat(Decoder.decompress(brotli).getDecompressedData()).isEqualTo(BYTES);
        assertThat(ContentCoding.IDENTITY.encode(BYTES)).isSameAs(BYTES);
        assertThat(gzip.length).isLessThan(BYTES.length / 10);
        assertThat(brotli.length).isLessThan(gzip.length);
    }

    @Test
    void theSameBytesArePackedAlike() {
        assertThat(ContentCoding.GZIP.encode(BYTES)).isEqualTo(ContentCoding.GZIP.encode(BYTES));
        assertThat(ContentCoding.BROTLI.encode(BYTES))
                .isEqualTo(ContentCoding.BROTLI.encode(BYTES));
    }

    @Test
    void fewBytesAreNotWorthIt() {
        assertThat(ContentCoding.of(100)).containsExactly(ContentCoding.IDENTITY);
        assertThat(ContentCoding.of(10_000))
                .containsExactly(ContentCoding.BROTLI, ContentCoding.GZIP, ContentCoding.IDENTITY);
    }
}

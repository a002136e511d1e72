package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

    private static final List<ContentCoding> ALL = List.of(ContentCoding.values());

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "gzip, deflate, br, zstd → BROTLI",
                "gzip, deflate → GZIP",
                "x-gzip → GZIP",
                "GZIP → GZIP",
                "br;q=0.5, gzip;q=0.8 → GZIP",
                "br ; q=0.5 , gzip ; q=0.5 → BROTLI",
                "gzip;q=0.001 → GZIP",
                "gzip;q=0 → IDENTITY",
                "identity → IDENTITY",
                "identity;q=0.5, gzip;q=0.4 → IDENTITY",
                "identity;q=0 → IDENTITY",
                "identity;q=0, gzip → GZIP",
                "* → BROTLI",
                "*;q=0 → IDENTITY",
                "br;q=0, * → GZIP",
                "*;q=0.1, identity;q=0.5 → IDENTITY",
                "deflate → IDENTITY",
                "nonsense;q=9 → IDENTITY",
                "gzip;q=1.0001 → IDENTITY",
                "gzip;level=9 → IDENTITY",
                ", , → IDENTITY",
                "'' → IDENTITY"
            })
    void theClientGetsWhatItLikesBest(String header, ContentCoding best) {
        assertThat(AcceptEncoding.choose(header, ALL)).isEqualTo(best);
    }

    @Test
    void aClientThatSaysNothingGetsTheBytesAsTheyAre() {
        assertThat(AcceptEncoding.choose(null, ALL)).isEqualTo(ContentCoding.IDENTITY);
        assertThat(AcceptEncoding.choose("gzip" + ",gzip".repeat(300), ALL))
                .isEqualTo(ContentCoding.IDENTITY);
    }

    @Test
    void whereThereIsNoBrotliTheNextIsTaken() {
        assertThat(
                        AcceptEncoding.choose(
                                "br, gzip", List.of(ContentCoding.GZIP, ContentCoding.IDENTITY)))
                .isEqualTo(ContentCoding.GZIP);
    }
}

package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    @Test
    void aDateIsWrittenAndReadInOneForm() {
        Instant instant = Instant.parse("2026-11-04T08:49:37Z");

        assertThat(HttpDate.of(instant)).isEqualTo("Wed, 04 Nov 2026 08:49:37 GMT");
        assertThat(HttpDate.parse(" Wed, 04 Nov 2026 08:49:37 GMT ")).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-04T08:49:37Z",
                "Thu, 04 Nov 2026 08:49:37 GMT",
                "Wed, 4 Nov 2026 08:49:37 GMT",
                "Wed, 04 Nov 26 08:49:37 GMT",
                "Wednesday, 04-Nov-26 08:49:37 GMT",
                "Wed Nov  4 08:49:37 2026",
                "Mon, 31 Feb 2026 08:49:37 GMT",
                "Wed, 04 Nov 2026 08:49:37 UTC",
                "Wed, 04 Nov 2026 08:49:37 GMT, Wed, 04 Nov 2026 08:49:37 GMT"
            })
    void whatIsWrittenOtherwiseIsNone(String text) {
        assertThat(HttpDate.parse(text)).isEmpty();
    }
}

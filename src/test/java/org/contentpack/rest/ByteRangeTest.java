package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.contentpack.rest.ByteRange.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final String TAG = "\"abc\"";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/10",
        "bytes=0-, bytes 0-9/10",
        "bytes=3-5, bytes 3-5/10",
        "bytes=9-9, bytes 9-9/10",
        "bytes=3-99, bytes 3-9/10",
        "bytes=-1, bytes 9-9/10",
        "bytes=-99, bytes 0-9/10",
        "BYTES=1-2, bytes 1-2/10"
    })
    void oneRangeIsAPart(String range, String content) {
        assertThat(ByteRange.asked(range, null, TAG, 10))
                .isInstanceOfSatisfying(
                        Asked.Part.class,
                        part -> assertThat(part.range().contentRange(10)).isEqualTo(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"})
    void whatIsNotThereIsNothing(String range) {
        assertThat(ByteRange.asked(range, null, TAG, 10)).isEqualTo(new Asked.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,3-4",
                "bytes=5-1",
                "bytes=-",
                "bytes=",
                "bytes",
                "lines=1-2",
                "bytes=a-b",
                "bytes=1 - 2",
                "bytes=9999999999999999999-",
                ""
            })
    void whatIsAskedOtherwiseIsTheWhole(String range) {
        assertThat(ByteRange.asked(range, null, TAG, 10)).isEqualTo(new Asked.Whole());
    }

    @ParameterizedTest
    @CsvSource({"W/\"abc\"", "\"other\"", "'Tue, 24 Nov 2026 00:00:00 GMT'", "abc"})
    void aRangeOfSomethingElseIsTheWhole(String ifRange) {
        assertThat(ByteRange.asked("bytes=0-1", ifRange, TAG, 10)).isEqualTo(new Asked.Whole());
        assertThat(ByteRange.asked("bytes=0-1", TAG, TAG, 10)).isInstanceOf(Asked.Part.class);
        assertThat(ByteRange.asked(null, TAG, TAG, 10)).isEqualTo(new Asked.Whole());
    }

    @Test
    void onlyTheRangeIsLetThroughHoweverItIsWritten() throws IOException {
        byte[] bytes = "0123456789".getBytes(StandardCharsets.US_ASCII);
        for (int first = 0; first < 10; first++) {
            for (int last = first; last < 10; last++) {
                for (int step = 1; step <= 10; step++) {
                    ByteArrayOutputStream seen = new ByteArrayOutputStream();
                    try (RangeOutput out = new RangeOutput(seen, new ByteRange(first, last))) {
                        out.write(bytes[0]);
                        for (int at = 1; at < 10; at += step) {
                            out.write(bytes, at, Math.min(step, 10 - at));
                        }
                    }
                    assertThat(seen.toString(StandardCharsets.US_ASCII))
                            .isEqualTo("0123456789".substring(first, last + 1));
                }
            }
        }
    }
}

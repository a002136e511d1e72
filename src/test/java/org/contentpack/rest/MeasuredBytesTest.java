package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.contentpack.pack.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredBytesTest {

    /** In memory, at the bound, and in a file. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                MeasuredBytes.KEPT_BYTES,
                MeasuredBytes.KEPT_BYTES + 1,
                3 * MeasuredBytes.KEPT_BYTES + 7
            })
    void whatIsMadeOnceIsMeasuredAndSent(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        AtomicInteger made = new AtomicInteger();
        MeasuredBytes measured =
                MeasuredBytes.of(
                        out -> {
                            made.incrementAndGet();
                            for (int at = 0; at < length; at += 10_000) {
                                out.write(bytes, at, Math.min(10_000, length - at));
                            }
                        });
        Responses.StoredBytes stored = measured.stored();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        stored.output().write(sent);

        assertThat(stored.sizeBytes()).isEqualTo(length);
        assertThat(stored.digest()).isEqualTo(Digest.of(bytes));
        assertThat(sent.toByteArray()).isEqualTo(bytes);
        assertThat(made).hasValue(1);
    }

    @Test
    void whatCannotBeMadeToTheEndIsNotSent() {
        assertThatThrownBy(
                        () ->
                                MeasuredBytes.of(
                                        out -> {
                                            out.write(new byte[3 * MeasuredBytes.KEPT_BYTES]);
                                            throw new IOException("torn");
                                        }))
                .hasMessage("torn");
    }
}

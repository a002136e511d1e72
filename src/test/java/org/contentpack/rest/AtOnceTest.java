package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AtOnceTest {

    @Test
    void whoeverFindsNoPlaceInTimeIsToldWhenToComeAgain() throws Exception {
        AtOnce one = new AtOnce(1, Duration.ofMillis(1));
        CountDownLatch isIn = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return one.run(
                                        () -> {
                                            isIn.countDown();
                                            return awaited(mayEnd);
                                        });
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        });
        isIn.await();

        assertThatThrownBy(() -> one.run(() -> "second"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().status()).isEqualTo(429);
                            assertThat(e.headers()).isEqualTo(Map.of("Retry-After", "5"));
                        });
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(one.run(() -> "third")).isEqualTo("third");
    }

    private static String awaited(CountDownLatch latch) {
        try {
            latch.await();
            return "first";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workThatFailsGivesItsPlaceBack() throws IOException {
        AtOnce one = new AtOnce(1, Duration.ofMillis(1));

        assertThatThrownBy(
                        () ->
                                one.run(
                                        () -> {
                                            throw new IOException("torn");
                                        }))
                .hasMessage("torn");
        assertThat(one.run(() -> "next")).isEqualTo("next");
    }
}

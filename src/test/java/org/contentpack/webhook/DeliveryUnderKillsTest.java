package org.contentpack.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed again and again while it tells a webhook: every event arrives, the first time
 * in order, and where one arrives twice it has the same id and body. {@code -Dkills=200} for a long
 * run.
 */
class DeliveryUnderKillsTest {

    private static final int KILLS = Integer.getInteger("kills", 4);

    /** Releases after which the last server ends by itself. */
    private static final int RELEASES = KILLS * 20;

    @TempDir Path folder;

    private Process server(Receiver receiver) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeliveryLoop.class.getName(),
                        folder.toString(),
                        receiver.address().toString(),
                        Integer.toString(RELEASES))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void everyEventArrivesInOrderAndTwiceOnlyAsTheSame() throws Exception {
        Random random = new Random(20261201);
        try (Receiver receiver = new Receiver()) {
            for (int kill = 0; kill < KILLS; kill++) {
                int until = receiver.taken().size() + 1 + random.nextInt(12);
                Process server = server(receiver);
                while (receiver.taken().size() < until && server.isAlive()) {
                    Thread.onSpinWait();
                }
                server.toHandle().destroyForcibly();
                server.waitFor();
            }
            assertThat(server(receiver).waitFor()).isZero();

            Map<String, String> bodies = new HashMap<>();
            receiver.taken().forEach(r -> bodies.putIfAbsent(r.id(), r.body()));
            List<String> firstTimes =
                    receiver.taken().stream().map(Receiver.Received::body).distinct().toList();
            assertThat(firstTimes)
                    .isEqualTo(
                            LongStream.rangeClosed(1, RELEASES)
                                    .mapToObj(i -> "{\"sequence\":" + i + "}")
                                    .toList());
            assertThat(bodies).hasSize(RELEASES);
            assertThat(receiver.taken())
                    .allSatisfy(r -> assertThat(r.body()).isEqualTo(bodies.get(r.id())));
            assertThat(receiver.refused()).isEmpty();
            System.out.println(
                    KILLS
                            + " kills of a server that tells a webhook: "
                            + RELEASES
                            + " events, none lost, "
                            + (receiver.taken().size() - RELEASES)
                            + " sent twice");
        }
    }
}

package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.contentpack.BadInput;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.FileEntry;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F1: a publisher is killed again and again; what it acknowledged is there, whole, and nothing is
 * half there. {@code -Dkills=200} for a long run.
 */
@BadInput("F1")
class PublishUnderKillsTest {

    private static final int KILLS = Integer.getInteger("kills", 20);

    /** A publish takes some milliseconds, so the kills fall on all of its steps. */
    private static final int LONGEST_LIFE_ACKNOWLEDGED = 12;

    @TempDir Path folder;

    @Test
    void whatWasAcknowledgedIsThereWholeAndNothingIsHalfThere() throws Exception {
        Random random = new Random(20261124);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            publishUntilKilled(random, acknowledged);
            check(acknowledged);
        }
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
        System.out.println(
                "F1: "
                        + KILLS
                        + " kills of a bare publisher, "
                        + acknowledged.size()
                        + " releases acknowledged, all there");
    }

    private void publishUntilKilled(Random random, Set<String> acknowledged) throws Exception {
        Process publisher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PublishLoop.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines = publisher.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo(PublishLoop.READY);
            int life = random.nextInt(LONGEST_LIFE_ACKNOWLEDGED);
            for (int i = 0; i < life; i++) {
                acknowledged.add(lines.readLine());
            }
            spin(random.nextInt(4_000_000));
            publisher.toHandle().destroyForcibly();
            lines.lines()
                    .filter(line -> line.matches("\\S+ sha256:[0-9a-f]{64}"))
                    .forEach(acknowledged::add);
        }
        publisher.waitFor();
    }

    /** Lets the publisher get somewhere into its next release: a count of steps, not a time. */
    private static void spin(int steps) {
        for (int i = 0; i < steps; i++) {
            Thread.onSpinWait();
        }
    }

    private void check(Set<String> acknowledged) throws IOException {
        try (Database database = Database.open(DatabaseSettings.fileIn(folder))) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            registry.follow();
            List<Registration> registered = registry.history(PublishLoop.PACK).registrations();

            assertThat(registered)
                    .extracting(r -> r.id().version() + " " + r.digest())
                    .containsAll(acknowledged);
            assertThat(registered.stream().map(Registration::sequence).sorted())
                    .isEqualTo(LongStream.rangeClosed(1, registered.size()).boxed().toList());
            for (Registration registration : registered) {
                checkWhole(registry, registration);
            }
        }
    }

    private static void checkWhole(Registry registry, Registration registration)
            throws IOException {
        try (PackFiles files = registry.files(registration)) {
            assertThat(files.list().digest()).isEqualTo(registration.digest());
            for (FileEntry entry : files.list().entries()) {
                assertThat(files.read(entry.path())).hasSize((int) entry.sizeBytes());
            }
        }
        assertThat(registry.release(registration).articles()).hasSize(1);
    }
}

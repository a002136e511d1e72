package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contentpack.webhook.Attempt;
import org.contentpack.webhook.Outbox;
import org.contentpack.webhook.Outbox.Lease;
import org.contentpack.webhook.Position;
import org.contentpack.webhook.WebhookName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox on both databases. */
class DatabaseOutboxTest {

    private static final WebhookName SITE = new WebhookName("site");
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Lease ONE = new Lease("one", NOW.plusSeconds(60));
    private static final Lease TWO = new Lease("two", NOW.plusSeconds(60));

    @TempDir Path folder;

    private static Attempt attempt(long event, Optional<String> failure) {
        return new Attempt(event, "evt_" + event, NOW, Duration.ofMillis(12), failure);
    }

    private static void check(Database database) throws IOException {
        Outbox outbox = new DatabaseOutbox(database);
        assertThat(outbox.position(SITE)).isEmpty();
        outbox.begin(SITE, 7);
        outbox.begin(SITE, 9);
        assertThat(outbox.position(SITE)).contains(new Position(7, 0, Optional.empty()));

        Optional<Attempt> taken = Optional.of(attempt(8, Optional.empty()));
        assertThat(outbox.told(SITE, ONE, 7, 8, taken)).as("without a lease").isFalse();
        assertThat(outbox.hold(SITE, ONE, NOW)).isTrue();
        assertThat(outbox.told(SITE, ONE, 6, 8, taken)).as("from elsewhere").isFalse();
        assertThat(outbox.told(SITE, ONE, 7, 8, taken)).isTrue();
        assertThat(outbox.told(SITE, ONE, 7, 8, taken)).as("twice").isFalse();
        assertThat(outbox.told(SITE, ONE, 8, 10, Optional.empty())).isTrue();

        Attempt refused = attempt(11, Optional.of("no ".repeat(500)));
        Instant next = NOW.plusSeconds(5);
        assertThat(outbox.failed(SITE, TWO, 10, refused, next)).isFalse();
        assertThat(outbox.failed(SITE, ONE, 10, refused, next)).isTrue();
        assertThat(outbox.position(SITE)).contains(new Position(10, 1, Optional.of(next)));

        Attempt logged = attempt(11, Optional.of("no ".repeat(333) + "…"));
        assertThat(outbox.log(SITE, 0, 10))
                .isEqualTo(
                        List.of(new Outbox.Logged(1, taken.get()), new Outbox.Logged(2, logged)));
        assertThat(outbox.log(SITE, 1, 10)).isEqualTo(List.of(new Outbox.Logged(2, logged)));
        assertThat(outbox.newest(SITE)).contains(new Outbox.Logged(2, logged));
        assertThat(outbox.newest(new WebhookName("other"))).isEmpty();

        outbox.replay(SITE, 3);
        assertThat(outbox.position(SITE)).contains(new Position(3, 0, Optional.empty()));
        assertThat(outbox.forgetBefore(NOW)).isZero();
        assertThat(outbox.forgetBefore(NOW.plusSeconds(1))).isEqualTo(2);
    }

    @Test
    void positionsAndTriesAreKeptOnH2() throws IOException {
        try (Database database = Database.open(DatabaseSettings.fileIn(folder))) {
            check(database);
            assertThat(new DatabaseOutbox(database).hold(SITE, TWO, NOW))
                    .as("a file of H2 is one process's alone")
                    .isTrue();
        }
    }

    @Test
    void positionsAndTriesAreKeptOnPostgresAndOneServerTells() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Database database =
                        Database.open(
                                new DatabaseSettings(
                                        postgres.getJdbcUrl("postgres", "postgres"),
                                        Optional.of("postgres"),
                                        Optional.of("postgres")))) {
            check(database);
            Outbox outbox = new DatabaseOutbox(database);
            assertThat(outbox.hold(SITE, TWO, NOW)).isFalse();
            assertThat(outbox.hold(SITE, ONE, NOW)).isTrue();
            assertThat(outbox.hold(SITE, TWO, ONE.until())).isFalse();
            assertThat(outbox.hold(SITE, TWO, ONE.until().plusMillis(1))).isTrue();
            assertThat(outbox.told(SITE, ONE, 3, 4, Optional.empty())).isFalse();
        }
    }
}

package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.contentpack.BadInput;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.faults.SilentRelay;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StoreException;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that takes connections and bytes and says nothing. */
class SilentDatabaseTest {

    private static final Duration SILENCE = Duration.ofSeconds(2);

    /** One statement and one attempt to connect, and some room for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(12);

    private static PublishResult publish(Registry registry, String version) throws IOException {
        return registry.publish(
                new Submission(
                        InMemoryPackFiles.ofFolder(
                                Path.of("content-pack/leg-cramps-at-night", version)),
                        List.of(),
                        Actor.BUILT_IN));
    }

    private static DatabaseSettings through(SilentRelay relay) {
        return new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres",
                Optional.of("postgres"),
                Optional.of("postgres"));
    }

    @BadInput("F11")
    @Test
    void isGivenUpInTimeAndUsedAgainOnceItSpeaks() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                SilentRelay relay = new SilentRelay(postgres.getPort());
                Database database = Database.open(through(relay), SILENCE)) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            Registration first =
                    ((PublishResult.Published) publish(registry, "1.0.0")).registration();
            ArticleHead head = registry.release(first).articles().get(0);
            Article article = registry.article(head);

            relay.fallSilent();
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> publish(registry, "1.1.0"))
                        .isInstanceOf(StoreException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
            }
            assertThat(registry.article(head)).isSameAs(article);
            assertThat(registry.release(first).articles()).contains(head);

            relay.speak();
            assertThat(publishOnceThereIsAnAnswer(registry))
                    .isInstanceOf(PublishResult.Published.class);
        }
    }

    /** What was tried in silence holds no lock for longer than the silence that is allowed. */
    @BadInput("F11")
    @Test
    void aTransactionThatFellSilentKeepsNobodyOut() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                SilentRelay relay = new SilentRelay(postgres.getPort());
                Database database = Database.open(through(relay), SILENCE)) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));

            assertThatThrownBy(
                            () ->
                                    database.write(
                                            connection -> {
                                                Counter.next(connection, "sequence");
                                                relay.fallSilent();
                                                return Counter.next(connection, "sequence");
                                            }))
                    .isInstanceOf(StoreException.class);
            relay.speak();

            assertThat(publishOnceThereIsAnAnswer(registry))
                    .isInstanceOf(PublishResult.Published.class);
        }
    }

    private static PublishResult publishOnceThereIsAnAnswer(Registry registry) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return publish(registry, "1.1.0");
            } catch (StoreException e) {
                assertThat(tries).as(e.toString()).isLessThan(10);
            }
        }
    }
}

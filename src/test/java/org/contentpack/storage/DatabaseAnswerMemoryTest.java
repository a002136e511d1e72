package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.RememberedAnswer;
import org.contentpack.pack.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remembered answers on both databases. */
class DatabaseAnswerMemoryTest {

    private static final Instant DAY = Instant.parse("2026-11-26T00:00:00Z");
    private static final Instant BEFORE = DAY.minus(Duration.ofHours(24));

    @TempDir Path folder;

    private static RememberedAnswer answer(String caller, String key, String body) {
        return new RememberedAnswer(
                caller,
                key,
                Digest.of("request " + body),
                201,
                body.isEmpty() ? Optional.empty() : Optional.of("/api/" + body),
                body);
    }

    @Test
    void onH2() throws IOException {
        check(DatabaseSettings.fileIn(folder));
    }

    @Test
    void onPostgres() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            check(
                    new DatabaseSettings(
                            postgres.getJdbcUrl("postgres", "postgres"),
                            Optional.of("postgres"),
                            Optional.of("postgres")));
        }
    }

    private static void check(DatabaseSettings settings) throws IOException {
        RememberedAnswer first = answer("a", "1", "one");
        RememberedAnswer late = answer("a", "1", "two");
        RememberedAnswer other = answer("b", "1", "");
        try (Database database = Database.open(settings)) {
            DatabaseAnswerMemory memory = new DatabaseAnswerMemory(database);
            assertThat(memory.find("a", "1", BEFORE)).isEmpty();
            assertThat(memory.keep(first, DAY, BEFORE, 10)).isEqualTo(first);
            assertThat(memory.keep(late, DAY.plusSeconds(1), BEFORE, 10)).isEqualTo(first);
            assertThat(memory.keep(other, DAY, BEFORE, 10)).isEqualTo(other);
        }
        try (Database opened = Database.open(settings)) {
            DatabaseAnswerMemory memory = new DatabaseAnswerMemory(opened);
            assertThat(memory.find("a", "1", BEFORE)).contains(first);
            assertThat(memory.find("b", "1", BEFORE)).contains(other);

            Instant nextDay = DAY.plus(Duration.ofHours(24)).plusSeconds(1);
            assertThat(memory.find("a", "1", nextDay.minus(Duration.ofHours(24)))).isEmpty();
            assertThat(memory.keep(late, nextDay, DAY.plusSeconds(1), 10)).isEqualTo(late);

            assertThat(keptOfTwenty(memory, nextDay.plusSeconds(1)))
                    .containsExactly("10", "11", "12", "13", "14", "15", "16", "17", "18", "19");
        }
    }

    private static List<String> keptOfTwenty(DatabaseAnswerMemory memory, Instant from)
            throws IOException {
        for (int i = 0; i < 20; i++) {
            memory.keep(answer("c", "" + i, "x"), from.plusSeconds(i), BEFORE, 10);
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            memory.find("c", "" + i, BEFORE).map(RememberedAnswer::key).ifPresent(kept::add);
        }
        return kept;
    }
}

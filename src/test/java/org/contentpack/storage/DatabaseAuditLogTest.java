package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.AuditEntry;
import org.contentpack.access.AuditLog;
import org.contentpack.access.AuditLog.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log on both databases. */
class DatabaseAuditLogTest {

    private static final Instant FIRST = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir Path folder;

    private static AuditEntry entry(int hour, String caller, String pack) {
        return new AuditEntry(
                FIRST.plusSeconds(3_600L * hour),
                Optional.of(caller),
                "127.0.0.1",
                "POST /api/packs",
                Optional.of(pack),
                Optional.empty(),
                Optional.empty(),
                201,
                Optional.empty(),
                "r" + hour);
    }

    private static List<String> found(AuditLog log, Filter filter) throws IOException {
        return log.after(0, 100, filter).stream()
                .map(r -> r.sequence() + " " + r.entry().request())
                .toList();
    }

    private static Filter times(Optional<Instant> since, Optional<Instant> until) {
        return new Filter(Optional.empty(), Optional.empty(), since, until);
    }

    private static void check(Database database) throws IOException {
        AuditLog log = new DatabaseAuditLog(database);
        log.add(entry(0, "ann", "garden"));
        log.add(entry(1, "bob", "garden"));
        log.add(entry(2, "ann", "kitchen"));
        Instant second = FIRST.plusSeconds(3_600);
        Instant third = FIRST.plusSeconds(7_200);

        assertThat(log.after(0, 2, Filter.ALL))
                .containsExactly(
                        new AuditLog.Recorded(1, entry(0, "ann", "garden")),
                        new AuditLog.Recorded(2, entry(1, "bob", "garden")));
        assertThat(found(log, times(Optional.of(second), Optional.empty())))
                .containsExactly("2 r1", "3 r2");
        assertThat(found(log, times(Optional.of(second), Optional.of(third))))
                .containsExactly("2 r1");
        assertThat(
                        found(
                                log,
                                new Filter(
                                        Optional.of("garden"),
                                        Optional.of("ann"),
                                        Optional.empty(),
                                        Optional.of(third))))
                .containsExactly("1 r0");

        assertThat(log.deleteBefore(second)).isEqualTo(1);
        assertThat(log.deleteBefore(second)).isZero();
        log.add(entry(3, "ann", "garden"));
        assertThat(found(log, Filter.ALL)).containsExactly("2 r1", "3 r2", "4 r3");
    }

    @Test
    void entriesAreFoundByTimeAndDeletedFromTheOldEndOnH2() throws IOException {
        try (Database database = Database.open(DatabaseSettings.fileIn(folder))) {
            check(database);
        }
    }

    @Test
    void entriesAreFoundByTimeAndDeletedFromTheOldEndOnPostgres() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Database database =
                        Database.open(
                                new DatabaseSettings(
                                        postgres.getJdbcUrl("postgres", "postgres"),
                                        Optional.of("postgres"),
                                        Optional.of("postgres")))) {
            check(database);
        }
    }
}

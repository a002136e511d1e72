package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.contentpack.access.AuditEntry;
import org.contentpack.access.AuditLog;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseAuditLog;
import org.contentpack.storage.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRetentionTest {

    @TempDir Path folder;

    private static AuditEntry entry(String moment) {
        return new AuditEntry(
                Instant.parse(moment),
                Optional.of("ann"),
                "127.0.0.1",
                "POST /api/packs",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                201,
                Optional.empty(),
                "r");
    }

    @Test
    void whatIsOlderThanSoManyDaysIsDeletedAndNothingElse() throws IOException {
        InstantSource now = InstantSource.fixed(Instant.parse("2026-11-26T10:00:00Z"));
        try (Database database = Database.open(DatabaseSettings.fileIn(folder))) {
            AuditLog log = new DatabaseAuditLog(database);
            log.add(entry("2026-10-27T09:59:59Z"));
            log.add(entry("2026-10-27T10:00:00Z"));

            AuditRetention.ofDays(30).apply(log, now);

            assertThat(log.after(0, 10, AuditLog.Filter.ALL))
                    .containsExactly(new AuditLog.Recorded(2, entry("2026-10-27T10:00:00Z")));
        }
    }

    @Test
    void lessThanADayIsNoRetention() {
        assertThatThrownBy(() -> AuditRetention.ofDays(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CONTENTPACK_AUDIT_DAYS must be a number of days from 1");
    }
}

package org.contentpack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.contentpack.storage.BackedUpStore;
import org.contentpack.storage.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backup of a running PostgreSQL with {@code pg_dump}, and restore with {@code pg_restore}, which
 * have to be installed: the server's own packages for tests do not bring them.
 */
class DumpFaults {

    @TempDir Path folder;

    @Test
    void aDumpOfARunningPostgresIsPutBackIntoAnother() throws Exception {
        Path dump = folder.resolve("packs.dump");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                EmbeddedPostgres other = EmbeddedPostgres.start()) {
            store(postgres).fill();
            run("pg_dump", "--format=custom", "--file=" + dump, uri(postgres));
            restore(dump, other);
            store(other).assertHoldsAll();
            store(other).assertDamageIsNoticed();

            store(postgres).fillOn();

            store(other).assertIsNoticedAsOlder();
            run("pg_dump", "--format=custom", "--file=" + dump, uri(postgres));
            restore(dump, other);
            store(other).assertHoldsAll();
        }
    }

    private BackedUpStore store(EmbeddedPostgres postgres) {
        return new BackedUpStore(
                new DatabaseSettings(
                        postgres.getJdbcUrl("postgres", "postgres"),
                        Optional.of("postgres"),
                        Optional.of("postgres")),
                folder.resolve("ledger.txt"));
    }

    private static String uri(EmbeddedPostgres postgres) {
        return "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    private void restore(Path dump, EmbeddedPostgres into) throws Exception {
        run(
                "pg_restore",
                "--clean",
                "--if-exists",
                "--no-owner",
                "--exit-on-error",
                "--dbname=" + uri(into),
                dump.toString());
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    }
}

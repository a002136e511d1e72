package org.contentpack.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore as {@code docs/operations.md} describes them, of a database at rest. */
class BackupTest {

    @TempDir Path folder;

    @Test
    void aFileOfH2IsCopiedAndPutBack() throws IOException {
        Path data = folder.resolve("data");
        Path file = data.resolve("registry.mv.db");
        Path backup = folder.resolve("backup.mv.db");
        BackedUpStore store =
                new BackedUpStore(DatabaseSettings.fileIn(data), data.resolve("ledger.txt"));
        store.fill();
        Files.copy(file, backup);
        Files.delete(file);
        Files.copy(backup, file);
        store.assertHoldsAll();
        store.assertDamageIsNoticed();

        store.fillOn();
        Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);

        store.assertIsNoticedAsOlder();
    }

    @Test
    void aFolderOfPostgresIsCopiedAndPutBack() throws IOException {
        Path cluster = folder.resolve("cluster");
        Path backup = folder.resolve("backup");
        onPostgres(BackedUpStore::fill);
        copy(cluster, backup);
        delete(cluster);
        copy(backup, cluster);
        onPostgres(
                store -> {
                    store.assertHoldsAll();
                    store.assertDamageIsNoticed();
                    store.fillOn();
                });
        delete(cluster);
        copy(backup, cluster);

        onPostgres(BackedUpStore::assertIsNoticedAsOlder);
    }

    private interface Step {
        void of(BackedUpStore store) throws IOException;
    }

    private void onPostgres(Step step) throws IOException {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("cluster"))
                        .setCleanDataDirectory(false)
                        .start()) {
            step.of(
                    new BackedUpStore(
                            new DatabaseSettings(
                                    postgres.getJdbcUrl("postgres", "postgres"),
                                    Optional.of("postgres"),
                                    Optional.of("postgres")),
                            folder.resolve("ledger.txt")));
        }
    }

    private static List<Path> below(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : below(from)) {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path top) throws IOException {
        below(top).stream()
                .sorted(Comparator.reverseOrder())
                .forEach(
                        file -> {
                            try {
                                Files.delete(file);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }
}

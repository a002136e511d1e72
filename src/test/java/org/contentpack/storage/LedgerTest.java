package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.contentpack.BadInput;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.OlderStoreException;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.registry.Withdrawals;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older backup is noticed, also under a running server, and gives no number away twice. */
class LedgerTest {

    private static final PackId LEG_CRAMPS = new PackId("leg-cramps-at-night");

    @TempDir Path folder;

    private Database open() throws IOException {
        return Database.open(DatabaseSettings.fileIn(folder));
    }

    private DatabaseReleaseStore store(Database database) throws IOException {
        return new DatabaseReleaseStore(database, Ledger.in(folder.resolve("ledger.txt")));
    }

    private static Registry registry(DatabaseReleaseStore store) throws IOException {
        Registry registry = TestRegistry.over(store);
        registry.follow();
        return registry;
    }

    private static PublishResult publish(Registry registry, InMemoryPackFiles pack)
            throws IOException {
        return registry.publish(new Submission(pack, List.of(), Actor.BUILT_IN));
    }

    private static InMemoryPackFiles legCramps(String version) throws IOException {
        return InMemoryPackFiles.ofFolder(Path.of("content-pack/leg-cramps-at-night", version));
    }

    /** Other content under the number of the pack's second release. */
    private static InMemoryPackFiles other() throws IOException {
        InMemoryPackFiles pack = legCramps("1.1.0");
        String manifest =
                new String(
                        pack.read(new org.contentpack.pack.FilePath("pack.yaml")),
                        java.nio.charset.StandardCharsets.UTF_8);
        return pack.with(
                "pack.yaml",
                manifest.replaceFirst("(?m)^title: .*$", "title: Another title")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Registration published(PublishResult result) {
        return ((PublishResult.Published) result).registration();
    }

    @BadInput("F12")
    @Test
    void anOlderBackupIsServedAndNotWrittenToUntilItIsAccepted() throws IOException {
        Path file = folder.resolve("registry.mv.db");
        Path backup = folder.resolve("backup");
        Registration second;
        try (Database database = open()) {
            publish(registry(store(database)), legCramps("1.0.0"));
        }
        Files.copy(file, backup);
        try (Database database = open()) {
            Registry registry = registry(store(database));
            second = published(publish(registry, legCramps("1.1.0")));
            assertThat(withdraw(registry)).isEqualTo(Withdrawals.Result.DONE);
        }
        List<String> seen = Files.readAllLines(folder.resolve("ledger.txt"));
        Files.move(backup, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        try (Database database = open()) {
            Registry registry = registry(store(database));

            assertThatThrownBy(registry::confirm)
                    .isInstanceOfSatisfying(
                            OlderStoreException.class,
                            e -> assertThat(e.missing()).isEqualTo(seen.subList(1, seen.size())));
            assertThatThrownBy(() -> publish(registry, other()))
                    .isInstanceOf(OlderStoreException.class);
            assertThatThrownBy(() -> publish(registry, legCramps("1.0.0")))
                    .isInstanceOf(OlderStoreException.class);
            assertThatThrownBy(() -> withdraw(registry)).isInstanceOf(OlderStoreException.class);
            assertThat(
                            registry.release(registry.history(LEG_CRAMPS).registrations().get(0))
                                    .articles())
                    .isNotEmpty();
        }
        try (Database database = open()) {
            DatabaseReleaseStore store = store(database);
            assertThat(store.accept()).isEqualTo(seen.subList(1, seen.size()));
            assertThat(store.accept()).isEmpty();
            Registry registry = registry(store);

            registry.confirm();
            assertThat(publish(registry, other()))
                    .isInstanceOfSatisfying(
                            PublishResult.VersionTaken.class,
                            taken -> assertThat(taken.existing()).isEqualTo(second));
            Registration again = published(publish(registry, legCramps("1.1.0")));
            assertThat(again.digest()).isEqualTo(second.digest());
            assertThat(again.sequence()).isGreaterThan(Ledger.sequence(seen.get(seen.size() - 1)));
        }
        assertThat(folder.resolve("ledger.txt." + seen.size())).hasContent(String.join("\n", seen));
        assertThat(Files.readAllLines(folder.resolve("ledger.txt"))).hasSize(2);
    }

    private static Withdrawals.Result withdraw(Registry registry) throws IOException {
        return registry.withdrawals()
                .withdraw(
                        LEG_CRAMPS,
                        new Version("1.0.0"),
                        Optional.empty(),
                        new Withdrawal(Withdrawal.Kind.EXPIRED, Optional.empty(), Optional.empty()),
                        Actor.BUILT_IN);
    }

    /** The database is put back while it is used: the numbers begin again below what was seen. */
    @BadInput("F12")
    @Test
    void aStoreThatIsPutBackUnderARunningServerIsNoticed() throws IOException {
        try (Database database = open()) {
            Registry registry = registry(new DatabaseReleaseStore(database));
            publish(registry, legCramps("1.0.0"));
            long known = registry.follow();
            Registration second = published(publish(registry, legCramps("1.1.0")));
            database.write(
                    connection -> {
                        for (String table :
                                List.of(
                                        "event",
                                        "release_file",
                                        "article_head",
                                        "release_summary",
                                        "registration")) {
                            Sql.update(
                                    connection,
                                    "delete from " + table + " where sequence > ?",
                                    known);
                        }
                        return Sql.update(
                                connection,
                                "update counter set last_value = ? where name = 'sequence'",
                                known);
                    });

            assertThatThrownBy(registry::confirm).isInstanceOf(OlderStoreException.class);
            assertThatThrownBy(() -> publish(registry, other()))
                    .isInstanceOf(OlderStoreException.class);
            assertThat(registry.history(LEG_CRAMPS).registrations()).contains(second);
        }
    }

    /** What the power cut off is written again from the database. */
    @Test
    void aTornLedgerIsMended() throws IOException {
        Path ledger = folder.resolve("ledger.txt");
        try (Database database = open()) {
            Registry registry = registry(store(database));
            publish(registry, legCramps("1.0.0"));
            publish(registry, legCramps("1.1.0"));
        }
        List<String> whole = Files.readAllLines(ledger);
        for (String torn : List.of(whole.get(0) + "\n2 regis", whole.get(0) + "\n\0\0\0\n", "")) {
            Files.writeString(ledger, torn);

            try (Database database = open()) {
                registry(store(database)).confirm();
            }

            assertThat(Files.readAllLines(ledger)).isEqualTo(whole);
        }
    }
}

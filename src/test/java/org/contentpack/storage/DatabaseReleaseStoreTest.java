package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.contentpack.BadInput;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Blob;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StoreException;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database adds to the contract of the registry: it lasts, and it notices damage. */
class DatabaseReleaseStoreTest {

    private static final PackId LEG_CRAMPS = new PackId("leg-cramps-at-night");

    @TempDir Path folder;

    private static PackFiles legCramps(String version) throws IOException {
        Path pack = Path.of("content-pack/leg-cramps-at-night", version);
        return ((OpenResult.Opened) new FolderReader(Limits.DEFAULT).open(pack)).files();
    }

    private Database open() throws IOException {
        return Database.open(DatabaseSettings.fileIn(folder));
    }

    @Test
    void whatWasRegisteredIsThereAfterARestart() throws IOException {
        Registration first;
        try (Database database = open()) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            first =
                    ((PublishResult.Published)
                                    registry.publish(
                                            new Submission(
                                                    legCramps("1.0.0"), List.of(), Actor.BUILT_IN)))
                            .registration();
        }
        try (Database database = open()) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            registry.follow();

            assertThat(registry.history(LEG_CRAMPS).registrations()).containsExactly(first);
            assertThat(
                            registry.publish(
                                    new Submission(legCramps("1.0.0"), List.of(), Actor.BUILT_IN)))
                    .isInstanceOf(PublishResult.Unchanged.class);
            assertThat(
                            registry.publish(
                                    new Submission(legCramps("1.1.0"), List.of(), Actor.BUILT_IN)))
                    .isInstanceOf(PublishResult.Published.class);
            try (PackFiles files = registry.files(first)) {
                assertThat(files.list()).isEqualTo(legCramps("1.0.0").list());
                for (FileEntry entry : files.list().entries()) {
                    assertThat(files.read(entry.path()))
                            .isEqualTo(legCramps("1.0.0").read(entry.path()));
                }
            }
        }
    }

    /** Never wrong bytes. */
    @BadInput("F5")
    @Test
    void aFlippedByteIsNoticed() throws IOException {
        try (Database database = open()) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            registry.publish(new Submission(legCramps("1.0.0"), List.of(), Actor.BUILT_IN));
            Digest digest = legCramps("1.0.0").list().entries().get(0).digest();
            database.write(
                    connection -> {
                        connection
                                .createStatement()
                                .execute(
                                        "update content set bytes = bytes || X'00' where digest = '"
                                                + digest
                                                + "'");
                        return 0;
                    });
            Blob blob = registry.blob(digest).orElseThrow();

            assertThatThrownBy(blob::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessage("stored bytes are no longer those of " + digest);
            assertThat(registry.repair(legCramps("1.0.0"))).isEqualTo(1);
            assertThat(registry.repair(legCramps("1.0.0"))).isZero();
            try (InputStream in = registry.blob(digest).orElseThrow().open()) {
                assertThat(Digest.of(in.readAllBytes())).isEqualTo(digest);
            }
        }
    }

    /** A lost piece is damage too; what was erased is none, and nothing else may be repaired. */
    @Test
    @BadInput("F5")
    void whatIsMissingIsRepairedAndWhatWasErasedIsNot() throws IOException {
        try (Database database = open()) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            registry.publish(new Submission(legCramps("1.0.0"), List.of(), Actor.BUILT_IN));
            database.write(
                    connection ->
                            connection
                                    .createStatement()
                                    .executeUpdate("update content set bytes = null"));

            assertThat(registry.repair(legCramps("1.0.0")))
                    .isEqualTo(legCramps("1.0.0").list().entries().size());
            assertThatThrownBy(() -> registry.repair(legCramps("1.1.0")))
                    .isInstanceOf(IllegalArgumentException.class);
            registry.withdrawals()
                    .withdraw(
                            LEG_CRAMPS,
                            new Version("1.0.0"),
                            Optional.empty(),
                            new Withdrawal(
                                    Withdrawal.Kind.ERASED,
                                    Optional.of("By law."),
                                    Optional.empty()),
                            Actor.BUILT_IN);
            assertThat(registry.repair(legCramps("1.0.0"))).isZero();
            assertThat(registry.blob(legCramps("1.0.0").list().entries().get(0).digest()))
                    .isEmpty();
        }
    }

    /** What is not what its list says leaves nothing behind. */
    @BadInput({"F3", "F7"})
    @Test
    void aFileThatIsNotWhatItsListSaysStoresNothing() throws IOException {
        byte[] bytes = new byte[3 * ContentTable.PIECE + 7];
        new Random(1).nextBytes(bytes);
        FilePath path = new FilePath("assets/big.png");
        FileList list =
                new FileList(List.of(new FileEntry(path, Digest.of("other"), bytes.length)));
        try (Database database = open()) {
            assertThatThrownBy(
                            () ->
                                    database.write(
                                            connection -> {
                                                new ContentWriter(
                                                                connection,
                                                                new Bytes(
                                                                        list, Map.of(path, bytes)))
                                                        .insert();
                                                return 0;
                                            }))
                    .hasMessage("file changed while it was stored: assets/big.png");
            assertThat(new ContentTable(database).find(Digest.of("other"))).isEmpty();
        }
    }

    @Test
    void longContentIsStoredInPiecesAndReadAsItWas() throws IOException {
        byte[] bytes = new byte[9 * ContentTable.PIECE + 7];
        new Random(2).nextBytes(bytes);
        FilePath path = new FilePath("assets/big.png");
        FileList list = new FileList(List.of(new FileEntry(path, Digest.of(bytes), bytes.length)));
        try (Database database = open()) {
            database.write(
                    connection -> {
                        new ContentWriter(connection, new Bytes(list, Map.of(path, bytes)))
                                .insert();
                        return 0;
                    });
            Optional<Blob> blob = new ContentTable(database).find(Digest.of(bytes));

            assertThat(blob.orElseThrow().sizeBytes()).isEqualTo(bytes.length);
            try (InputStream in = blob.orElseThrow().open()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void settingsAreNeverPrintedWithTheirPassword() {
        DatabaseSettings settings =
                new DatabaseSettings(
                        "jdbc:postgresql://h/d?password=secret",
                        Optional.of("u"),
                        Optional.of("secret"));

        assertThat(settings).hasToString("PostgreSQL");
        assertThatThrownBy(
                        () ->
                                new DatabaseSettings(
                                        "jdbc:mysql:secret", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    /** Files that may not be what their list says. */
    private static final class Bytes implements PackFiles {

        private final FileList list;
        private final Map<FilePath, byte[]> contents;

        Bytes(FileList list, Map<FilePath, byte[]> contents) {
            this.list = list;
            this.contents = contents;
        }

        @Override
        public FileList list() {
            return list;
        }

        @Override
        public InputStream open(FilePath path) {
            return new java.io.ByteArrayInputStream(contents.get(path));
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}

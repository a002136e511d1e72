package org.contentpack.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.contentpack.BadInput;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StoreException;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, or that does not keep what it was given. */
class FailingDiskTest {

    private static final PackId LEG_CRAMPS = new PackId("leg-cramps-at-night");

    @TempDir Path folder;

    private Database database;
    private Registry registry;

    @BeforeEach
    void open() throws IOException {
        FailingDisk.register();
        database =
                Database.open(
                        new DatabaseSettings(
                                "jdbc:h2:failing:"
                                        + folder.toAbsolutePath().resolve("registry")
                                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                                Optional.empty(),
                                Optional.empty()));
        registry = TestRegistry.over(new DatabaseReleaseStore(database));
        registry.follow();
    }

    @AfterEach
    void close() {
        FailingDisk.fault = FailingDisk.Fault.NONE;
        database.close();
    }

    private PublishResult publish(String version) throws IOException {
        return registry.publish(
                new Submission(
                        InMemoryPackFiles.ofFolder(
                                Path.of("content-pack/leg-cramps-at-night", version)),
                        List.of(),
                        Actor.BUILT_IN));
    }

    private List<String> versions() {
        return registry.history(LEG_CRAMPS).registrations().stream()
                .map(Registration::id)
                .map(id -> id.version().text())
                .toList();
    }

    @BadInput("F10")
    @Test
    void whatMayNotHaveReachedTheDiskIsNeverAcknowledged() throws IOException {
        publish("1.0.0");
        FailingDisk.fault = FailingDisk.Fault.NO_SYNC;

        assertThatThrownBy(() -> publish("1.1.0")).isInstanceOf(StoreException.class);
        FailingDisk.fault = FailingDisk.Fault.NONE;

        assertThatThrownBy(() -> publish("1.1.0"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("start the server again");
        assertThat(registry.release(registry.history(LEG_CRAMPS).registrations().get(0)))
                .isNotNull();
        close();
        open();
        assertThat(publish("1.1.0"))
                .isInstanceOfAny(PublishResult.Published.class, PublishResult.Unchanged.class);
        assertThat(versions()).containsExactly("1.1.0", "1.0.0");
    }

    @BadInput("F6")
    @Test
    void aFullDiskRefusesAndTakesAgainOnceThereIsSpace() throws IOException {
        publish("1.0.0");
        FailingDisk.fault = FailingDisk.Fault.FULL;

        assertThatThrownBy(() -> publish("1.1.0")).isInstanceOf(StoreException.class);
        assertThat(versions()).containsExactly("1.0.0");
        FailingDisk.fault = FailingDisk.Fault.NONE;

        assertThat(publish("1.1.0")).isInstanceOf(PublishResult.Published.class);
        assertThat(versions()).containsExactly("1.1.0", "1.0.0");
        assertThat(publish("1.0.0")).isInstanceOf(PublishResult.Unchanged.class);
    }
}

package org.contentpack.registry;

import java.io.IOException;
import java.nio.file.Path;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class RegistryOnH2Test extends RegistryContract {

    @TempDir Path folder;

    private Database database;

    @Override
    ReleaseStore emptyStore() throws IOException {
        database = Database.open(DatabaseSettings.fileIn(folder));
        return new DatabaseReleaseStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }
}

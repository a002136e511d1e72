package org.contentpack.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class RegistryOnPostgresTest extends RegistryContract {

    private static EmbeddedPostgres postgres;

    private Database database;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    ReleaseStore emptyStore() throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            connection
                    .createStatement()
                    .execute("drop schema public cascade; create schema public");
        }
        database =
                Database.open(
                        new DatabaseSettings(
                                postgres.getJdbcUrl("postgres", "postgres"),
                                Optional.of("postgres"),
                                Optional.of("postgres")));
        return new DatabaseReleaseStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }
}

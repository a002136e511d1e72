package org.contentpack.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.contentpack.registry.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A database with our schema in it, H2 or PostgreSQL, and transactions on it.
 *
 * <p>Safe for use by several threads. Connections are pooled and opened again when the database
 * comes back.
 */
public final class Database implements Closeable {

    private static final String MIGRATIONS = "classpath:org/contentpack/storage/migration";

    /** Writers queue at one row, and reads are short: more connections would only wait. */
    private static final int CONNECTIONS = 10;

    private static final long CONNECT_MILLIS = 5_000;

    /** A PostgreSQL that says nothing for so long is gone: no statement of ours takes longer. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /** How often a transaction is tried that met another in its way. */
    private static final int TRIES = 10;

    /**
     * A unique key taken by another transaction, a deadlock, a failed serialization, a row locked
     * too long (H2), a concurrent update (H2).
     */
    private static final Set<String> IN_THE_WAY =
            Set.of("23505", "40001", "40P01", "HYT00", "90131");

    /** The class of SQL states that say so. */
    private static final String CONNECTION_LOST = "08";

    /** H2 has closed the file. */
    private static final String CLOSED = "90098";

    private final HikariDataSource pool;
    private final boolean embedded;

    /**
     * Set for good once a sync has failed. An operating system that could not write says so once,
     * and may then take what it lost for written; only reading it again from the disk tells.
     *
     * @see <a href="https://wiki.postgresql.org/wiki/Fsync_Errors">PostgreSQL wiki, Fsync
     *     errors</a>
     */
    private volatile boolean doubtful;

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
        this.embedded = embedded;
    }

    /**
     * Connects and brings the schema up to date.
     *
     * @throws IOException where the database cannot be reached or its schema is newer than ours
     */
    public static Database open(DatabaseSettings settings) throws IOException {
        return open(settings, SILENCE);
    }

    /**
     * @param silence after which a PostgreSQL that has not answered is given up; whole seconds
     */
    static Database open(DatabaseSettings settings, Duration silence) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("contentpack");
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setDriverClassName(
                settings.isEmbedded() ? "org.h2.Driver" : "org.postgresql.Driver");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        if (!settings.isEmbedded()) {
            // As texts: PostgreSQL's driver passes over numbers and says nothing.
            String connect = String.valueOf(CONNECT_MILLIS / 1_000);
            config.addDataSourceProperty("socketTimeout", String.valueOf(silence.toSeconds()));
            config.addDataSourceProperty("connectTimeout", connect);
            config.addDataSourceProperty("loginTimeout", connect);
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.setConnectionInitSql(sessionLimits(silence));
        }
        try {
            HikariDataSource pool = new HikariDataSource(config);
            try {
                checkWritable(pool);
                migrate(pool, settings);
                return new Database(pool, settings.isEmbedded());
            } catch (SQLException | StoreException e) {
                pool.close();
                throw new StoreException("the database cannot be used: " + e.getMessage(), e);
            } catch (FlywayException e) {
                pool.close();
                throw new StoreException(
                        "the schema of the database cannot be brought up to date", e);
            }
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new StoreException("the database cannot be reached: " + settings, e);
        }
    }

    /** H2 opens a file that it may not write to for reading, and says nothing. */
    private static void checkWritable(HikariDataSource pool) throws SQLException, StoreException {
        try (Connection connection = pool.getConnection()) {
            if (connection.isReadOnly()) {
                throw new StoreException("it is read-only");
            }
        }
    }

    /**
     * What PostgreSQL itself gives up. A transaction whose client fell silent would otherwise hold
     * the row that all writers queue at until somebody notices.
     */
    private static String sessionLimits(Duration silence) {
        return "set lock_timeout = "
                + silence.toMillis()
                + "; set idle_in_transaction_session_timeout = "
                + silence.toMillis();
    }

    /**
     * On a connection of its own to PostgreSQL: a change of a large table says nothing for long.
     */
    private static void migrate(HikariDataSource pool, DatabaseSettings settings) {
        FluentConfiguration flyway = Flyway.configure(Database.class.getClassLoader());
        if (settings.isEmbedded()) {
            flyway.dataSource(pool);
        } else {
            flyway.dataSource(
                    settings.url(), settings.user().orElse(null), settings.password().orElse(null));
        }
        flyway.locations(MIGRATIONS).failOnMissingLocations(true).load().migrate();
    }

    /** True where the database is a file that no other process can use. */
    boolean isEmbedded() {
        return embedded;
    }

    /** What is done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /**
     * Reads on a connection of its own. Where H2 has closed its file because it could not write, it
     * is opened again.
     */
    <T> T read(Work<T> work) throws IOException {
        try {
            return tryToRead(work);
        } catch (SQLException e) {
            if (!CLOSED.equals(e.getSQLState())) {
                throw failed(e);
            }
        }
        // All connections are to the file that was closed; the next one opens it.
        pool.getHikariPoolMXBean().softEvictConnections();
        try {
            return tryToRead(work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Where a connection was lost, those beside it are not trusted either: each would be waited for
     * in its turn once the database is back.
     */
    private StoreException failed(SQLException e) {
        if (e instanceof SQLTransientConnectionException
                || String.valueOf(e.getSQLState()).startsWith(CONNECTION_LOST)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        return new StoreException("the database failed", e);
    }

    private <T> T tryToRead(Work<T> work) throws SQLException, IOException {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        }
    }

    /**
     * Does all of the work or none, and returns only when it would survive a loss of power. Work
     * that met another transaction in its way is done again from its start.
     */
    <T> T write(Work<T> work) throws IOException {
        confirm();
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                T result = commit(connection, work);
                connection.setAutoCommit(true);
                sync(connection);
                return result;
            } catch (SQLException e) {
                if (attempt == TRIES || !IN_THE_WAY.contains(String.valueOf(e.getSQLState()))) {
                    throw failed(e);
                }
            }
        }
    }

    private static <T> T commit(Connection connection, Work<T> work)
            throws SQLException, IOException {
        boolean committed = false;
        try {
            T result = work.on(connection);
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                connection.rollback();
            }
        }
    }

    /** H2 hands a commit to the operating system; this makes it reach the disk. */
    private void sync(Connection connection) throws SQLException {
        if (embedded) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException e) {
                doubtful = true;
                throw e;
            }
        }
    }

    /**
     * Does nothing as long as everything that was written is known to last.
     *
     * @throws StoreException where an earlier write may not have reached the disk
     */
    void confirm() throws StoreException {
        if (doubtful) {
            throw new StoreException(
                    "an earlier write may not have reached the disk; look at the disk, then start"
                            + " the server again");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

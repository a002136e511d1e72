package org.contentpack.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contentpack.access.AnswerMemory;
import org.contentpack.access.RememberedAnswer;
import org.contentpack.pack.Digest;

/**
 * Remembered answers in the same database as the releases, known to every server that shares it.
 */
public final class DatabaseAnswerMemory implements AnswerMemory {

    private final Database database;

    public DatabaseAnswerMemory(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RememberedAnswer> find(String caller, String key, Instant since)
            throws IOException {
        return database.read(connection -> find(connection, caller, key, since));
    }

    @Override
    public RememberedAnswer keep(RememberedAnswer answer, Instant now, Instant since, int most)
            throws IOException {
        return database.write(
                connection -> {
                    delete(connection, "answered < ?", utc(since));
                    Optional<RememberedAnswer> first =
                            find(connection, answer.caller(), answer.key(), since);
                    if (first.isPresent()) {
                        return first.get();
                    }
                    insert(connection, answer, now);
                    delete(
                            connection,
                            "caller = ? and answered <= (select answered from remembered_answer"
                                    + " where caller = ? order by answered desc limit 1 offset "
                                    + most
                                    + ")",
                            answer.caller(),
                            answer.caller());
                    return answer;
                });
    }

    private static Optional<RememberedAnswer> find(
            Connection connection, String caller, String key, Instant since) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select request, status, location, body from remembered_answer where"
                                + " caller = ? and idempotency_key = ? and answered >= ?")) {
            select.setString(1, caller);
            select.setString(2, key);
            select.setObject(3, utc(since));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        new RememberedAnswer(
                                caller,
                                key,
                                new Digest(row.getString("request")),
                                row.getInt("status"),
                                Optional.ofNullable(row.getString("location")),
                                row.getString("body")));
            }
        }
    }

    private static void insert(Connection connection, RememberedAnswer answer, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into remembered_answer (caller, idempotency_key, request, status,"
                                + " location, body, answered) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, answer.caller());
            insert.setString(2, answer.key());
            insert.setString(3, answer.request().value());
            insert.setInt(4, answer.status());
            insert.setString(5, answer.location().orElse(null));
            insert.setString(6, answer.body());
            insert.setObject(7, utc(now));
            insert.executeUpdate();
        }
    }

    private static void delete(Connection connection, String condition, Object... values)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from remembered_answer where " + condition)) {
            for (int i = 0; i < values.length; i++) {
                delete.setObject(i + 1, values[i]);
            }
            delete.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

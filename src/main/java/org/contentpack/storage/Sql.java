package org.contentpack.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with values, in one line each. Has no state. */
final class Sql {

    private Sql() {}

    /** What a row comes to. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Changes rows, and gives their number. */
    static int update(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> all(
            Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        List<T> all = new ArrayList<>();
        each(connection, sql, r -> all.add(row.read(r)), values);
        return all;
    }

    static <T> Optional<T> first(
            Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        return all(connection, sql, row, values).stream().findFirst();
    }

    /** Calls {@code row} for each row; what it returns is not used. */
    static void each(Connection connection, String sql, Row<?> row, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}

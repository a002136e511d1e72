package org.contentpack.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Numbers without a gap, each from one locked row: whoever takes one holds the row until its
 * transaction ends, so that no reader sees a higher number before a lower. Has no state.
 */
final class Counter {

    private Counter() {}

    static long next(Connection connection, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select last_value from counter where name = ? for update")) {
            lock.setString(1, name);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the counter is gone: " + name);
                }
                long next = row.getLong(1) + 1;
                try (PreparedStatement update =
                        connection.prepareStatement(
                                "update counter set last_value = ? where name = ?")) {
                    update.setLong(1, next);
                    update.setString(2, name);
                    update.executeUpdate();
                }
                return next;
            }
        }
    }

    /** Gives no number up to this one out any more. */
    static void raise(Connection connection, String name, long value) throws SQLException {
        Sql.update(
                connection,
                "update counter set last_value = ? where name = ? and last_value < ?",
                value,
                name,
                value);
    }
}

package org.contentpack.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.AuditEntry;
import org.contentpack.access.AuditLog;

/** The audit log in the same database as the releases, each entry in a transaction of its own. */
public final class DatabaseAuditLog implements AuditLog {

    private final Database database;

    public DatabaseAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) throws IOException {
        database.write(connection -> insert(connection, entry));
    }

    private static int insert(Connection connection, AuditEntry entry) throws SQLException {
        long sequence = Counter.next(connection, "audit");
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into audit (sequence, at, caller, client, action, pack, version,"
                                + " digest, status, problem, request)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, sequence);
            insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, entry.caller().orElse(null));
            insert.setString(4, entry.client());
            insert.setString(5, entry.action());
            insert.setString(6, entry.pack().orElse(null));
            insert.setString(7, entry.version().orElse(null));
            insert.setString(8, entry.digest().orElse(null));
            insert.setInt(9, entry.status());
            insert.setString(10, entry.problem().orElse(null));
            insert.setString(11, entry.request());
            return insert.executeUpdate();
        }
    }

    @Override
    public List<Recorded> after(long sequence, int limit, Filter filter) throws IOException {
        StringBuilder sql = new StringBuilder("select * from audit where sequence > ?");
        List<Object> values = new ArrayList<>(List.of(sequence));
        narrow(sql, values, "pack = ?", filter.pack());
        narrow(sql, values, "caller = ?", filter.caller());
        narrow(sql, values, "at >= ?", filter.since().map(DatabaseAuditLog::time));
        narrow(sql, values, "at < ?", filter.until().map(DatabaseAuditLog::time));
        sql.append(" order by sequence limit ").append(limit);
        return database.read(
                connection ->
                        Sql.all(
                                connection,
                                sql.toString(),
                                DatabaseAuditLog::read,
                                values.toArray()));
    }

    private static void narrow(
            StringBuilder sql, List<Object> values, String condition, Optional<?> value) {
        value.ifPresent(
                v -> {
                    sql.append(" and ").append(condition);
                    values.add(v);
                });
    }

    private static Recorded read(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("sequence"),
                new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("caller")),
                        row.getString("client"),
                        row.getString("action"),
                        Optional.ofNullable(row.getString("pack")),
                        Optional.ofNullable(row.getString("version")),
                        Optional.ofNullable(row.getString("digest")),
                        row.getInt("status"),
                        Optional.ofNullable(row.getString("problem")),
                        row.getString("request")));
    }

    @Override
    public int deleteBefore(Instant moment) throws IOException {
        return database.write(
                connection ->
                        Sql.update(connection, "delete from audit where at < ?", time(moment)));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

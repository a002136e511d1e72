package org.contentpack.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.contentpack.webhook.Attempt;
import org.contentpack.webhook.Outbox;
import org.contentpack.webhook.Position;
import org.contentpack.webhook.WebhookName;

/** The outbox in the same database as the history that notices are made of. */
public final class DatabaseOutbox implements Outbox {

    private static final int MAX_FAILURE_CHARACTERS = 1_000;

    private final Database database;

    public DatabaseOutbox(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Position> position(WebhookName name) throws IOException {
        return database.read(
                connection ->
                        Sql.first(
                                connection,
                                "select told, failures, next_try from webhook where name = ?",
                                row ->
                                        new Position(
                                                row.getLong(1),
                                                row.getInt(2),
                                                Optional.ofNullable(
                                                                row.getObject(
                                                                        3, OffsetDateTime.class))
                                                        .map(OffsetDateTime::toInstant)),
                                name.value()));
    }

    @Override
    public void begin(WebhookName name, long told) throws IOException {
        database.write(
                connection ->
                        Sql.update(
                                connection,
                                "insert into webhook (name, told, failures)"
                                        + " select ?, ?, 0 where not exists"
                                        + " (select 1 from webhook where name = ?)",
                                name.value(),
                                told,
                                name.value()));
    }

    /** A file of H2 is one process's alone: whoever held it before is gone. */
    @Override
    public boolean hold(WebhookName name, Lease lease, Instant now) throws IOException {
        String free = database.isEmbedded() ? " or true" : "";
        return database.write(
                connection ->
                        Sql.update(
                                        connection,
                                        "update webhook set lease_server = ?, lease_until = ?"
                                                + " where name = ? and (lease_server is null"
                                                + " or lease_server = ? or lease_until < ?"
                                                + free
                                                + ")",
                                        lease.server(),
                                        time(lease.until()),
                                        name.value(),
                                        lease.server(),
                                        time(now))
                                == 1);
    }

    @Override
    public boolean told(
            WebhookName name, Lease lease, long from, long to, Optional<Attempt> attempt)
            throws IOException {
        return database.write(
                connection -> {
                    boolean isOurs =
                            Sql.update(
                                            connection,
                                            "update webhook set told = ?, failures = 0,"
                                                    + " next_try = null, lease_until = ?"
                                                    + " where name = ? and told = ?"
                                                    + " and lease_server = ?",
                                            to,
                                            time(lease.until()),
                                            name.value(),
                                            from,
                                            lease.server())
                                    == 1;
                    if (isOurs && attempt.isPresent()) {
                        log(connection, name, attempt.get());
                    }
                    return isOurs;
                });
    }

    @Override
    public boolean failed(WebhookName name, Lease lease, long from, Attempt attempt, Instant next)
            throws IOException {
        return database.write(
                connection -> {
                    boolean isOurs =
                            Sql.update(
                                            connection,
                                            "update webhook set failures = failures + 1,"
                                                    + " next_try = ?, lease_until = ?"
                                                    + " where name = ? and told = ?"
                                                    + " and lease_server = ?",
                                            time(next),
                                            time(lease.until()),
                                            name.value(),
                                            from,
                                            lease.server())
                                    == 1;
                    if (isOurs) {
                        log(connection, name, attempt);
                    }
                    return isOurs;
                });
    }

    private static void log(Connection connection, WebhookName name, Attempt attempt)
            throws SQLException {
        Sql.update(
                connection,
                "insert into webhook_attempt"
                        + " (sequence, webhook, event, notice, at, took_millis, failure)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Counter.next(connection, "webhook"),
                name.value(),
                attempt.event(),
                attempt.notice(),
                time(attempt.at()),
                attempt.took().toMillis(),
                attempt.failure().map(DatabaseOutbox::shortened).orElse(null));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_FAILURE_CHARACTERS
                ? text
                : text.substring(0, MAX_FAILURE_CHARACTERS - 1) + "…";
    }

    @Override
    public void replay(WebhookName name, long after) throws IOException {
        database.write(
                connection ->
                        Sql.update(
                                connection,
                                "update webhook set told = ?, failures = 0, next_try = null"
                                        + " where name = ?",
                                after,
                                name.value()));
    }

    @Override
    public List<Logged> log(WebhookName name, long after, int limit) throws IOException {
        return database.read(
                connection ->
                        Sql.all(
                                connection,
                                "select * from webhook_attempt where webhook = ? and sequence > ?"
                                        + " order by sequence limit "
                                        + limit,
                                DatabaseOutbox::logged,
                                name.value(),
                                after));
    }

    @Override
    public Optional<Logged> newest(WebhookName name) throws IOException {
        return database.read(
                connection ->
                        Sql.first(
                                connection,
                                "select * from webhook_attempt where webhook = ?"
                                        + " order by sequence desc limit 1",
                                DatabaseOutbox::logged,
                                name.value()));
    }

    private static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("sequence"),
                new Attempt(
                        row.getLong("event"),
                        row.getString("notice"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Duration.ofMillis(row.getLong("took_millis")),
                        Optional.ofNullable(row.getString("failure"))));
    }

    @Override
    public int forgetBefore(Instant moment) throws IOException {
        return database.write(
                connection ->
                        Sql.update(
                                connection,
                                "delete from webhook_attempt where at < ?",
                                time(moment)));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

package org.contentpack.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.sync.Plan;
import org.contentpack.sync.PlanId;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncStore.Begun;
import org.contentpack.sync.SyncStore.Hold;
import org.contentpack.sync.SyncStore.Lease;
import org.contentpack.sync.TargetName;
import org.jspecify.annotations.Nullable;

/** Runs as rows, and their items as rows with a document each. */
final class RunTables {

    private final Database database;

    RunTables(Database database) {
        this.database = database;
    }

    /** The number of the run is taken from a locked row, so that runs begin one after another. */
    Begun begin(Connection connection, Run run, Optional<Digest> plan, Lease lease)
            throws SQLException, IOException {
        long number = Counter.next(connection, "run");
        Optional<Long> running =
                Sql.first(
                        connection,
                        "select id from sync_run where target = ? and state = ?",
                        row -> row.getLong(1),
                        run.target().value(),
                        Run.State.RUNNING.id());
        if (running.isPresent()) {
            connection.rollback();
            return new Begun.Busy(new RunId(running.get()));
        }
        RunId id = new RunId(number);
        if (plan.isPresent()
                ? !isApplicable(connection, run.plan(), plan.get())
                : isUndone(connection, run.undoes().orElseThrow())) {
            connection.rollback();
            return new Begun.Stale();
        }
        Sql.update(
                connection,
                "insert into sync_run (id, plan, target, undoes, state, caller, started,"
                        + " cancelled, lease_server, lease_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, false, ?, ?)",
                number,
                run.plan().number(),
                run.target().value(),
                number(run.undoes()),
                run.state().id(),
                run.caller(),
                run.started().atOffset(ZoneOffset.UTC),
                lease.server(),
                lease.until().atOffset(ZoneOffset.UTC));
        journal(connection, id, run.items());
        if (plan.isPresent()) {
            markApplied(connection, run.plan(), id);
        }
        return new Begun.Started(
                new Run(
                        id,
                        run.plan(),
                        run.target(),
                        run.undoes(),
                        run.state(),
                        run.caller(),
                        run.started(),
                        run.finished(),
                        false,
                        run.items()));
    }

    private static @Nullable Long number(Optional<RunId> run) {
        return run.isPresent() ? run.get().number() : null;
    }

    private static boolean isApplicable(Connection connection, PlanId plan, Digest digest)
            throws SQLException {
        return Sql.first(
                        connection,
                        "select id from sync_plan where id = ? and digest = ? and run is null"
                                + " for update",
                        row -> row.getLong(1),
                        plan.number(),
                        digest.value())
                .isPresent();
    }

    private static boolean isUndone(Connection connection, RunId run) throws SQLException {
        return Sql.first(
                        connection,
                        "select id from sync_run where undoes = ? and state <> ?",
                        row -> row.getLong(1),
                        run.number(),
                        Run.State.FAILED.id())
                .isPresent();
    }

    private static void markApplied(Connection connection, PlanId id, RunId run)
            throws SQLException, IOException {
        String document =
                Sql.first(
                                connection,
                                "select document from sync_plan where id = ?",
                                row -> row.getString(1),
                                id.number())
                        .orElseThrow();
        Plan plan = SyncJson.read(document, Plan.class);
        Sql.update(
                connection,
                "update sync_plan set run = ?, document = ? where id = ?",
                run.number(),
                SyncJson.write(plan.appliedBy(run)),
                id.number());
    }

    /**
     * Held again only where half of the time is over, so that going on costs no write. A file of H2
     * is one process's alone: whoever held a run before is gone.
     */
    Hold hold(RunId run, Lease lease, Instant now) throws IOException {
        Optional<Held> held = database.read(connection -> held(connection, run));
        if (held.isEmpty()) {
            return Hold.LOST;
        }
        boolean isOurs = held.get().server().equals(lease.server());
        boolean isFree = database.isEmbedded() || held.get().until().isBefore(now);
        if (!isOurs && !isFree) {
            return Hold.LOST;
        }
        Duration left = Duration.between(now, held.get().until());
        boolean isFresh =
                isOurs && left.compareTo(Duration.between(now, lease.until()).dividedBy(2)) > 0;
        if (!isFresh && !take(run, lease, held.get())) {
            return Hold.LOST;
        }
        return held.get().cancelled() ? Hold.CANCELLED : Hold.OURS;
    }

    private record Held(String server, Instant until, boolean cancelled) {}

    private static Optional<Held> held(Connection connection, RunId run) throws SQLException {
        return Sql.first(
                connection,
                "select lease_server, lease_until, cancelled from sync_run"
                        + " where id = ? and state = ?",
                row ->
                        new Held(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getBoolean(3)),
                run.number(),
                running());
    }

    /** False where another server was faster. */
    private boolean take(RunId run, Lease lease, Held was) throws IOException {
        return database.write(
                connection ->
                        Sql.update(
                                        connection,
                                        "update sync_run set lease_server = ?, lease_until = ?"
                                                + " where id = ? and state = ?"
                                                + " and lease_server = ? and lease_until = ?",
                                        lease.server(),
                                        lease.until().atOffset(ZoneOffset.UTC),
                                        run.number(),
                                        running(),
                                        was.server(),
                                        was.until().atOffset(ZoneOffset.UTC))
                                == 1);
    }

    private static String running() {
        return Run.State.RUNNING.id();
    }

    TargetName target(Connection connection, RunId run) throws SQLException {
        return Sql.first(
                        connection,
                        "select target from sync_run where id = ?",
                        row -> new TargetName(row.getString(1)),
                        run.number())
                .orElseThrow(() -> new SQLException("there is no run " + run));
    }

    Optional<Run> run(Connection connection, RunId id) throws SQLException, IOException {
        List<String> documents =
                Sql.all(
                        connection,
                        "select document from sync_run_item where run = ? order by number",
                        row -> row.getString(1),
                        id.number());
        List<RunItem> items = new ArrayList<>();
        for (String document : documents) {
            items.add(SyncJson.read(document, RunItem.class));
        }
        return Sql.first(
                connection,
                "select * from sync_run where id = ?",
                row -> run(row, items),
                id.number());
    }

    List<Run> newest(Connection connection, TargetName target, int limit) throws SQLException {
        return Sql.all(
                connection,
                "select * from sync_run where target = ? order by id desc limit " + limit,
                row -> run(row, List.of()),
                target.value());
    }

    List<Run> unfinished(Connection connection) throws SQLException {
        return Sql.all(
                connection,
                "select * from sync_run where state = ? order by id",
                row -> run(row, List.of()),
                running());
    }

    private static Run run(ResultSet row, List<RunItem> items) throws SQLException {
        long undoes = row.getLong("undoes");
        Optional<RunId> undone = row.wasNull() ? Optional.empty() : Optional.of(new RunId(undoes));
        @Nullable OffsetDateTime finished = row.getObject("finished", OffsetDateTime.class);
        return new Run(
                new RunId(row.getLong("id")),
                new PlanId(row.getLong("plan")),
                new TargetName(row.getString("target")),
                undone,
                Run.State.parse(row.getString("state")).orElseThrow(),
                row.getString("caller"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant),
                row.getBoolean("cancelled"),
                items);
    }

    int journal(Connection connection, RunId run, List<RunItem> items) throws SQLException {
        for (RunItem item : items) {
            String document = SyncJson.write(item);
            int there =
                    Sql.update(
                            connection,
                            "update sync_run_item set document = ? where run = ? and number = ?",
                            document,
                            run.number(),
                            item.number());
            if (there == 0) {
                Sql.update(
                        connection,
                        "insert into sync_run_item (run, number, document) values (?, ?, ?)",
                        run.number(),
                        item.number(),
                        document);
            }
        }
        return items.size();
    }
}

package org.contentpack.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Installation;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Plan;
import org.contentpack.sync.PlanId;
import org.contentpack.sync.Remembered;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.Seen;
import org.contentpack.sync.SyncStore;
import org.contentpack.sync.TargetName;

/** The state of synchronisation in the same database as the releases. */
public final class DatabaseSyncStore implements SyncStore {

    private final Database database;
    private final RunTables runs;

    public DatabaseSyncStore(Database database) {
        this.database = database;
        this.runs = new RunTables(database);
    }

    @Override
    public List<Installation> installations(Filter filter) throws IOException {
        return database.read(
                connection -> {
                    StringBuilder sql = new StringBuilder("select document from installation");
                    List<String> values = new ArrayList<>();
                    filter.target().ifPresent(t -> narrow(sql, values, "target", t.value()));
                    filter.pack().ifPresent(p -> narrow(sql, values, "pack", p.value()));
                    filter.article().ifPresent(a -> narrow(sql, values, "article", a.value()));
                    sql.append(" order by target, pack, article, language");
                    return documents(
                            connection, sql.toString(), Installation.class, values.toArray());
                });
    }

    private static void narrow(
            StringBuilder sql, List<String> values, String column, String value) {
        sql.append(values.isEmpty() ? " where " : " and ").append(column).append(" = ?");
        values.add(value);
    }

    @Override
    public void put(Installation installation) throws IOException {
        database.write(connection -> put(connection, installation));
    }

    static int put(Connection connection, Installation installation) throws SQLException {
        forget(connection, installation.target(), installation.key());
        ItemKey key = installation.key();
        return Sql.update(
                connection,
                "insert into installation (target, pack, article, language, document)"
                        + " values (?, ?, ?, ?, ?)",
                installation.target().value(),
                key.pack().value(),
                key.article().value(),
                key.language().tag(),
                SyncJson.write(installation));
    }

    static int forget(Connection connection, TargetName target, ItemKey key) throws SQLException {
        return Sql.update(
                connection,
                "delete from installation where target = ? and pack = ? and article = ?"
                        + " and language = ?",
                target.value(),
                key.pack().value(),
                key.article().value(),
                key.language().tag());
    }

    @Override
    public Plan add(Plan plan) throws IOException {
        return database.write(
                connection -> {
                    Plan numbered =
                            new Plan(
                                    new PlanId(Counter.next(connection, "plan")),
                                    plan.target(),
                                    plan.pack(),
                                    plan.to(),
                                    plan.release(),
                                    plan.created(),
                                    plan.caller(),
                                    plan.items(),
                                    plan.state(),
                                    plan.run());
                    Sql.update(
                            connection,
                            "insert into sync_plan (id, target, digest, document)"
                                    + " values (?, ?, ?, ?)",
                            numbered.id().number(),
                            numbered.target().value(),
                            numbered.digest().value(),
                            SyncJson.write(numbered));
                    return numbered;
                });
    }

    @Override
    public Optional<Plan> plan(PlanId id) throws IOException {
        return database.read(
                connection ->
                        documents(
                                        connection,
                                        "select document from sync_plan where id = ?",
                                        Plan.class,
                                        id.number())
                                .stream()
                                .findFirst());
    }

    @Override
    public List<Plan> plans(TargetName target, int limit) throws IOException {
        return database.read(
                connection ->
                        documents(
                                connection,
                                "select document from sync_plan where target = ?"
                                        + " order by id desc limit "
                                        + limit,
                                Plan.class,
                                target.value()));
    }

    @Override
    public boolean replace(Plan plan, Digest expected) throws IOException {
        return database.write(
                connection ->
                        Sql.update(
                                        connection,
                                        "update sync_plan set digest = ?, document = ?"
                                                + " where id = ? and digest = ? and run is null",
                                        plan.digest().value(),
                                        SyncJson.write(plan),
                                        plan.id().number(),
                                        expected.value())
                                == 1);
    }

    @Override
    public void remember(TargetName target, List<Remembered> decisions) throws IOException {
        database.write(
                connection -> {
                    for (Remembered each : decisions) {
                        remember(connection, target, each);
                    }
                    return decisions.size();
                });
    }

    private static void remember(Connection connection, TargetName target, Remembered each)
            throws SQLException {
        ItemKey key = each.decision().item();
        String place = each.decision().place().id();
        Sql.update(
                connection,
                "delete from sync_decision where target = ? and pack = ? and article = ?"
                        + " and language = ? and place = ?",
                target.value(),
                key.pack().value(),
                key.article().value(),
                key.language().tag(),
                place);
        Sql.update(
                connection,
                "insert into sync_decision (target, pack, article, language, place, document)"
                        + " values (?, ?, ?, ?, ?, ?)",
                target.value(),
                key.pack().value(),
                key.article().value(),
                key.language().tag(),
                place,
                SyncJson.write(each));
    }

    @Override
    public List<Remembered> remembered(TargetName target, PackId pack) throws IOException {
        return database.read(
                connection ->
                        documents(
                                connection,
                                "select document from sync_decision where target = ? and pack = ?"
                                        + " order by article, language, place",
                                Remembered.class,
                                target.value(),
                                pack.value()));
    }

    @Override
    public Begun begin(Run run, Optional<Digest> plan, Lease lease) throws IOException {
        return database.write(connection -> runs.begin(connection, run, plan, lease));
    }

    @Override
    public Hold hold(RunId run, Lease lease, Instant now) throws IOException {
        return runs.hold(run, lease, now);
    }

    @Override
    public Optional<Run> run(RunId id) throws IOException {
        return database.read(connection -> runs.run(connection, id));
    }

    @Override
    public List<Run> runs(TargetName target, int limit) throws IOException {
        return database.read(connection -> runs.newest(connection, target, limit));
    }

    @Override
    public List<Run> unfinished() throws IOException {
        return database.read(runs::unfinished);
    }

    @Override
    public void journal(RunId run, List<RunItem> items) throws IOException {
        database.write(connection -> runs.journal(connection, run, items));
    }

    @Override
    public void settle(
            RunId run, RunItem item, Optional<Installation> kept, Optional<ItemKey> forgotten)
            throws IOException {
        database.write(
                connection -> {
                    if (forgotten.isPresent()) {
                        forget(connection, runs.target(connection, run), forgotten.get());
                    }
                    if (kept.isPresent()) {
                        put(connection, kept.get());
                    }
                    if (item.shown().isPresent()) {
                        shown(
                                connection,
                                runs.target(connection, run),
                                item.key(),
                                item.shown().get());
                    }
                    return runs.journal(connection, run, List.of(item));
                });
    }

    private static void shown(
            Connection connection, TargetName target, ItemKey key, ItemStatus status)
            throws SQLException {
        int updated =
                Sql.update(
                        connection,
                        "update sync_drift set status = ? where target = ? and pack = ? and"
                                + " article = ? and language = ?",
                        status.id(),
                        target.value(),
                        key.pack().value(),
                        key.article().value(),
                        key.language().tag());
        if (updated == 0) {
            seen(connection, target, key, new Seen(false, Optional.of(status)));
        }
    }

    @Override
    public void cancel(RunId run) throws IOException {
        database.write(
                connection ->
                        Sql.update(
                                connection,
                                "update sync_run set cancelled = true where id = ?",
                                run.number()));
    }

    @Override
    public void finish(RunId run, Run.State state, Instant at) throws IOException {
        database.write(
                connection ->
                        Sql.update(
                                connection,
                                "update sync_run set state = ?, finished = ? where id = ?",
                                state.id(),
                                at.atOffset(ZoneOffset.UTC),
                                run.number()));
    }

    @Override
    public void contact(TargetName target, Instant at, Map<ItemKey, Seen> seen) throws IOException {
        database.write(
                connection -> {
                    Sql.update(
                            connection,
                            "delete from sync_contact where target = ?",
                            target.value());
                    Sql.update(
                            connection,
                            "insert into sync_contact (target, at) values (?, ?)",
                            target.value(),
                            at.atOffset(ZoneOffset.UTC));
                    for (Map.Entry<ItemKey, Seen> each : seen.entrySet()) {
                        seen(connection, target, each.getKey(), each.getValue());
                    }
                    return seen.size();
                });
    }

    private static void seen(Connection connection, TargetName target, ItemKey key, Seen seen)
            throws SQLException {
        Sql.update(
                connection,
                "delete from sync_drift where target = ? and pack = ? and article = ?"
                        + " and language = ?",
                target.value(),
                key.pack().value(),
                key.article().value(),
                key.language().tag());
        Sql.update(
                connection,
                "insert into sync_drift (target, pack, article, language, drifted, status)"
                        + " values (?, ?, ?, ?, "
                        + seen.isDrifted()
                        + ", ?)",
                target.value(),
                key.pack().value(),
                key.article().value(),
                key.language().tag(),
                seen.status().map(ItemStatus::id).orElse(""));
    }

    @Override
    public Optional<Instant> lastContact(TargetName target) throws IOException {
        return database.read(
                connection ->
                        Sql.first(
                                connection,
                                "select at from sync_contact where target = ?",
                                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                                target.value()));
    }

    @Override
    public Map<ItemKey, Seen> seen(TargetName target) throws IOException {
        return database.read(
                connection -> {
                    Map<ItemKey, Seen> seen = new TreeMap<>();
                    Sql.each(
                            connection,
                            "select * from sync_drift where target = ?",
                            row ->
                                    seen.put(
                                            key(row),
                                            new Seen(
                                                    row.getBoolean("drifted"),
                                                    ItemStatus.parse(row.getString("status")))),
                            target.value());
                    return seen;
                });
    }

    private static ItemKey key(ResultSet row) throws SQLException {
        return new ItemKey(
                new PackId(row.getString("pack")),
                new ArticleId(row.getString("article")),
                new Language(row.getString("language")));
    }

    private static <T> List<T> documents(
            Connection connection, String sql, Class<T> type, Object... values)
            throws SQLException, IOException {
        List<String> documents = new ArrayList<>();
        Sql.each(connection, sql, row -> documents.add(row.getString(1)), values);
        List<T> read = new ArrayList<>();
        for (String document : documents) {
            read.add(SyncJson.read(document, type));
        }
        return read;
    }
}

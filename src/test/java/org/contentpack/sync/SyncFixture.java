package org.contentpack.sync;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.PackFiles;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;
import org.contentpack.storage.DatabaseSyncStore;
import org.contentpack.version.Selector;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;

/** A registry and an engine over one database file, and a CMS beside them. */
public final class SyncFixture implements AutoCloseable {

    public static final PackId LEG_CRAMPS = new PackId("leg-cramps-at-night");
    public static final PackId GARDEN = new PackId("garden-notes");
    public static final TargetName SITE = new TargetName("site");
    public static final Selector LATEST = new Selector.Named(ChannelName.LATEST);

    public final Registry registry;
    public final SyncStore store;
    public final Sync sync;
    private final Database database;

    /** What the clock says unless told otherwise. */
    public static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private SyncFixture(DatabaseSettings settings, Connector cms, Target target, Executor executor)
            throws IOException {
        this(settings, cms, target, executor, NOW);
    }

    private SyncFixture(
            DatabaseSettings settings, Connector cms, Target target, Executor executor, Instant now)
            throws IOException {
        database = Database.open(settings);
        registry = TestRegistry.over(new DatabaseReleaseStore(database));
        registry.follow();
        store = new DatabaseSyncStore(database);
        InstantSource clock = InstantSource.fixed(now);
        sync =
                new Sync(
                        registry,
                        new Targets(List.of(new Targets.Bound(target, cms))),
                        store,
                        executor,
                        clock,
                        "server-" + System.identityHashCode(this));
    }

    /** The same on another database. */
    public static SyncFixture on(DatabaseSettings settings, Connector cms) throws IOException {
        return new SyncFixture(settings, cms, target(new UpdatePolicy.Ask(), false), Runnable::run);
    }

    /** Everything is done before a method returns. */
    static SyncFixture in(Path folder, MemoryCms cms) throws IOException {
        return new SyncFixture(
                DatabaseSettings.fileIn(folder),
                cms,
                target(new UpdatePolicy.Ask(), false),
                Runnable::run);
    }

    public static SyncFixture in(Path folder, Connector cms, Target target) throws IOException {
        return new SyncFixture(DatabaseSettings.fileIn(folder), cms, target, Runnable::run);
    }

    public static SyncFixture in(Path folder, Connector cms, Target target, Executor executor)
            throws IOException {
        return new SyncFixture(DatabaseSettings.fileIn(folder), cms, target, executor);
    }

    /** At another time, such as when the lease of a server that died is over. */
    public static SyncFixture in(Path folder, Connector cms, Target target, Instant now)
            throws IOException {
        return new SyncFixture(DatabaseSettings.fileIn(folder), cms, target, Runnable::run, now);
    }

    static Target target(UpdatePolicy policy, boolean retireUntouched) {
        return new Target(
                SITE,
                "memory",
                URI.create("https://cms.example"),
                Set.of(LEG_CRAMPS, GARDEN),
                Set.of(),
                Set.of(),
                ItemStatus.LIVE,
                policy,
                retireUntouched,
                Optional.empty());
    }

    @Override
    public void close() {
        database.close();
    }

    public Registration publishLegCramps(String version) throws IOException {
        return publish(
                InMemoryPackFiles.ofFolder(Path.of("content-pack/leg-cramps-at-night", version)));
    }

    /** The small pack of two articles. */
    public static InMemoryPackFiles garden() throws IOException {
        return InMemoryPackFiles.ofFolder(
                Path.of("src/test/resources/content-pack/garden-notes/1.0.0"));
    }

    /** The pack with one text in a file in place of another. */
    public static InMemoryPackFiles changed(
            InMemoryPackFiles files, String path, String text, String other) {
        String before = new String(read(files, path), StandardCharsets.UTF_8);
        if (!before.contains(text)) {
            throw new AssertionError(path + " does not have: " + text);
        }
        return files.with(path, before.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(InMemoryPackFiles files, String path) {
        try {
            return files.read(new FilePath(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Registration publish(PackFiles files) throws IOException {
        PublishResult result = registry.publish(new Submission(files, List.of(), Actor.BUILT_IN));
        if (result instanceof PublishResult.Published published) {
            return published.registration();
        }
        throw new AssertionError(result.toString());
    }

    public Plan plan(PackId pack, String version) throws IOException {
        return plan(pack, new Selector.Exact(new Version(version)));
    }

    public Plan plan(PackId pack, Selector selector) throws IOException {
        Sync.PlanResult result = sync.plan(SITE, pack, selector, "tester");
        if (result instanceof Sync.PlanResult.Planned planned) {
            return planned.plan();
        }
        throw new AssertionError(result.toString());
    }

    public Plan decide(Plan plan, ItemKey item, Place place, Choice choice) throws IOException {
        Sync.DecideResult result =
                sync.decide(
                        plan.id(),
                        plan.digest(),
                        List.of(new Sync.Wanted(item, place, choice, "A. Editor", "it is right")),
                        "tester");
        if (result instanceof Sync.DecideResult.Decided decided) {
            return decided.plan();
        }
        throw new AssertionError(result.toString());
    }

    /** Settles all open steps alike. */
    public Plan decideAll(Plan plan, Choice choice) throws IOException {
        Plan decided = plan;
        for (PlanItem item : plan.items()) {
            for (Step step : item.undecided()) {
                decided = decide(decided, item.key(), step.place(), choice);
            }
        }
        return decided;
    }

    public Run apply(Plan plan) throws IOException {
        Sync.ApplyResult result = sync.apply(plan.id(), plan.digest(), "tester");
        if (result instanceof Sync.ApplyResult.Started started) {
            return sync.run(started.run().id()).orElseThrow();
        }
        throw new AssertionError(result.toString());
    }

    public Run undo(Run run) throws IOException {
        Sync.UndoResult result = sync.undo(run.id(), "tester");
        if (result instanceof Sync.UndoResult.Started started) {
            return sync.run(started.run().id()).orElseThrow();
        }
        throw new AssertionError(result.toString());
    }

    /** {@code key action} for each item. */
    public static List<String> actions(Plan plan) {
        return plan.items().stream()
                .map(i -> i.key().article() + "/" + i.key().language() + " " + i.action().id())
                .toList();
    }

    /** {@code key state} for each item. */
    public static List<String> states(Run run) {
        return run.items().stream()
                .map(i -> i.key().article() + "/" + i.key().language() + " " + i.state().id())
                .toList();
    }
}

package org.contentpack.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contentpack.sync.SyncFixture.LATEST;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contentpack.BadInput;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Step;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;
import org.contentpack.storage.DatabaseSyncStore;
import org.contentpack.version.Selector;
import org.contentpack.version.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that dies around any write, to the CMS or to the journal, leaves a run that another goes
 * on with: to the same end, without a second item and without a lost word.
 */
class RunsUnderKillsTest {

    @TempDir static Path folder;

    private static Database database;
    private static Registry registry;
    private static SyncStore store;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @BeforeAll
    static void publish() throws IOException {
        database = Database.open(DatabaseSettings.fileIn(folder));
        registry = TestRegistry.over(new DatabaseReleaseStore(database));
        registry.follow();
        store = new DatabaseSyncStore(database);
        for (String version : List.of("1.0.0", "1.1.0")) {
            registry.publish(
                    new Submission(
                            InMemoryPackFiles.ofFolder(
                                    Path.of("content-pack/leg-cramps-at-night", version)),
                            List.of(),
                            Actor.BUILT_IN));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Each case has sites of its own in the one store. */
    private final int number = NUMBER.incrementAndGet();

    /** Where the server dies: at which write, before or after it happened. */
    record Death(boolean inCms, int write, boolean before) {
        @Override
        public String toString() {
            return (before ? "before" : "after")
                    + " write "
                    + write
                    + " to the "
                    + (inCms ? "CMS" : "journal");
        }
    }

    /** Nothing has been accepted yet, so nothing goes on. */
    private static final Death BEFORE_THE_RUN = new Death(false, 1, true);

    static Stream<Death> deaths() {
        return Stream.of(true, false)
                .flatMap(
                        inCms ->
                                IntStream.rangeClosed(1, inCms ? 2 : 6)
                                        .boxed()
                                        .flatMap(
                                                n ->
                                                        Stream.of(
                                                                new Death(inCms, n, true),
                                                                new Death(inCms, n, false))))
                .filter(death -> !death.equals(BEFORE_THE_RUN));
    }

    @BadInput("S8")
    @ParameterizedTest
    @MethodSource("deaths")
    void anUpgradeGoesOnToTheSameEnd(Death death) throws IOException {
        MemoryCms undisturbed = new MemoryCms();
        upgrade(site("calm-" + number, undisturbed, store), undisturbed);

        MemoryCms cms = new MemoryCms();
        Dying dying = new Dying();
        Sync first = site("killed-" + number, cms, dying.over(store));
        boolean died = false;
        try {
            upgrade(first, cms, death, dying);
        } catch (MemoryCms.Killed e) {
            died = true;
        }
        cms.live();
        Sync second = site("killed-" + number, cms, store);
        second.resume();

        assertThat(died).isTrue();
        assertThat(cms.state()).isEqualTo(undisturbed.state());
        assertThat(second.runs(new TargetName("killed-" + number)).get(0).state())
                .isEqualTo(Run.State.FINISHED);
        int writes = cms.writes();
        second.plan(new TargetName("killed-" + number), LEG_CRAMPS, LATEST, "tester");
        assertThat(cms.writes()).isEqualTo(writes);
    }

    @Test
    void aServerThatDiesBeforeTheRunIsKeptHasChangedNothing() throws IOException {
        MemoryCms cms = new MemoryCms();
        Dying dying = new Dying();
        Sync first = site("killed-" + number, cms, dying.over(store));
        assertThatThrownBy(() -> upgrade(first, cms, BEFORE_THE_RUN, dying))
                .isInstanceOf(MemoryCms.Killed.class);
        String state = cms.state();
        Sync second = site("killed-" + number, cms, store);

        second.resume();

        assertThat(cms.state()).isEqualTo(state);
        Plan plan = second.plans(new TargetName("killed-" + number)).get(0);
        apply(second, plan);
        MemoryCms undisturbed = new MemoryCms();
        upgrade(site("calm-" + number, undisturbed, store), undisturbed);
        assertThat(cms.state()).isEqualTo(undisturbed.state());
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void anUndoGoesOnToTheSameEnd(Death death) throws IOException {
        MemoryCms undisturbed = new MemoryCms();
        Sync calm = site("calm-" + number, undisturbed, store);
        RunId run = upgrade(calm, undisturbed);
        calm.undo(run, "tester");

        MemoryCms cms = new MemoryCms();
        Dying dying = new Dying();
        Sync first = site("killed-" + number, cms, dying.over(store));
        RunId applied = upgrade(first, cms);
        boolean died = false;
        arm(death, cms, dying);
        try {
            first.undo(applied, "tester");
        } catch (MemoryCms.Killed e) {
            died = true;
        }
        cms.live();
        dying.live();
        site("killed-" + number, cms, store).resume();

        assertThat(died || !death.inCms()).isTrue();
        assertThat(cms.state()).isEqualTo(undisturbed.state());
    }

    private static Sync site(String name, MemoryCms cms, SyncStore store) {
        Target target =
                new Target(
                        new TargetName(name),
                        "memory",
                        URI.create("https://cms.example"),
                        Set.of(LEG_CRAMPS),
                        Set.of(),
                        Set.of(),
                        ItemStatus.LIVE,
                        new UpdatePolicy.Ask(),
                        false,
                        Optional.empty());
        return new Sync(
                registry,
                new Targets(List.of(new Targets.Bound(target, cms))),
                store,
                Runnable::run,
                InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z")),
                "server of " + System.identityHashCode(cms));
    }

    private static RunId upgrade(Sync sync, MemoryCms cms) throws IOException {
        return upgrade(sync, cms, new Death(true, Integer.MAX_VALUE / 2, true), new Dying());
    }

    /** 1.0.0 in, edits by hand, 1.1.0 in with one decision; death is armed before the last step. */
    private static RunId upgrade(Sync sync, MemoryCms cms, Death death, Dying dying)
            throws IOException {
        TargetName site = sync.targets().get(0).name();
        apply(sync, plan(sync, site, "1.0.0"));
        String post = cms.only().id();
        cms.editSection(post, "pregnancy", text -> text + "We have a class on Tuesdays.\n");
        cms.editSection(post, "dehydration", text -> "## Dehydration\n\nDrink.\n");
        cms.addOwn(post, 3, "Our clinic is open on Saturdays.");
        Plan plan = plan(sync, site, "1.1.0");
        for (PlanItem item : plan.items()) {
            for (Step step : item.undecided()) {
                plan =
                        ((Sync.DecideResult.Decided)
                                        sync.decide(
                                                plan.id(),
                                                plan.digest(),
                                                List.of(
                                                        new Sync.Wanted(
                                                                item.key(),
                                                                step.place(),
                                                                new Choice.KeepLocal(),
                                                                "A. Editor",
                                                                "shorter")),
                                                "tester"))
                                .plan();
            }
        }
        arm(death, cms, dying);
        return apply(sync, plan);
    }

    private static void arm(Death death, MemoryCms cms, Dying dying) {
        if (death.inCms()) {
            cms.dieAt(death.write(), death.before());
        } else {
            dying.dieAt(death.write(), death.before());
        }
    }

    private static Plan plan(Sync sync, TargetName site, String version) throws IOException {
        return ((Sync.PlanResult.Planned)
                        sync.plan(
                                site,
                                LEG_CRAMPS,
                                new Selector.Exact(new Version(version)),
                                "tester"))
                .plan();
    }

    private static RunId apply(Sync sync, Plan plan) throws IOException {
        return ((Sync.ApplyResult.Started) sync.apply(plan.id(), plan.digest(), "tester"))
                .run()
                .id();
    }

    /** Dies around the n-th write to the journal. */
    private static final class Dying {

        private static final Set<String> WRITES = Set.of("begin", "journal", "settle", "finish");

        private int writes;
        private int diesAt = -1;
        private boolean before;

        void dieAt(int write, boolean before) {
            diesAt = writes + write;
            this.before = before;
        }

        void live() {
            diesAt = -1;
        }

        SyncStore over(SyncStore store) {
            return (SyncStore)
                    Proxy.newProxyInstance(
                            SyncStore.class.getClassLoader(),
                            new Class<?>[] {SyncStore.class},
                            (proxy, method, arguments) -> {
                                boolean isWrite = WRITES.contains(method.getName());
                                writes += isWrite ? 1 : 0;
                                boolean dies = isWrite && writes == diesAt;
                                if (dies && before) {
                                    throw new MemoryCms.Killed();
                                }
                                try {
                                    Object result = method.invoke(store, arguments);
                                    if (dies) {
                                        throw new MemoryCms.Killed();
                                    }
                                    return result;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }
}

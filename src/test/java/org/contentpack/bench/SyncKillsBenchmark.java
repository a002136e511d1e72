package org.contentpack.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.cms.CmsHands.Seen;
import org.contentpack.cms.ContractPacks;
import org.contentpack.cms.ContractTarget;
import org.contentpack.cms.EngineDeath;
import org.contentpack.cms.EngineProcess;
import org.contentpack.cms.WordPressHands;
import org.contentpack.sync.Connector;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;

/**
 * A JVM that upgrades a real WordPress is killed at random points, each time from the same state;
 * another goes on with its run. Prints rows of Markdown; fails where the end is not that of an
 * undisturbed run.
 */
final class SyncKillsBenchmark {

    private final int kills;
    private final long seed;
    private final SyncSite<WordPressHands> site;
    private final Path prepared;
    private final Target target;
    private final Connector connector;
    private final List<String> failures = new ArrayList<>();
    private List<String> undisturbed = List.of();
    private int requests;

    private SyncKillsBenchmark(int kills, long seed, SyncSite<WordPressHands> site) {
        this.kills = kills;
        this.seed = seed;
        this.site = site;
        this.prepared = site.folder.resolve("prepared");
        this.target =
                ContractTarget.of(site.cms.kind(), site.proxy.url(), Set.of(SyncFixture.GARDEN));
        this.connector = site.connector(target);
    }

    /** Arguments: how many kills, seed. */
    public static void main(String[] arguments) throws Exception {
        try (SyncSite<WordPressHands> site = SyncSite.open()) {
            new SyncKillsBenchmark(
                            Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), site)
                    .run();
        }
    }

    private void run() throws Exception {
        prepare();
        Map<String, Integer> ends = new TreeMap<>();
        Map<EngineDeath.Moment, Integer> moments = new TreeMap<>();
        Random random = new Random(seed);
        Path store = copy(0);
        EngineProcess engine = engine(store);
        try {
            for (int kill = 1; kill <= kills; kill++) {
                // The next JVM starts while this one is killed and its run goes on elsewhere.
                Path nextStore = copy(kill);
                EngineProcess next = engine(nextStore);
                site.cms.reset();
                EngineDeath.Point point = EngineDeath.point(random, requests);
                engine.ready();
                boolean wasKilled = EngineDeath.kill(engine, site.proxy, point);
                engine.close();
                moments.merge(point.moment(), 1, Integer::sum);
                ends.merge(wasKilled ? goOn(store, point) : "done before", 1, Integer::sum);
                check(store, point);
                SyncSite.delete(store);
                store = nextStore;
                engine = next;
            }
        } finally {
            engine.close();
        }
        report(ends, moments);
        if (!failures.isEmpty()) {
            failures.forEach(System.err::println);
            throw new IllegalStateException(failures.size() + " failures");
        }
    }

    /** 1.0.0 in, edits by hand, 1.1.0 planned: kept, and the end of an undisturbed run. */
    private void prepare() throws Exception {
        try (SyncFixture it = SyncFixture.in(prepared, connector, target)) {
            it.publish(SyncFixture.garden());
            it.publish(ContractPacks.nextGarden());
            Run run = it.apply(it.plan(SyncFixture.GARDEN, "1.0.0"));
            String basil = run.items().get(0).item().orElseThrow();
            String mint = run.items().get(1).item().orElseThrow();
            site.cms.replace(mint, "Leave the rim above", "Anna leaves the rim above");
            site.cms.addOwn(basil, "light", "Our clinic is open on Saturdays.");
            site.cms.setCategory(basil, "herbs");
            it.plan(SyncFixture.GARDEN, "1.1.0");
        }
        site.cms.keep();
        Path calm = copy(-1);
        try (SyncFixture it = SyncFixture.in(calm, connector, target)) {
            Plan plan = it.sync.plans(SyncFixture.SITE).get(0);
            site.proxy.forget();
            it.apply(plan);
            requests = site.proxy.requests().size();
        }
        undisturbed = everything();
    }

    private Path copy(int number) throws Exception {
        Path copy = Files.createDirectories(site.folder.resolve("kill-" + number));
        Files.copy(prepared.resolve("registry.mv.db"), copy.resolve("registry.mv.db"));
        return copy;
    }

    private EngineProcess engine(Path store) throws Exception {
        return EngineProcess.start(store, site.cms.kind(), site.proxy.url(), site.cms.options());
    }

    private List<String> everything() throws Exception {
        List<String> all = new ArrayList<>();
        for (Seen seen : site.cms.seeAll().values()) {
            all.add(seen.toString());
        }
        all.sort(null);
        all.addAll(site.cms.pictures());
        return all;
    }

    /** Another server goes on with the run; where there was none yet, a person applies again. */
    private String goOn(Path store, EngineDeath.Point point) throws Exception {
        try (SyncFixture it =
                SyncFixture.in(store, connector, target, EngineDeath.AFTER_THE_LEASE)) {
            boolean hadBegun = it.sync.runs(SyncFixture.SITE).get(0).state() == Run.State.RUNNING;
            boolean wasWriting =
                    hadBegun
                            && it.sync
                                            .run(it.sync.runs(SyncFixture.SITE).get(0).id())
                                            .orElseThrow()
                                            .count(RunItem.State.WRITING)
                                    > 0;
            it.sync.resume();
            Run newest = it.sync.runs(SyncFixture.SITE).get(0);
            if (newest.state() != Run.State.FINISHED) {
                failures.add(point + ": the run is " + newest.state().id());
            }
            if (!hadBegun && it.sync.plans(SyncFixture.SITE).get(0).run().isEmpty()) {
                it.apply(it.sync.plans(SyncFixture.SITE).get(0));
                return "before the run was kept";
            }
            return hadBegun
                    ? wasWriting ? "while an item was written" : "between two items"
                    : "after the last item";
        }
    }

    private void check(Path store, EngineDeath.Point point) throws Exception {
        List<String> now = everything();
        if (!now.equals(undisturbed)) {
            failures.add(point + ": the end is another:\n" + String.join("\n", now));
        }
        try (SyncFixture it =
                SyncFixture.in(store, connector, target, EngineDeath.AFTER_THE_LEASE)) {
            site.proxy.forget();
            it.apply(it.plan(SyncFixture.GARDEN, "1.1.0"));
            if (site.proxy.writes() > 0) {
                failures.add(point + ": applying again writes " + site.proxy.counts());
            }
        }
    }

    private void report(Map<String, Integer> ends, Map<EngineDeath.Moment, Integer> moments) {
        System.out.println("| killed | times | item twice, edit lost, or another end |");
        System.out.println("|---|---|---|");
        ends.forEach((end, times) -> System.out.printf(Locale.ROOT, "| %s | %d | |%n", end, times));
        System.out.printf(
                Locale.ROOT,
                "| **all**, all against WordPress | %d | **%d** |%n%n",
                kills,
                failures.size());
        System.out.printf(
                Locale.ROOT,
                "Seed %d. The apply makes %d requests. %d died before the CMS heard of a request, %d"
                        + " when it had acted and nobody had heard its answer, %d up to 20 ms after"
                        + " an answer.%n",
                seed,
                requests,
                moments.getOrDefault(EngineDeath.Moment.BEFORE, 0),
                moments.getOrDefault(EngineDeath.Moment.AFTER, 0),
                moments.getOrDefault(EngineDeath.Moment.LATER, 0));
    }
}

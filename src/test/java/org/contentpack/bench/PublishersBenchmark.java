package org.contentpack.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;

/**
 * Eight publishers at once, each with every eighth release of tiny packs, which all share. Counts
 * what the feed of changes tells of them. Prints a row of a Markdown table, and fails where an
 * event is lost or told twice.
 */
final class PublishersBenchmark {

    private static final int PUBLISHERS = 8;
    private static final int PACKS = 16;

    private PublishersBenchmark() {}

    /** Argument: releases. */
    public static void main(String[] arguments) throws Exception {
        int releases = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("publishers-benchmark");
        try (Database database = Database.open(DatabaseSettings.fileIn(folder))) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            long nanos = Measured.time(() -> publish(registry, releases));
            check(TestRegistry.over(new DatabaseReleaseStore(database)), releases, nanos);
        } finally {
            RegisterBenchmark.delete(folder);
        }
    }

    private static void publish(Registry registry, int releases) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> publisher =
                () -> {
                    int published = 0;
                    for (int i = next.getAndIncrement(); i < releases; i = next.getAndIncrement()) {
                        String id = "pack-" + i % PACKS;
                        Stores.publish(registry, BenchPacks.pack(id, "1.0." + i / PACKS, 1));
                        published++;
                    }
                    return published;
                };
        ExecutorService pool = Executors.newFixedThreadPool(PUBLISHERS);
        try {
            int all = 0;
            for (Future<Integer> each :
                    pool.invokeAll(java.util.Collections.nCopies(PUBLISHERS, publisher))) {
                all += each.get();
            }
            if (all != releases) {
                throw new IllegalStateException("acknowledged: " + all);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void check(Registry registry, int releases, long nanos) throws Exception {
        List<Event> events = new ArrayList<>();
        List<Event> page = registry.changes(0, 1_000);
        while (!page.isEmpty()) {
            events.addAll(page);
            page = registry.changes(events.get(events.size() - 1).sequence(), 1_000);
        }
        Set<String> told = new TreeSet<>();
        int gaps = 0;
        for (int i = 0; i < events.size(); i++) {
            gaps += events.get(i).sequence() == i + 1 ? 0 : 1;
            told.add(((Change.Registered) events.get(i).change()).registration().id().toString());
        }
        int lost = releases - told.size();
        int doubled = events.size() - told.size();
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %,d | %,d | %d | %d | %d | %.0f |%n",
                PUBLISHERS,
                PACKS,
                releases,
                events.size(),
                lost,
                doubled,
                gaps,
                releases / (nanos / 1e9));
        if (lost != 0 || doubled != 0 || gaps != 0) {
            throw new IllegalStateException("events were lost, doubled or out of order");
        }
    }
}

package org.contentpack.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.contentpack.faults.LibertyProcess;

/**
 * The packaged application with a full store, against the same with an empty store and with ten
 * articles: how long it takes to start and to answer, and how much memory it has. Prints sections
 * of Markdown.
 */
final class ServerBenchmark {

    private static final int VERSIONS = 10;
    private static final int ARTICLES = 100;
    private static final int BLOCK = 200;

    private final int packs;
    private final int starts;
    private final int blocks;

    private ServerBenchmark(int packs, int starts, int blocks) {
        this.packs = packs;
        this.starts = starts;
        this.blocks = blocks;
    }

    /** Arguments: packs, starts, blocks of reads. */
    public static void main(String[] arguments) throws Exception {
        new ServerBenchmark(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]))
                .run();
    }

    private void run() throws Exception {
        String[] options = Servers.options();
        try (LibertyProcess empty = new LibertyProcess("bench-empty", options);
                LibertyProcess few = new LibertyProcess("bench-few", options);
                LibertyProcess full = new LibertyProcess("bench-full", options)) {
            fill(few, 1, 1, 10);
            fill(full, packs, VERSIONS, ARTICLES);
            starts(empty, full);
            few.start();
            full.start();
            reads(few, full);
            System.out.println();
            System.out.println("### Memory of the process");
            System.out.println();
            System.out.println("| server | options | after start and reads | most |");
            System.out.println("|---|---|---|---|");
            memory("ten articles", few, options);
            memory("full", full, options);
            Servers.stop(few);
            Servers.stop(full);
            smallHeap(full.data());
        }
    }

    private static void fill(LibertyProcess server, int packs, int versions, int articles)
            throws Exception {
        Servers.fill(
                server,
                registry -> {
                    for (int version = 0; version < versions; version++) {
                        for (int pack = 0; pack < packs; pack++) {
                            Stores.publish(
                                    registry,
                                    BenchPacks.pack("pack-" + pack, "1.0." + version, articles));
                        }
                    }
                });
    }

    private void starts(LibertyProcess empty, LibertyProcess full) throws Exception {
        start(empty);
        start(full);
        long[] withNothing = new long[starts];
        long[] withAll = new long[starts];
        for (int i = 0; i < starts; i++) {
            withNothing[i] = start(empty);
            withAll[i] = start(full);
        }
        Measured nothing = new Measured(withNothing);
        Measured all = new Measured(withAll);
        System.out.println("### Start until the first answer");
        System.out.println();
        System.out.println("| store | starts | median | against an empty store |");
        System.out.println("|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| the packs of the WAR only | %d | %s | 1.00 |%n",
                starts,
                Measured.millis(nothing.medianMillis()));
        System.out.printf(
                Locale.ROOT,
                "| %,d articles in %,d releases | %d | %s | %s |%n",
                packs * VERSIONS * ARTICLES,
                packs * VERSIONS,
                starts,
                Measured.millis(all.medianMillis()),
                all.ratioTo(nothing));
    }

    private static long start(LibertyProcess server) throws Exception {
        return Servers.timeStart(server, server::start);
    }

    /** Ready answers against ready ones, and answers made anew against such. */
    private void reads(LibertyProcess few, LibertyProcess full) throws Exception {
        Random random = new Random(20261126);
        Supplier<String> ten = () -> article("pack-0", 0, random.nextInt(10));
        Supplier<String> any =
                () ->
                        article(
                                "pack-" + random.nextInt(packs),
                                random.nextInt(VERSIONS),
                                random.nextInt(ARTICLES));
        List<Reads> all =
                List.of(
                        new Reads("ten articles", "these ten", "ready", few, ten),
                        new Reads("full", "ten", "ready", full, ten),
                        new Reads("ten articles", "these ten", "made anew", few, anew(ten)),
                        new Reads("full", "ten", "made anew", full, anew(ten)),
                        new Reads("full", "any, at random", "made anew", full, anew(any)));
        long[][] times = new long[all.size()][blocks * BLOCK];
        for (int i = 0; i < 5; i++) {
            for (Reads each : all) {
                block(each.server(), each.address(), new long[BLOCK], 0);
            }
        }
        for (int i = 0; i < blocks; i++) {
            for (int j = 0; j < all.size(); j++) {
                block(all.get(j).server(), all.get(j).address(), times[j], i * BLOCK);
            }
        }
        System.out.println();
        System.out.println("### Reading an article as JSON over HTTP, one client");
        System.out.println();
        System.out.println(
                "| store | articles asked for | answers | reads | p50 | against ten articles |");
        System.out.println("|---|---|---|---|---|---|");
        for (int i = 0; i < times.length; i++) {
            row(all.get(i), new Measured(times[i]), new Measured(times[i < 2 ? 0 : 2]));
        }
    }

    /** A series of reads. */
    private record Reads(
            String store,
            String asked,
            String answers,
            LibertyProcess server,
            Supplier<String> address) {}

    /** A parameter that means nothing makes each request one that never came before. */
    private static Supplier<String> anew(Supplier<String> address) {
        return () -> address.get() + "?fresh=" + System.nanoTime();
    }

    private static void row(Reads reads, Measured times, Measured base) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %,d | %s | %s |%n",
                reads.store(),
                reads.asked(),
                reads.answers(),
                times.nanos().length,
                Measured.millis(times.medianMillis()),
                times.ratioTo(base));
    }

    private static String article(String pack, int version, int article) {
        return "/api/packs/"
                + pack
                + "/versions/1.0."
                + version
                + "/articles/a"
                + article
                + ".json";
    }

    private static void block(
            LibertyProcess server, Supplier<String> address, long[] times, int from)
            throws Exception {
        for (int i = from; i < from + BLOCK; i++) {
            String target = address.get();
            times[i] =
                    Measured.time(
                            () -> {
                                HttpResponse<byte[]> answer = server.get(target);
                                if (answer.statusCode() != 200) {
                                    throw new IllegalStateException(target + ": " + answer);
                                }
                            });
        }
    }

    private static void memory(String name, LibertyProcess server, String[] options)
            throws IOException {
        System.out.printf(
                Locale.ROOT,
                "| %s | `%s` | %d MB | %d MB |%n",
                name,
                String.join(" ", options),
                server.residentBytes() / 1_000_000,
                server.peakBytes() / 1_000_000);
    }

    /** The full store once more with half the heap. */
    private void smallHeap(Path filled) throws Exception {
        String[] options =
                List.of(Servers.options()).stream()
                        .map(o -> o.startsWith("-Xmx") ? "-Xmx256m" : o)
                        .toArray(String[]::new);
        try (LibertyProcess small = new LibertyProcess("bench-small", options)) {
            Files.createDirectories(small.data());
            Files.copy(filled.resolve("registry.mv.db"), small.data().resolve("registry.mv.db"));
            small.start();
            Random random = new Random(1);
            for (int i = 0; i < blocks; i++) {
                block(
                        small,
                        () ->
                                article(
                                        "pack-" + random.nextInt(packs),
                                        random.nextInt(VERSIONS),
                                        random.nextInt(ARTICLES)),
                        new long[BLOCK],
                        0);
            }
            memory("full", small, options);
            Servers.stop(small);
        }
    }
}

package org.contentpack.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.contentpack.faults.LibertyProcess;
import org.contentpack.registry.Registry;
import org.contentpack.search.Search;
import org.contentpack.search.SearchRequest;
import org.contentpack.search.SearchResult;
import org.contentpack.search.SearchWords;

/**
 * Searches in many articles, in this process and over HTTP from this machine, and comparisons of
 * two releases of a hundred articles over HTTP. Prints sections of Markdown.
 */
final class SearchBenchmark {

    private static final int ARTICLES_OF_A_PACK = 100;
    private static final int HITS = 10;
    private static final String HERE = "in one process";

    /** Words more frequent than this say nothing and are asked for by nobody. */
    private static final int FIRST_RANK = 20;

    private final int articles;
    private final int seconds;

    private SearchBenchmark(int articles, int seconds) {
        this.articles = articles;
        this.seconds = seconds;
    }

    /** Arguments: articles, seconds of each measurement. */
    public static void main(String[] arguments) throws Exception {
        new SearchBenchmark(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private interface Asking {
        void ask(Random random) throws Exception;
    }

    private void run() throws Exception {
        try (LibertyProcess server = new LibertyProcess("bench-search", Servers.options())) {
            Path index = Files.createTempDirectory("search-benchmark");
            System.out.println(
                    "| where | clients | searches a second | p50 | p99 | processor time each |");
            System.out.println("|---|---|---|---|---|---|");
            try {
                Servers.fill(server, registry -> inProcess(registry, index));
            } finally {
                RegisterBenchmark.delete(index);
            }
            server.start();
            long built = Measured.time(() -> untilReady(server));
            for (int clients : new int[] {1, 8}) {
                measure("over HTTP, JSON", clients, random -> get(server, address(random)));
            }
            System.out.println();
            System.out.printf(
                    Locale.ROOT,
                    "%,d articles of about 2 kB in %,d entries; %d hits a search at most, each with"
                            + " an excerpt. After the server was ready, its index took %s to be"
                            + " whole.%n",
                    articles,
                    articles * 7,
                    HITS,
                    Measured.millis(built / 1e6));
            comparisons(server);
            Servers.stop(server);
        }
    }

    private void inProcess(Registry registry, Path index) throws Exception {
        for (int pack = 0; pack < articles / ARTICLES_OF_A_PACK; pack++) {
            Stores.publish(
                    registry, WordPacks.pack("pack-" + pack, "1.0.0", ARTICLES_OF_A_PACK, 0));
        }
        Stores.publish(registry, WordPacks.pack("pack-0", "1.0.1", ARTICLES_OF_A_PACK, 3));
        Stores.publish(registry, BenchPacks.pack("rewritten", "1.0.0", ARTICLES_OF_A_PACK));
        Stores.publish(registry, BenchPacks.pack("rewritten", "1.0.1", ARTICLES_OF_A_PACK));
        try (Search search = new Search(registry, index, Duration.ZERO)) {
            search.round();
            for (int clients : new int[] {1, 2}) {
                measure(HERE, clients, random -> find(search, random));
            }
        }
    }

    private static String words(Random random) {
        return WordPacks.word(WordPacks.rank(random, FIRST_RANK))
                + " "
                + WordPacks.word(WordPacks.rank(random, FIRST_RANK));
    }

    private static String address(Random random) {
        return "/api/search?limit=" + HITS + "&q=" + words(random).replace(" ", "+");
    }

    private static void find(Search search, Random random) throws IOException {
        SearchResult result =
                search.find(
                        new SearchRequest(
                                SearchWords.parse(words(random)).orElseThrow(),
                                new SearchRequest.Scope.Everywhere(),
                                SearchRequest.Filters.NONE,
                                HITS,
                                Optional.empty()));
        if (!(result instanceof SearchResult.Found)) {
            throw new IllegalStateException("not searched: " + result);
        }
    }

    private static HttpResponse<byte[]> get(LibertyProcess server, String target)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = server.get(target);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(target + ": " + answer);
        }
        return answer;
    }

    private static void untilReady(LibertyProcess server) throws Exception {
        while (server.get("/api/search?q=x").statusCode() == 503) {
            // The server tells when to come again; a benchmark asks more often.
            server.get("/api/packs?limit=1");
        }
    }

    private void measure(String where, int clients, Asking asking) throws Exception {
        ask(clients, asking);
        Asked asked = ask(clients, asking);
        long[] times = asked.nanos;
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %,d | %s | %s | %s |%n",
                where,
                clients,
                times.length / seconds,
                Measured.millis(times[times.length / 2] / 1e6),
                Measured.millis(times[(int) (times.length * 0.99)] / 1e6),
                where.equals(HERE)
                        ? Measured.millis(asked.processorNanos / 1e6 / times.length)
                        : "–");
    }

    /**
     * How long each took, and what all took of the processors: the figure that others on the
     * machine change least. Over HTTP it is the client's, and says nothing.
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Asked(long[] nanos, long processorNanos) {}

    private Asked ask(int clients, Asking asking) throws Exception {
        ThreadMXBean processors = ManagementFactory.getThreadMXBean();
        AtomicLong used = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Random random = new Random(client);
                all.add(
                        threads.submit(
                                () -> {
                                    List<Long> times = new ArrayList<>();
                                    long before = processors.getCurrentThreadCpuTime();
                                    while (System.nanoTime() < end) {
                                        times.add(Measured.time(() -> asking.ask(random)));
                                    }
                                    used.addAndGet(processors.getCurrentThreadCpuTime() - before);
                                    return times;
                                }));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> each : all) {
                times.addAll(each.get());
            }
            return new Asked(times.stream().mapToLong(Long::longValue).toArray(), used.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void comparisons(LibertyProcess server) throws Exception {
        System.out.println();
        System.out.println("### Comparing two releases of 100 articles, over HTTP as JSON");
        System.out.println();
        System.out.println("Target: within 50 ms.");
        System.out.println();
        System.out.println("| releases | comparisons | p50 | longest | answer |");
        System.out.println("|---|---|---|---|---|");
        comparison(server, "three words added to each of 500 sections", "pack-0");
        comparison(server, "every word of 400 sections another", "rewritten");
    }

    private static void comparison(LibertyProcess server, String releases, String pack)
            throws Exception {
        String address = "/api/packs/" + pack + "/compare/1.0.0...1.0.1";
        int rounds = 40;
        long[] times = new long[rounds];
        int length = 0;
        for (int i = 0; i < rounds; i++) {
            length = get(server, address + "?warm-up=" + i).body().length;
        }
        for (int i = 0; i < rounds; i++) {
            // A parameter that nobody knows, so that no ready answer is given again.
            String fresh = address + "?round=" + i;
            times[i] = Measured.time(() -> get(server, fresh));
        }
        Measured measured = new Measured(times);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %,d kB |%n",
                releases,
                rounds,
                Measured.millis(measured.medianMillis()),
                Measured.millis(Arrays.stream(times).max().orElseThrow() / 1e6),
                length / 1000);
    }
}

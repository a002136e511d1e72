package org.contentpack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contentpack.cms.ContractTarget;
import org.contentpack.cms.FaultProxy;
import org.contentpack.cms.WordPressHands;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Connector;
import org.contentpack.sync.Item;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;

/**
 * A pack of many articles on a real WordPress: applying it against a bare loop of the same calls,
 * in turn within one run; planning it again against a bare loop of the same reads. Prints rows of
 * Markdown.
 */
final class SyncThousandBenchmark {

    private static final PackId PACK = new PackId("bench-many");

    /** Items that either side makes before the other has its turn. */
    private static final int TURN = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int articles;
    private final int rounds;
    private final SyncSite<WordPressHands> site;
    private final List<String> made = new ArrayList<>();
    private int barelyMade;
    private long bareNanos;
    private long pausedNanos;

    /** What the engine spent in its connector; the rest is its own, above all the journal. */
    private long connectorNanos;

    private SyncThousandBenchmark(int articles, int rounds, SyncSite<WordPressHands> site) {
        this.articles = articles;
        this.rounds = rounds;
        this.site = site;
    }

    /** Arguments: how many articles, rounds of planning. */
    public static void main(String[] arguments) throws Exception {
        try (SyncSite<WordPressHands> site = SyncSite.open()) {
            new SyncThousandBenchmark(
                            Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), site)
                    .run();
        }
    }

    private void run() throws Exception {
        Target direct = ContractTarget.of(site.cms.kind(), site.cms.url(), Set.of(PACK));
        Connector connector = site.connector(direct);
        try (SyncFixture it = SyncFixture.in(site.folder, inTurns(connector), direct)) {
            it.publish(BenchPacks.pack(PACK.value(), "1.0.0", articles));
            warm(it, connector);
            apply(it);
        }
        try (SyncFixture it = SyncFixture.in(site.folder, connector, direct)) {
            plan(it);
        }
    }

    /** What is loaded once is not measured. */
    private void warm(SyncFixture it, Connector connector) throws Exception {
        it.plan(PACK, "1.0.0");
        for (int i = 0; i < 20; i++) {
            connector.items(PACK);
            get("/wp/v2/posts?context=edit&per_page=1");
        }
    }

    private void apply(SyncFixture it) throws Exception {
        Plan plan = it.plan(PACK, "1.0.0");
        resetPeaks();
        connectorNanos = 0;
        long whole = System.nanoTime();
        Run run = it.apply(plan);
        whole = System.nanoTime() - whole - pausedNanos;
        long peak = peakHeap();
        long done = run.count(RunItem.State.DONE);
        if (done != articles) {
            throw new IllegalStateException("made " + done + " of " + articles);
        }
        bare();
        double engine = whole / 1e6 / articles;
        double bare = bareNanos / 1e6 / barelyMade;
        System.out.println(
                "| applying | items | each | of it in the connector | a bare loop of the same calls | ratio |"
                        + " peak of the heap |");
        System.out.println("|---|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %,d creates, in turns of %d | %d and %d | %s | %s | %s | **%.2f** | **%d MB** of at most"
                        + " %d MB |%n%n",
                articles,
                TURN,
                articles,
                barelyMade,
                Measured.millis(engine),
                Measured.millis(connectorNanos / 1e6 / articles),
                Measured.millis(bare),
                engine / bare,
                peak / 1_000_000,
                Runtime.getRuntime().maxMemory() / 1_000_000);
    }

    /** Lets the bare loop have its turn after every so many items. */
    private Connector inTurns(Connector connector) {
        return (Connector)
                Proxy.newProxyInstance(
                        Connector.class.getClassLoader(),
                        new Class<?>[] {Connector.class},
                        (proxy, method, arguments) -> {
                            long start = System.nanoTime();
                            try {
                                Object result = method.invoke(connector, arguments);
                                connectorNanos += System.nanoTime() - start;
                                if (method.getName().equals("create")) {
                                    made.add(((Item) result).id());
                                    if (made.size() % TURN == 0) {
                                        bare();
                                    }
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** What the connector sends for an item: made, saved once more for the history, read back. */
    private void bare() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<ObjectNode> bodies = new ArrayList<>();
        while (barelyMade + bodies.size() < made.size()) {
            bodies.add(body(made.get(barelyMade + bodies.size())));
        }
        long start = System.nanoTime();
        for (ObjectNode text : bodies) {
            ObjectNode body = text.deepCopy().put("status", "publish");
            String id = post("/wp/v2/posts", body).path("id").asText();
            post("/wp/v2/posts/" + id, text);
            get(
                    "/wp/v2/posts/"
                            + id
                            + "&context=edit&_fields=id,status,slug,title.raw,excerpt.raw,content.raw,"
                            + "meta,modified_gmt,tags");
        }
        bareNanos += System.nanoTime() - start;
        barelyMade += bodies.size();
        pausedNanos += System.nanoTime() - begun;
    }

    /** The same values under other names. */
    private ObjectNode body(String id) throws IOException, InterruptedException {
        JsonNode post = get("/wp/v2/posts/" + id + "&context=edit");
        ObjectNode body = JSON.createObjectNode();
        for (String field : List.of("title", "content", "excerpt")) {
            body.put(field, post.path(field).path("raw").asText());
        }
        body.put("slug", "bare-" + post.path("slug").asText());
        ObjectNode meta = body.putObject("meta");
        for (Map.Entry<String, JsonNode> each : post.path("meta").properties()) {
            if (each.getKey().startsWith("contentpack_") && !each.getValue().asText().isEmpty()) {
                meta.set(each.getKey(), each.getValue());
            }
        }
        meta.put("contentpack_pack", "bare");
        return body;
    }

    private JsonNode post(String route, ObjectNode body) throws IOException, InterruptedException {
        return send(
                request(route + "&context=edit&_fields=id")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        JSON.writeValueAsBytes(body))));
    }

    private JsonNode get(String route) throws IOException, InterruptedException {
        return send(request(route).GET());
    }

    private HttpRequest.Builder request(String route) {
        return HttpRequest.newBuilder(
                        URI.create(
                                site.cms.url() + "/?rest_route=" + route.replaceFirst("\\?", "&")))
                .header("Authorization", authorization());
    }

    private String authorization() {
        Map<String, String> options = site.cms.options();
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (options.get("user") + ":" + options.get("password"))
                                        .getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    private void plan(SyncFixture direct) throws Exception {
        Target counted = ContractTarget.of(site.cms.kind(), site.proxy.url(), Set.of(PACK));
        List<String> reads = new ArrayList<>();
        int requests;
        // What is asked is the same through the proxy.
        site.proxy.forget();
        Connector through = site.connector(counted);
        through.items(PACK);
        requests = site.proxy.requests().size();
        for (FaultProxy.Request request : site.proxy.requests()) {
            reads.add(request.target());
        }
        long[] planned = new long[rounds];
        long[] bare = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            planned[i] = Measured.time(() -> direct.plan(PACK, "1.0.0"));
            bare[i] =
                    Measured.time(
                            () -> {
                                for (String read : reads) {
                                    client.send(
                                            HttpRequest.newBuilder(
                                                            URI.create(site.cms.url() + read))
                                                    .header("Authorization", authorization())
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofByteArray());
                                }
                            });
        }
        System.out.println("| planning | read requests | rounds | planned | bare reads | ratio |");
        System.out.println("|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %,d articles that are there | **%d** | %d | %s | %s | **%s** |%n",
                articles,
                requests,
                rounds,
                Measured.millis(new Measured(planned).medianMillis()),
                Measured.millis(new Measured(bare).medianMillis()),
                new Measured(planned).ratioTo(new Measured(bare)));
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The peaks of all pools of the heap together, which never all came at once. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}

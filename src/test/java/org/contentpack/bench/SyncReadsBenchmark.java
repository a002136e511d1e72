package org.contentpack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.contentpack.cms.WordPressHands;
import org.contentpack.faults.LibertyProcess;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.SyncFixture;

/**
 * The processor time of one reader's request for the same article: from the packaged application on
 * Open Liberty, and from WordPress. Prints rows of Markdown.
 */
final class SyncReadsBenchmark {

    private static final String ARTICLE = "what-causes-leg-cramps-at-night";

    private final int requests;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SyncReadsBenchmark(int requests) {
        this.requests = requests;
    }

    /** Arguments: requests of each kind that are measured. */
    public static void main(String[] arguments) throws Exception {
        new SyncReadsBenchmark(Integer.parseInt(arguments[0])).run();
    }

    private void run() throws Exception {
        String[] options =
                Files.readAllLines(Path.of("jvm.options")).stream()
                        .filter(line -> line.startsWith("-"))
                        .toArray(String[]::new);
        try (SyncSite<WordPressHands> site = SyncSite.open();
                LibertyProcess server = new LibertyProcess("bench-reads", options)) {
            String post = imported(site);
            server.start();
            System.out.println(
                    "| the same article | from | requests | processor time each | bytes | against"
                            + " WordPress |");
            System.out.println("|---|---|---|---|---|---|");
            List<ProcessHandle> wordpress = site.cms.site().processes();
            List<ProcessHandle> liberty = List.of(server.process());
            String ours = "http://127.0.0.1:" + server.port() + "/api/packs/leg-cramps-at-night";
            String article = ours + "/versions/1.1.0/articles/" + ARTICLE;
            Cost theirPage =
                    cost(site.cms.url() + "/" + ARTICLE + "/", wordpress, requests, requests / 10);
            Cost ourPage = cost(article + ".html", liberty, requests * 4, requests * 4);
            Cost theirJson =
                    cost(
                            site.cms.url() + "/wp-json/wp/v2/posts/" + post,
                            wordpress,
                            requests,
                            requests / 10);
            Cost ourJson = cost(article + ".json", liberty, requests * 4, requests * 4);
            row("a page for readers", "WordPress", theirPage, theirPage);
            row("a page for readers", "this server", ourPage, theirPage);
            row("JSON", "WordPress", theirJson, theirJson);
            row("JSON", "this server", ourJson, theirJson);
        }
    }

    private static String imported(SyncSite<WordPressHands> site) throws Exception {
        try (SyncFixture it = site.counted(SyncFixture.LEG_CRAMPS)) {
            it.publishLegCramps("1.1.0");
            String post =
                    it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.1.0"))
                            .items()
                            .get(0)
                            .item()
                            .orElseThrow();
            site.cms.setStatus(post, ItemStatus.LIVE);
            return post;
        }
    }

    /**
     * Processor time of one request.
     *
     * @param bytes of the answer
     */
    private record Cost(int requests, double millis, int bytes) {}

    private Cost cost(String address, List<ProcessHandle> processes, int times, int before)
            throws Exception {
        int bytes = 0;
        for (int i = 0; i < before; i++) {
            bytes = get(address);
        }
        long start = ticks(processes);
        for (int i = 0; i < times; i++) {
            bytes = get(address);
        }
        return new Cost(times, (ticks(processes) - start) * 10.0 / times, bytes);
    }

    private int get(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() != 200 || !text.contains("Take these steps in order")) {
            throw new IOException("not the article: " + answer);
        }
        return answer.body().length;
    }

    /** User and system time of processes in hundredths of a second, as Linux counts them. */
    private static long ticks(List<ProcessHandle> processes) throws IOException {
        long ticks = 0;
        for (ProcessHandle process : processes) {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The name, in brackets, may have spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        }
        return ticks;
    }

    private static void row(String what, String from, Cost cost, Cost other) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | **%s** | %,d | %.3f |%n",
                what,
                from,
                cost.requests(),
                Measured.millis(cost.millis()),
                cost.bytes(),
                cost.millis() / other.millis());
    }
}

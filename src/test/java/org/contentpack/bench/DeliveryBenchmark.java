package org.contentpack.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contentpack.faults.LibertyProcess;
import org.contentpack.registry.Registry;

/**
 * Answers of the packaged application against the same bytes from a bare servlet in the same server
 * and from nginx, each in turn within one run. Prints sections of Markdown.
 */
final class DeliveryBenchmark {

    private static final int PACKS = 100;
    private static final int ARTICLES = 100;

    private static final String ARTICLE =
            "/api/packs/leg-cramps-at-night/versions/1.1.0/articles/what-causes-leg-cramps-at-night";

    /** What the container adds itself. */
    private static final Set<String> OWN =
            Set.of("date", "x-request-id", "connection", "transfer-encoding", "content-length");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int rounds;
    private final int seconds;
    private final int starts;
    private final Path folder;

    private DeliveryBenchmark(int rounds, int seconds, int starts) throws IOException {
        this.rounds = rounds;
        this.seconds = seconds;
        this.starts = starts;
        this.folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "delivery");
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
    }

    /** Arguments: rounds, seconds of each run, starts. */
    public static void main(String[] arguments) throws Exception {
        new DeliveryBenchmark(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]))
                .run();
    }

    /** One kind of answer, at its three places. */
    private record Case(String name, Wrk.Target ours, Wrk.Target bare, Wrk.Target nginx) {}

    private void run() throws Exception {
        String[] options = Servers.options();
        byte[] bareWar = bareWar();
        try (LibertyProcess server = new LibertyProcess("bench-delivery", options)) {
            Servers.fill(server, DeliveryBenchmark::fill);
            server.deploy("bare.war", bareWar);
            server.set(BareServlet.FOLDER, folder.toAbsolutePath().toString());
            // Enough for what is asked again and again, and too little for ten thousand articles.
            server.set("contentpack.ready.megabytes", "1");
            server.start();
            prepare(server.port());
            Servers.stop(server);
            server.start();
            try (Nginx nginx = Nginx.of(folder)) {
                table(cases(server.port(), nginx.port()));
            }
            cold(server.port(), "in turn, from files");
            Servers.stop(server);
            server.set("contentpack.ready.file.megabytes", "0");
            server.start();
            cold(server.port(), "in turn, each made anew");
        }
        starts(options, bareWar);
        SyncSite.delete(folder);
    }

    private static void fill(Registry registry) throws IOException {
        for (int pack = 0; pack < PACKS; pack++) {
            Stores.publish(registry, BenchPacks.pack("pack-" + pack, "1.0.0", ARTICLES));
        }
    }

    /** A web application with one servlet and nothing else. */
    private static byte[] bareWar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream war = new ZipOutputStream(bytes)) {
            for (String name : List.of("BareServlet", "BareServlet$Ready")) {
                String path = "org/contentpack/bench/" + name + ".class";
                try (InputStream in = DeliveryBenchmark.class.getResourceAsStream("/" + path)) {
                    war.putNextEntry(new ZipEntry("WEB-INF/classes/" + path));
                    in.transferTo(war);
                }
            }
            war.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
            war.write(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.1">
                      <servlet>
                        <servlet-name>bare</servlet-name>
                        <servlet-class>org.contentpack.bench.BareServlet</servlet-class>
                      </servlet>
                      <servlet-mapping>
                        <servlet-name>bare</servlet-name>
                        <url-pattern>/*</url-pattern>
                      </servlet-mapping>
                    </web-app>
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private HttpResponse<byte[]> get(int port, String path, String... fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        for (String field : fields) {
            String[] pair = field.split(": ", 2);
            request.header(pair[0], pair[1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Keeps the application's own answers for the others to send. */
    private void prepare(int port) throws IOException, InterruptedException {
        HttpResponse<byte[]> article = get(port, ARTICLE + ".json?lang=en");
        keep("article", article);
        keep("gzip", get(port, ARTICLE + ".json?lang=en", "Accept-Encoding: gzip"));
        keep("section", get(port, ARTICLE + "/sections/dehydration.json?lang=en"));
        keep(
                "known",
                get(
                        port,
                        ARTICLE + ".json?lang=en",
                        "If-None-Match: " + article.headers().firstValue("ETag").orElseThrow()));
        keep("redirect", get(port, "/api/packs/leg-cramps-at-night/versions/%5E1.0"));
        keep("cold", get(port, "/api/packs/pack-0/versions/1.0.0/articles/a0.json"));
        Files.copy(folder.resolve("article.body"), folder.resolve("article"));
        Files.copy(folder.resolve("section.body"), folder.resolve("section"));
        Files.copy(folder.resolve("gzip.body"), folder.resolve("article.gz"));
    }

    private void keep(String name, HttpResponse<byte[]> answer) throws IOException {
        List<String> head = new ArrayList<>(List.of(Integer.toString(answer.statusCode())));
        for (Map.Entry<String, List<String>> field : answer.headers().map().entrySet()) {
            if (!OWN.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                field.getValue().forEach(value -> head.add(field.getKey() + ": " + value));
            }
        }
        if (answer.statusCode() == 200) {
            head.add("Content-Length: " + answer.body().length);
        }
        Files.write(folder.resolve(name + ".head"), head);
        Files.write(folder.resolve(name + ".body"), answer.body());
    }

    private List<Case> cases(int port, int nginx) throws IOException, InterruptedException {
        String article = ARTICLE + ".json?lang=en";
        String tag = "If-None-Match: " + tag(port, article);
        return List.of(
                new Case(
                        "article, JSON",
                        Wrk.Target.of(port, article),
                        Wrk.Target.of(port, "/bare/article"),
                        Wrk.Target.of(nginx, "/article")),
                new Case(
                        "the same in gzip",
                        Wrk.Target.of(port, article, "Accept-Encoding: gzip"),
                        Wrk.Target.of(port, "/bare/gzip"),
                        Wrk.Target.of(nginx, "/article", "Accept-Encoding: gzip")),
                new Case(
                        "the same where the client has it (304)",
                        Wrk.Target.of(port, article, tag),
                        Wrk.Target.of(port, "/bare/known"),
                        Wrk.Target.of(
                                nginx, "/article", "If-None-Match: " + tag(nginx, "/article"))),
                new Case(
                        "section, JSON",
                        Wrk.Target.of(port, ARTICLE + "/sections/dehydration.json?lang=en"),
                        Wrk.Target.of(port, "/bare/section"),
                        Wrk.Target.of(nginx, "/section")),
                new Case(
                        "redirect of a range",
                        Wrk.Target.of(port, "/api/packs/leg-cramps-at-night/versions/%5E1.0"),
                        Wrk.Target.of(port, "/bare/redirect"),
                        Wrk.Target.of(nginx, "/redirect")));
    }

    private String tag(int port, String path) throws IOException, InterruptedException {
        return get(port, path).headers().firstValue("ETag").orElseThrow();
    }

    private void table(List<Case> cases) throws IOException, InterruptedException {
        System.out.println(
                "| answer | this server | bare servlet | nginx | of the servlet | of nginx |"
                        + " p99 here | p99 nginx |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Case each : cases) {
            Wrk.run(each.ours(), seconds);
            Wrk.run(each.bare(), seconds);
            double[][] rates = new double[3][rounds];
            double[][] slowest = new double[3][rounds];
            for (int round = 0; round < rounds; round++) {
                List<Wrk.Target> targets = List.of(each.ours(), each.bare(), each.nginx());
                for (int i = 0; i < targets.size(); i++) {
                    Wrk.Load load = Wrk.run(targets.get(i), seconds);
                    rates[i][round] = load.requestsPerSecond();
                    slowest[i][round] = load.p99Millis();
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f/s | %,.0f/s | %,.0f/s | **%.2f** | %.2f | %.1f ms | %.1f ms |%n",
                    each.name(),
                    median(rates[0]),
                    median(rates[1]),
                    median(rates[2]),
                    median(rates[0]) / median(rates[1]),
                    median(rates[0]) / median(rates[2]),
                    median(slowest[0]),
                    median(slowest[2]));
        }
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Path script(String lua) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "wrk", ".lua"), lua);
    }

    private void cold(int port, String how) throws IOException, InterruptedException {
        Path script =
                script(
                        """
                        local n = 0
                        request = function()
                          n = n + 1
                          local path = string.format(
                            "/api/packs/pack-%%d/versions/1.0.0/articles/a%%d.json",
                            n %% %1$d, math.floor(n / %1$d) %% %2$d)
                          return wrk.format("GET", path)
                        end
                        """
                                .formatted(PACKS, ARTICLES));
        Wrk.Target ours = Wrk.Target.of(port, "/").chosenBy(script);
        Wrk.Target bare = Wrk.Target.of(port, "/bare/cold");
        // Once through all of them.
        Wrk.run(ours, 4 * seconds);
        Wrk.run(bare, seconds);
        double[] cold = new double[rounds];
        double[] base = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            cold[round] = Wrk.run(ours, seconds).requestsPerSecond();
            base[round] = Wrk.run(bare, seconds).requestsPerSecond();
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d articles %s | %,.0f/s | %,.0f/s | | **%.2f** | | | |%n",
                PACKS * ARTICLES,
                how,
                median(cold),
                median(base),
                median(cold) / median(base));
    }

    private void starts(String[] options, byte[] bareWar) throws Exception {
        long[] ours = new long[starts];
        long[] bare = new long[starts];
        try (LibertyProcess server = new LibertyProcess("bench-start", options);
                LibertyProcess empty = new LibertyProcess("bench-start-bare", options)) {
            empty.deployNothingElse();
            empty.deploy("bare.war", bareWar);
            empty.set(BareServlet.FOLDER, folder.toAbsolutePath().toString());
            start(server, ARTICLE + ".json");
            start(empty, "/bare/article");
            for (int i = 0; i < starts; i++) {
                ours[i] = start(server, ARTICLE + ".json");
                bare[i] = start(empty, "/bare/article");
            }
        }
        System.out.println();
        System.out.println("| first answer after the start of | starts | median | ratio |");
        System.out.println("|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| the same features with the bare servlet | %d | %s | 1.00 |%n",
                starts,
                Measured.millis(new Measured(bare).medianMillis()));
        System.out.printf(
                Locale.ROOT,
                "| this server | %d | %s | **%s** |%n",
                starts,
                Measured.millis(new Measured(ours).medianMillis()),
                new Measured(ours).ratioTo(new Measured(bare)));
    }

    private static long start(LibertyProcess server, String target) throws Exception {
        return Servers.timeStart(server, () -> server.startUntilItAnswers(target));
    }
}

package org.contentpack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.export.PackView;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.PackReading;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Resolution;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestPack;
import org.contentpack.registry.TestRegistry;
import org.contentpack.render.ArticleMarkdown;
import org.contentpack.render.ArticlePage;
import org.contentpack.render.LinkedData;
import org.contentpack.render.PageContext;
import org.contentpack.storage.InMemoryReleaseStore;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;
import org.contentpack.validation.ValidationResult;
import org.contentpack.version.Selector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One operation of each kind that the server is made of, in one JVM and without a server: what it
 * takes, and what it allocates. Prints rows of a table in Markdown.
 *
 * <p>Where the code for it comes from is told in {@code bench/run}: the ordinary build compiles
 * this class and generates nothing.
 *
 * @see <a href="https://github.com/openjdk/jmh">JMH</a>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OperationsBenchmark {

    /** The operations by method, as they are called in the table. */
    private static final Map<String, String> NAMES =
            new TreeMap<>(
                    Map.of(
                            "parsePack", "parse: a pack of two languages into documents",
                            "validatePack", "validate: the same pack with all rules",
                            "renderHtml", "render: an article as HTML",
                            "renderMarkdown", "render: an article as Markdown",
                            "renderLinkedData", "render: an article as JSON-LD, before writing",
                            "digestMegabyte", "digest: SHA-256 of 1 MiB",
                            "resolveExact", "selector: an exact version among 200 releases",
                            "resolveRange", "selector: a range that the lowest of 200 fits",
                            "resolveLatest", "selector: latest of 200 releases"));

    private static final int RELEASES = 200;

    /** A released pack, its files in memory. */
    @State(Scope.Benchmark)
    public static class Pack {

        final InMemoryPackFiles files;
        final PackDocumentReader reader =
                new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT);
        final PackValidation validation = new PackValidation(reader, PackRules.builtIn());
        final PackView view;
        final ArticleHead head;
        final Article article;
        final PageContext context;

        public Pack() {
            try {
                files =
                        InMemoryPackFiles.ofFolder(
                                Path.of("content-pack/leg-cramps-at-night/1.1.0"));
                view = PackView.of(files);
                head = view.release().articles().get(0);
                article = view.article(head);
                context =
                        new PageContext(
                                view.release(), view.addresses(), Optional.empty(), List.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A mebibyte of random bytes. */
    @State(Scope.Benchmark)
    public static class Bytes {

        final byte[] bytes = new byte[1 << 20];

        public Bytes() {
            new Random(7).nextBytes(bytes);
        }
    }

    /** The history of a pack with many releases. */
    @State(Scope.Benchmark)
    public static class History {

        final PackHistory history;

        public History() {
            Registry registry = TestRegistry.over(new InMemoryReleaseStore());
            try {
                for (int i = 0; i < RELEASES; i++) {
                    TestPack pack =
                            new TestPack("many-releases", "1." + i + ".0")
                                    .article("knots", "en", "Knots", "", "Text " + i + ".");
                    PublishResult result =
                            registry.publish(
                                    new Submission(pack.files(), List.of(), Actor.BUILT_IN));
                    if (!(result instanceof PublishResult.Published)) {
                        throw new IllegalStateException(result.toString());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            history = registry.history(new PackId("many-releases"));
        }
    }

    @Benchmark
    public PackReading parsePack(Pack pack) throws IOException {
        return pack.reader.read(pack.files);
    }

    @Benchmark
    public ValidationResult validatePack(Pack pack) throws IOException {
        return pack.validation.validate(pack.files, List.of(), (id, version) -> Optional.empty());
    }

    @Benchmark
    public String renderHtml(Pack pack) {
        return new ArticlePage(pack.article, pack.view.status(pack.head), pack.context).html();
    }

    @Benchmark
    public String renderMarkdown(Pack pack) {
        return new ArticleMarkdown(
                        pack.article,
                        pack.view.release().manifest(),
                        pack.view.status(pack.head),
                        false,
                        pack.view.addresses())
                .document();
    }

    @Benchmark
    public Map<String, Object> renderLinkedData(Pack pack) {
        return new LinkedData(pack.article, pack.view.status(pack.head), pack.context).article();
    }

    @Benchmark
    public Digest digestMegabyte(Bytes bytes) {
        return Digest.of(bytes.bytes);
    }

    @Benchmark
    public Resolution resolveExact(History history) {
        return history.history.resolve(Selector.parse("1.0.0").orElseThrow());
    }

    @Benchmark
    public Resolution resolveRange(History history) {
        return history.history.resolve(Selector.parse("<1.1.0").orElseThrow());
    }

    @Benchmark
    public Resolution resolveLatest(History history) {
        return history.history.resolve(Selector.parse("latest").orElseThrow());
    }

    /** Arguments: forks, rounds in each, milliseconds of a round. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        TimeValue time = TimeValue.milliseconds(Long.parseLong(arguments[2]));
        Path log = Path.of("target", "bench-operations.log");
        for (RunResult result :
                new Runner(
                                new OptionsBuilder()
                                        .include(OperationsBenchmark.class.getName())
                                        .forks(Integer.parseInt(arguments[0]))
                                        .warmupIterations(rounds)
                                        .warmupTime(time)
                                        .measurementIterations(rounds)
                                        .measurementTime(time)
                                        .addProfiler(GCProfiler.class)
                                        .shouldFailOnError(true)
                                        .output(log.toString())
                                        .build())
                        .run()) {
            System.out.println(row(result));
        }
    }

    private static String row(RunResult result) {
        BenchmarkParams measured = result.getParams();
        String method =
                measured.getBenchmark().substring(measured.getBenchmark().lastIndexOf('.') + 1);
        String allocated =
                result.getSecondaryResults().keySet().stream()
                        .filter(name -> name.endsWith("gc.alloc.rate.norm"))
                        .findFirst()
                        .orElseThrow();
        double time = result.getPrimaryResult().getScore();
        return String.format(
                Locale.ROOT,
                "| %s | %,.2f µs | %s | %,.0f bytes |",
                NAMES.getOrDefault(method, method),
                time,
                error(result.getPrimaryResult().getScoreError() / time),
                result.getSecondaryResults().get(allocated).getScore());
    }

    /** Of fewer than three rounds JMH says none. */
    private static String error(double share) {
        return Double.isNaN(share)
                ? "unknown"
                : String.format(Locale.ROOT, "± %.0f %%", 100 * share);
    }
}

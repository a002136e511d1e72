package org.contentpack.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.ArticleHead;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;

/** The same work on a file of H2 and on PostgreSQL, in turn. Prints rows of a Markdown table. */
final class StoreBenchmark {

    private static final int ARTICLES = 20;

    private final Registry registry;
    private final Database database;
    private final List<Registration> registered = new ArrayList<>();
    private final List<Long> publishing = new ArrayList<>();
    private final List<Long> reading = new ArrayList<>();
    private final List<Long> starting = new ArrayList<>();

    private StoreBenchmark(DatabaseSettings settings) throws IOException {
        this.database = Database.open(settings);
        this.registry = TestRegistry.over(new DatabaseReleaseStore(database));
        registry.follow();
    }

    /** Argument: releases. */
    public static void main(String[] arguments) throws Exception {
        int releases = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("store-benchmark");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            StoreBenchmark h2 = new StoreBenchmark(DatabaseSettings.fileIn(folder));
            StoreBenchmark pg =
                    new StoreBenchmark(
                            new DatabaseSettings(
                                    postgres.getJdbcUrl("postgres", "postgres"),
                                    Optional.of("postgres"),
                                    Optional.of("postgres")));
            for (int i = 0; i < releases; i++) {
                PackFiles pack = BenchPacks.pack("pack-" + i % 10, "1.0." + i / 10, ARTICLES);
                h2.publish(pack);
                pg.publish(pack);
            }
            Random random = new Random(20261126);
            for (int i = 0; i < releases; i++) {
                int release = random.nextInt(releases);
                int article = random.nextInt(ARTICLES);
                h2.read(release, article);
                pg.read(release, article);
            }
            for (int i = 0; i < 5; i++) {
                h2.start();
                pg.start();
            }
            row("publish a release of " + ARTICLES + " articles", h2.publishing, pg.publishing);
            row("read an article that is not in memory", h2.reading, pg.reading);
            row("learn of all " + releases + " releases at start", h2.starting, pg.starting);
            h2.database.close();
            pg.database.close();
        } finally {
            RegisterBenchmark.delete(folder);
        }
    }

    private static void row(String work, List<Long> h2, List<Long> pg) {
        Measured onH2 = new Measured(h2.stream().mapToLong(n -> n).toArray());
        Measured onPg = new Measured(pg.stream().mapToLong(n -> n).toArray());
        System.out.println(
                "| "
                        + work
                        + " | "
                        + h2.size()
                        + " | "
                        + Measured.millis(onH2.medianMillis())
                        + " | "
                        + Measured.millis(onPg.medianMillis())
                        + " | "
                        + onPg.ratioTo(onH2)
                        + " |");
    }

    private void publish(PackFiles pack) throws Exception {
        publishing.add(Measured.time(() -> registered.add(Stores.publish(registry, pack))));
    }

    /** By a registry that has nothing in memory but what the store holds. */
    private void read(int release, int article) throws Exception {
        Registry cold = TestRegistry.over(new DatabaseReleaseStore(database));
        reading.add(
                Measured.time(
                        () -> {
                            ArticleHead head =
                                    cold.release(registered.get(release)).articles().get(article);
                            cold.article(head);
                        }));
    }

    private void start() throws Exception {
        Registry cold = TestRegistry.over(new DatabaseReleaseStore(database));
        starting.add(Measured.time(cold::follow));
    }
}

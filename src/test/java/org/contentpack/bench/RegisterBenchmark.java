package org.contentpack.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.archive.ZipReader;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.PackReading;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;

/**
 * Registering a large pack in a file of H2, against merely reading and parsing the same zip. Prints
 * a section of Markdown; fails where the heap that it was given is too small.
 */
final class RegisterBenchmark {

    private final Path folder;
    private final Path zip;
    private int stores;

    private RegisterBenchmark(Path folder) {
        this.folder = folder;
        this.zip = folder.resolve("pack.zip");
    }

    /** Arguments: articles, rounds. */
    public static void main(String[] arguments) throws Exception {
        int articles = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("register-benchmark");
        try {
            new RegisterBenchmark(folder).run(articles, rounds);
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(int articles, int rounds) throws Exception {
        try (OutputStream out = Files.newOutputStream(zip)) {
            CanonicalArchive.write(BenchPacks.pack("large-pack", "1.0.0", articles), out);
        }
        long[] read = new long[rounds];
        long[] registered = new long[rounds];
        if (rounds > 1) {
            Measured.time(this::readAndParse);
            Measured.time(this::register);
        }
        for (int i = 0; i < rounds; i++) {
            read[i] = Measured.time(this::readAndParse);
            registered[i] = Measured.time(this::register);
        }
        Measured reading = new Measured(read);
        Measured registering = new Measured(registered);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d kB | %d MB | %d | %s | %s | %s |%n",
                articles,
                Files.size(zip) / 1000,
                Runtime.getRuntime().maxMemory() >> 20,
                rounds,
                Measured.millis(reading.medianMillis()),
                Measured.millis(registering.medianMillis()),
                registering.ratioTo(reading));
    }

    private PackFiles open() throws IOException {
        return ((OpenResult.Opened) new ZipReader(Limits.DEFAULT).open(zip)).files();
    }

    private void readAndParse() throws IOException {
        try (PackFiles files = open()) {
            PackReading reading =
                    new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT)
                            .read(files);
            if (!reading.findings().isEmpty()) {
                throw new IllegalStateException(List.copyOf(reading.findings()).toString());
            }
        }
    }

    private void register() throws IOException {
        Path store = Files.createDirectory(folder.resolve("store-" + stores++));
        try (PackFiles files = open();
                Database database = Database.open(DatabaseSettings.fileIn(store))) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            Stores.publish(registry, files);
        }
    }
}

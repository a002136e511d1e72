package org.contentpack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.contentpack.faults.LibertyProcess;
import org.contentpack.registry.Registry;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;

/** What the benchmarks do with a server. */
final class Servers {

    private Servers() {}

    /** The options that are checked in. */
    static String[] options() throws IOException {
        return Files.readAllLines(Path.of("jvm.options")).stream()
                .filter(line -> line.startsWith("-"))
                .toArray(String[]::new);
    }

    /** Puts something into a store. */
    interface Filling {
        void into(Registry registry) throws Exception;
    }

    /** Fills the store of a server that does not run, without the server. */
    static void fill(LibertyProcess server, Filling filling) throws Exception {
        Files.createDirectories(server.data());
        try (Database database = Database.open(DatabaseSettings.fileIn(server.data()))) {
            filling.into(TestRegistry.over(new DatabaseReleaseStore(database)));
        }
    }

    /** The time of a start in nanoseconds; the server is stopped again. */
    static long timeStart(LibertyProcess server, Measured.Work start) throws Exception {
        long nanos = Measured.time(start);
        stop(server);
        return nanos;
    }

    static void stop(LibertyProcess server) throws InterruptedException {
        if (!server.terminate(Duration.ofSeconds(60))) {
            throw new IllegalStateException("the server does not stop");
        }
    }
}

package org.contentpack.e2e;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contentpack.cms.Command;
import org.contentpack.cms.NpmPackages;

/**
 * The checkers that {@code src/test/node} names, as npm installs them: once, below {@code target},
 * and again when the lock there changes. Needs {@code node} and {@code npm}; scripts of packages do
 * not run.
 */
final class NodeTools {

    private static final Path SOURCES = Path.of("src", "test", "node").toAbsolutePath();

    private static final Path HOME = Path.of("target", "node").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** No checker is to tell anybody that it was run; Lighthouse looks at the system's Chromium. */
    static final Map<String, String> QUIET =
            Map.of(
                    "REDOCLY_TELEMETRY",
                    "off",
                    "REDOCLY_SUPPRESS_UPDATE_NOTICE",
                    "true",
                    "CHROME_PATH",
                    Chromium.PROGRAM.toString());

    private NodeTools() {}

    /** A file of a package, which is installed now where it is not there yet. */
    static Path file(String inPackage) throws IOException, InterruptedException {
        install();
        return HOME.resolve("node_modules").resolve(inPackage);
    }

    /** A file that stands beside the list of packages, such as the rules of a checker. */
    static Path settings(String name) {
        return SOURCES.resolve(name);
    }

    /** Runs a script of a package to its end and gives what it printed. */
    static String run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", file(script).toString()));
        command.addAll(List.of(arguments));
        return Command.run(HOME, QUIET, PATIENCE, "", command);
    }

    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        try (FileChannel file =
                        FileChannel.open(
                                HOME.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IOException("no lock on " + HOME);
            }
            Path stamp = HOME.resolve("stamp");
            String wanted = Files.readString(SOURCES.resolve("package-lock.json"));
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
            }
            NpmPackages.install(SOURCES, HOME, PATIENCE);
            Files.writeString(stamp, wanted);
        }
    }
}

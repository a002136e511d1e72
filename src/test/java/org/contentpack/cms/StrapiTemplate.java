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
 * An installed Strapi that nobody runs, from which sites are copied. Its packages are installed
 * once, from npm, which takes minutes because one of them may be compiled.
 *
 * @param folder with {@code node_modules}
 * @param secret of the administrator and of its sessions, different at each making
 */
record StrapiTemplate(Path folder, String secret) {

    static final Path HOME = Path.of("target", "strapi").toAbsolutePath();

    /** Where the files that make a project stand. */
    static final Path SOURCES = Path.of("src", "test", "strapi").toAbsolutePath();

    private static final String PACKAGE = "package.json";

    /** Where a project has the pages for editors. */
    private static final String PAGES = "build";

    private static final Duration PATIENCE = Duration.ofMinutes(25);

    /** The template, made now if it is not there yet. Several processes may ask at once. */
    static synchronized StrapiTemplate get() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(HOME).resolve("template");
        Path stamp = folder.resolve("stamp");
        String wanted = Files.readString(SOURCES.resolve(PACKAGE));
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
        return new StrapiTemplate(folder, Files.readString(folder.resolve("secret")));
    }

    private static void make(Path folder) throws IOException, InterruptedException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.writeString(folder.resolve("secret"), HexFormat.of().formatHex(secret));
        Files.copy(SOURCES.resolve(PACKAGE), folder.resolve(PACKAGE));
        Command.run(
                folder,
                Map.of(),
                PATIENCE,
                "",
                List.of("npm", "install", "--no-audit", "--no-fund", "--loglevel=error"));
    }

    /**
     * Makes the files of a project in a folder: those of the tests, with the packages of this
     * template.
     */
    void project(Path site) throws IOException {
        Trees.copy(SOURCES, site);
        Files.createSymbolicLink(site.resolve("node_modules"), modules());
        Files.createDirectories(site.resolve("public/uploads"));
    }

    /** Puts the pages for editors into a project; they are made once, in a minute. */
    void addPages(Path site) throws IOException, InterruptedException {
        Path pages = folder.resolve(PAGES);
        if (!Files.exists(pages)) {
            Command.run(
                    site,
                    environment(site, 0),
                    PATIENCE,
                    "",
                    List.of("node", program().toString(), "build"));
            Files.move(site.resolve(PAGES), pages);
        }
        Files.createSymbolicLink(site.resolve(PAGES), pages);
    }

    private Path modules() {
        return folder.resolve("node_modules");
    }

    Path program() {
        return modules().resolve("@strapi/strapi/bin/strapi.js");
    }

    /** The settings of a site in a folder, which tells nobody of itself. */
    Map<String, String> environment(Path site, int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("NODE_ENV", "production");
        settings.put("CI", "1");
        settings.put("STRAPI_TELEMETRY_DISABLED", "1");
        settings.put("PORT", Integer.toString(port));
        settings.put("SECRET", secret);
        settings.put("ADMIN_USER", StrapiSite.USER);
        settings.put("ADMIN_PASSWORD", password());
        settings.put("TOKEN_FILE", site.resolve("tokens.json").toString());
        settings.put("SERVE_ADMIN", Boolean.toString(Files.exists(site.resolve(PAGES))));
        return settings;
    }

    /** With all kinds of characters that Strapi wants in one. */
    String password() {
        return "Aa1" + secret;
    }
}

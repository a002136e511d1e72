package org.contentpack.cms;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * An installed WordPress that nobody runs, from which sites are copied. It is made once, out of
 * packages that {@code src/test/wordpress} names, and made again when a file there changes.
 *
 * @param folder WordPress itself; its database is a file in it
 * @param password of the administrator, for the browser
 * @param applicationPassword of the administrator, for the REST API
 */
record WordPressTemplate(Path folder, String password, String applicationPassword) {

    static final Path HOME = Path.of("target", "wordpress").toAbsolutePath();

    /** Where the files that make a site out of the packages stand. */
    static final Path SOURCES = Path.of("src", "test", "wordpress").toAbsolutePath();

    private static final Path PACKAGE =
            Path.of("node_modules", "@wp-playground", "wordpress-builds");

    /** Changes where this class makes another template of the same files. */
    private static final String FORM = "2 ";

    /** One of those in the package: {@code 6.4}, {@code 6.5}, {@code beta}, which is 6.6. */
    static final String RELEASE = System.getProperty("contentpack.wordpress", "6.5");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The template, made now if it is not there yet. Several processes may ask at once. */
    static synchronized WordPressTemplate get() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Path template = HOME.resolve("template-" + RELEASE);
        Path stamp = template.resolve("stamp");
        try (FileChannel file =
                        FileChannel.open(
                                HOME.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IOException("no lock on " + HOME);
            }
            String wanted = FORM + digestOfSources();
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                Trees.delete(template);
                make(template);
                Files.writeString(stamp, wanted);
            }
        }
        return new WordPressTemplate(
                template.resolve("www"),
                Files.readString(template.resolve("password")),
                Files.readString(template.resolve("application-password")));
    }

    private static void make(Path template) throws IOException, InterruptedException {
        Path packages = install(HOME.resolve("npm"));
        Path www = template.resolve("www");
        Trees.unzip(packages.resolve("src/wordpress/wp-" + RELEASE + ".zip"), www);
        // The zip leaves out what a browser asks for.
        Trees.copy(packages.resolve("public/wp-" + RELEASE), www);
        // The package's own site.
        Trees.delete(www.resolve("wp-content/database"));
        Trees.unzip(
                packages.resolve("src/sqlite-database-integration/sqlite-database-integration.zip"),
                template);
        Path plugins = www.resolve("wp-content/plugins");
        // Some releases come with parts of an older one.
        Trees.delete(plugins.resolve("sqlite-database-integration"));
        Files.move(
                template.resolve("sqlite-database-integration-main"),
                plugins.resolve("sqlite-database-integration"));
        waitForOtherWriters(
                plugins.resolve(
                        "sqlite-database-integration/wp-includes/sqlite/class-wp-sqlite-translator.php"));
        Files.copy(
                plugins.resolve("sqlite-database-integration/db.copy"),
                www.resolve("wp-content/db.php"));
        Files.createDirectories(www.resolve("wp-content/database"));
        Files.createDirectories(www.resolve("wp-content/uploads"));
        Files.copy(
                SOURCES.resolve("wp-config.php"),
                www.resolve("wp-config.php"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(www.resolve("wp-content/mu-plugins"));
        Files.copy(SOURCES.resolve("quiet.php"), www.resolve("wp-content/mu-plugins/quiet.php"));
        String password = randomPassword();
        Files.writeString(template.resolve("password"), password);
        Files.writeString(
                template.resolve("application-password"),
                Php.run(
                        www,
                        "http://127.0.0.1",
                        "",
                        SOURCES.resolve("install.php").toString(),
                        www.toString(),
                        password));
        // Most of it is other releases of WordPress; npm keeps the archive.
        Trees.delete(HOME.resolve("npm"));
    }

    /**
     * Lets whoever writes wait for whoever writes already. The driver begins each transaction as a
     * reader, and a reader that turns into a writer is refused at once where another wrote
     * meanwhile: requests at the same time would then fail that never do so on MySQL.
     */
    private static void waitForOtherWriters(Path driver) throws IOException {
        String text = Files.readString(driver);
        String patched =
                text.replace(
                                "$this->execute_sqlite_query( 'BEGIN' )",
                                "$this->execute_sqlite_query( preg_match("
                                        + " '/^\\s*(?:SELECT|SHOW|DESCRIBE)\\b/i', (string)"
                                        + " $this->mysql_query ) ? 'BEGIN' : 'BEGIN IMMEDIATE' )")
                        .replace(
                                "PDO::ATTR_TIMEOUT           => 5,",
                                "PDO::ATTR_TIMEOUT           => 60,");
        if (!patched.contains("=> 60,") || !patched.contains("IMMEDIATE")) {
            throw new IOException("the driver for SQLite is not the one that is known: " + driver);
        }
        Files.writeString(driver, patched);
    }

    private static Path install(Path folder) throws IOException, InterruptedException {
        Trees.delete(folder);
        Files.createDirectories(folder);
        NpmPackages.install(SOURCES, folder, PATIENCE);
        return folder.resolve(PACKAGE);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String digestOfSources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.contentpack.cms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A WordPress to try things on, from the command line: it runs until the command is ended, and
 * nothing of it stays. What a server needs to know about it is written to a file that a shell can
 * read.
 */
final class ThrowAwayWordPress {
    private ThrowAwayWordPress() {}

    private static final Path SETTINGS = WordPressTemplate.HOME.resolve("site.env");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        WordPressSite site = WordPressSite.openWithoutPlugin();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(site)));
        Files.writeString(
                SETTINGS,
                """
                export CONTENTPACK_TARGETS=site
                export CONTENTPACK_TARGET_SITE_KIND=wordpress
                export CONTENTPACK_TARGET_SITE_URL=%s
                export CONTENTPACK_TARGET_SITE_USER=%s
                export CONTENTPACK_TARGET_SITE_PASSWORD='%s'
                export CONTENTPACK_TARGET_SITE_PACKS=leg-cramps-at-night
                """
                        .formatted(site.url(), site.user(), site.password()));
        System.out.printf(
                "WordPress is at %s/wp-admin/, user %s, password %s%n"
                        + "Its settings for a server are in %s%n"
                        + "End it with Ctrl-C.%n",
                site.url(),
                site.user(),
                site.loginPassword(),
                Path.of("").toAbsolutePath().relativize(SETTINGS));
        Thread.currentThread().join();
    }

    private static void close(WordPressSite site) {
        try {
            site.close();
            Files.deleteIfExists(SETTINGS);
        } catch (IOException e) {
            System.err.println("WordPress was not put away: " + e);
        }
    }
}

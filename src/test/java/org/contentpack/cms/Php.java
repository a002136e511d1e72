package org.contentpack.cms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PHP, from the system's packages: {@code php-cli}, {@code php-sqlite3} and what WordPress uses.
 */
final class Php {
    private Php() {}

    /** Lets a site know its address, which depends on the port it was given. */
    static final String ADDRESS = "CONTENTPACK_TEST_URL";

    private static final List<String> SETTINGS =
            List.of(
                    "memory_limit=512M",
                    "upload_max_filesize=64M",
                    "post_max_size=64M",
                    "opcache.enable_cli=1",
                    // Sites come and go: their files' times tell nothing.
                    "opcache.revalidate_freq=0",
                    "sendmail_path=/bin/true",
                    "display_errors=stderr");

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add("php");
        for (String setting : SETTINGS) {
            command.add("-d");
            command.add(setting);
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a script and gives what it printed. */
    static String run(Path folder, String url, String input, String... arguments)
            throws IOException, InterruptedException {
        return Command.run(
                folder, Map.of(ADDRESS, url), Duration.ofMinutes(2), input, command(arguments));
    }
}

package org.contentpack.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is and who we are there.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user empty where the URL or the database needs none
 * @param password empty likewise; never printed
 */
public record DatabaseSettings(String url, Optional<String> user, Optional<String> password) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "database URL must begin with \"jdbc:h2:\" or \"jdbc:postgresql:\"");
        }
    }

    /**
     * A file of H2 in a folder, which is made where it is not there.
     *
     * <p>{@code WRITE_DELAY=0}, because by default a commit that was answered is written half a
     * second later and lost with the process. {@code MAX_COMPACT_TIME}, because the file grows to
     * several times its content while many releases come, and by default hardly any of it is given
     * back when it is closed: up to five seconds of closing go into that.
     */
    public static DatabaseSettings fileIn(Path folder) {
        return new DatabaseSettings(
                "jdbc:h2:file:"
                        + folder.toAbsolutePath().normalize().resolve("registry")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=5000",
                Optional.empty(),
                Optional.empty());
    }

    /** True for H2, which writes to the disk of this machine. */
    public boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    /** Without the password, and without the URL, which may hold one. */
    @Override
    public String toString() {
        return isEmbedded() ? "H2" : "PostgreSQL";
    }
}

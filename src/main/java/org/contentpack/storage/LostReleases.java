package org.contentpack.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Registration;
import org.contentpack.version.Version;

/**
 * Releases that were acknowledged and then lost with an older backup, as rows. Their numbers stand
 * for their content still: only that may come back under them. Has no state.
 */
final class LostReleases {

    private LostReleases() {}

    static void insert(Connection connection, Registration lost) throws SQLException {
        Version version = lost.id().version();
        delete(connection, lost.id());
        Sql.update(
                connection,
                "insert into lost_release (pack, precedence, version, digest, archive_digest,"
                        + " archive_bytes, sequence, datetime) values (?, ?, ?, ?, ?, ?, ?, ?)",
                lost.id().pack().value(),
                version.withoutBuild().text(),
                version.text(),
                lost.digest().value(),
                lost.archiveDigest().value(),
                lost.archiveBytes(),
                lost.sequence(),
                lost.datetime().atOffset(ZoneOffset.UTC));
    }

    /** The lost release that holds the number of a version, in whatever spelling. */
    static Optional<Registration> find(Connection connection, ReleaseId id) throws SQLException {
        return Sql.first(
                connection,
                "select pack, version, digest, archive_digest, archive_bytes, sequence, datetime"
                        + " from lost_release where pack = ? and precedence = ?",
                row ->
                        new Registration(
                                new ReleaseId(
                                        new PackId(row.getString(1)),
                                        new Version(row.getString(2))),
                                new Digest(row.getString(3)),
                                new Digest(row.getString(4)),
                                row.getLong(5),
                                row.getLong(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()),
                id.pack().value(),
                id.version().withoutBuild().text());
    }

    static void delete(Connection connection, ReleaseId id) throws SQLException {
        Sql.update(
                connection,
                "delete from lost_release where pack = ? and precedence = ?",
                id.pack().value(),
                id.version().withoutBuild().text());
    }
}

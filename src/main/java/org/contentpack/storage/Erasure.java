package org.contentpack.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.version.Version;

/**
 * Destroys the bytes of a release or of one article in it, and what was copied out of them. Paths,
 * digests and lengths stay as a tombstone; files that another release has too stay. Has no state.
 */
final class Erasure {

    /** Files of the release, those of one article only where it is named. */
    private static final String FILES =
            "select f.content from release_file f join registration r on r.sequence = f.sequence"
                    + " where r.pack = ? and r.version = ?";

    private static final String OF_ARTICLE =
            " and f.path in (select a.path from article_head a where a.sequence = f.sequence"
                    + " and a.article = ?)";

    /**
     * Files that readers can still get: of a release that is not erased. The one that is being
     * erased has its event already.
     */
    private static final String ELSEWHERE =
            "select f.content from release_file f join registration r on r.sequence = f.sequence"
                    + " where not (r.pack = ? and r.version = ?)"
                    + " and not exists (select 1 from event e where e.pack = r.pack"
                    + " and e.version = r.version and e.kind = 'withdrawn'"
                    + " and e.withdrawal = 'erased' and e.article is null)";

    private Erasure() {}

    static void erase(
            Connection connection, PackId pack, Version version, Optional<ArticleId> article)
            throws SQLException {
        String files = FILES + (article.isPresent() ? OF_ARTICLE : "");
        String lost = " in (" + files + ") and %s not in (" + ELSEWHERE + ")";
        ReleaseId id = new ReleaseId(pack, version);
        run(
                connection,
                "delete from content_piece where content" + lost.replace("%s", "content"),
                id,
                article,
                true);
        run(
                connection,
                "update content set erased = true, bytes = null where id"
                        + lost.replace("%s", "id"),
                id,
                article,
                true);
        run(
                connection,
                "delete from article_head where sequence in (select sequence from registration"
                        + " where pack = ? and version = ?)"
                        + (article.isPresent() ? " and article = ?" : ""),
                id,
                article,
                false);
        if (article.isEmpty()) {
            run(
                    connection,
                    "delete from release_summary where sequence in (select sequence from"
                            + " registration where pack = ? and version = ?)",
                    id,
                    article,
                    false);
        }
    }

    private static void run(
            Connection connection,
            String sql,
            ReleaseId release,
            Optional<ArticleId> article,
            boolean twice)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int i = 1;
            statement.setString(i++, release.pack().value());
            statement.setString(i++, release.version().text());
            if (article.isPresent()) {
                statement.setString(i++, article.get().value());
            }
            if (twice) {
                statement.setString(i++, release.pack().value());
                statement.setString(i++, release.version().text());
            }
            statement.executeUpdate();
        }
    }
}

package org.contentpack.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.Slug;
import org.contentpack.registry.Registration;
import org.contentpack.registry.ReleaseSummary;
import org.contentpack.version.Version;
import org.jspecify.annotations.Nullable;

/** Registrations with their files and article heads as rows. Has no state. */
final class ReleaseTables {

    private static final String COLUMNS =
            "select sequence, pack, version, digest, archive_digest, archive_bytes, datetime"
                    + " from registration ";

    private ReleaseTables() {}

    /** The next place in the order of all events. */
    static long nextSequence(Connection connection) throws SQLException {
        return Counter.next(connection, "sequence");
    }

    /**
     * @param contents the number of each file's content
     */
    static void insert(
            Connection connection,
            Registration registration,
            Release release,
            Map<Digest, Long> contents)
            throws SQLException {
        insertRegistration(connection, registration);
        insertFiles(connection, registration.sequence(), release.files().entries(), contents);
        insertArticles(connection, registration.sequence(), release.articles());
        Sql.update(
                connection,
                "insert into release_summary (sequence, title, summary, language)"
                        + " values (?, ?, ?, ?)",
                registration.sequence(),
                release.manifest().title(),
                release.manifest().summary(),
                release.manifest().language().tag());
    }

    private static void insertRegistration(Connection connection, Registration registration)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into registration (sequence, pack, version, precedence, digest,"
                                + " archive_digest, archive_bytes, datetime)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            Version version = registration.id().version();
            insert.setLong(1, registration.sequence());
            insert.setString(2, registration.id().pack().value());
            insert.setString(3, version.text());
            insert.setString(4, version.withoutBuild().text());
            insert.setString(5, registration.digest().value());
            insert.setString(6, registration.archiveDigest().value());
            insert.setLong(7, registration.archiveBytes());
            insert.setObject(8, registration.datetime().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void insertFiles(
            Connection connection,
            long sequence,
            List<FileEntry> entries,
            Map<Digest, Long> contents)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into release_file (sequence, ordinal, path, content, digest,"
                                + " size_bytes) values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < entries.size(); i++) {
                FileEntry entry = entries.get(i);
                insert.setLong(1, sequence);
                insert.setInt(2, i);
                insert.setString(3, entry.path().value());
                insert.setObject(4, contents.get(entry.digest()));
                insert.setString(5, entry.digest().value());
                insert.setLong(6, entry.sizeBytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertArticles(
            Connection connection, long sequence, List<ArticleHead> articles) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into article_head (sequence, ordinal, article, language, slug, title,"
                                + " summary, reviewer_name, reviewer_role, last_reviewed,"
                                + " next_review, translates, path, digest, sections)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < articles.size(); i++) {
                ArticleHead article = articles.get(i);
                insert.setLong(1, sequence);
                insert.setInt(2, i);
                insert.setString(3, article.id().value());
                insert.setString(4, article.language().tag());
                insert.setString(5, article.slug().value());
                insert.setString(6, article.title());
                insert.setString(7, article.summary());
                setReview(insert, article.review());
                insert.setString(12, article.translates().map(Digest::value).orElse(null));
                insert.setString(13, article.path().value());
                insert.setString(14, article.digest().value());
                insert.setString(
                        15,
                        article.sections().stream()
                                .map(SectionId::value)
                                .collect(Collectors.joining(" ")));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void setReview(PreparedStatement insert, Review review) throws SQLException {
        Optional<Review.Reviewed> reviewed =
                review instanceof Review.Reviewed r ? Optional.of(r) : Optional.empty();
        insert.setString(8, reviewed.map(r -> r.reviewer().name()).orElse(null));
        insert.setString(9, reviewed.map(r -> r.reviewer().role()).orElse(null));
        insert.setObject(10, reviewed.map(Review.Reviewed::lastReviewed).orElse(null));
        insert.setObject(11, reviewed.map(Review.Reviewed::nextReview).orElse(null));
    }

    /** The registration that holds the number of a version, in whatever spelling. */
    static Optional<Registration> occupant(Connection connection, ReleaseId id)
            throws SQLException {
        return select(
                        connection,
                        "where pack = ? and precedence = ?",
                        id.pack().value(),
                        id.version().withoutBuild().text())
                .stream()
                .findFirst();
    }

    /** The registration of a pack with the highest sequence. */
    static Optional<Registration> newest(Connection connection, PackId pack) throws SQLException {
        return select(connection, "where pack = ? order by sequence desc limit 1", pack.value())
                .stream()
                .findFirst();
    }

    /** The releases that have a file with these bytes, by sequence. */
    static List<ReleaseId> holders(Connection connection, Digest digest) throws SQLException {
        List<ReleaseId> holders = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select distinct r.sequence, r.pack, r.version from registration r"
                                + " join release_file f on f.sequence = r.sequence"
                                + " join content c on c.id = f.content"
                                + " where c.digest = ? order by r.sequence")) {
            select.setString(1, digest.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holders.add(
                            new ReleaseId(
                                    new PackId(row.getString(2)), new Version(row.getString(3))));
                }
            }
        }
        return holders;
    }

    private static List<Registration> select(
            Connection connection, String condition, Object... values) throws SQLException {
        List<Registration> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + condition)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Registration(
                                    new ReleaseId(
                                            new PackId(row.getString(2)),
                                            new Version(row.getString(3))),
                                    new Digest(row.getString(4)),
                                    new Digest(row.getString(5)),
                                    row.getLong(6),
                                    row.getLong(1),
                                    row.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return found;
    }

    static List<FileEntry> files(Connection connection, ReleaseId id) throws SQLException {
        List<FileEntry> files = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select f.path, f.digest, f.size_bytes from release_file f"
                                + " join registration r on r.sequence = f.sequence"
                                + " where r.pack = ? and r.version = ? order by f.ordinal")) {
            select.setString(1, id.pack().value());
            select.setString(2, id.version().text());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.add(
                            new FileEntry(
                                    new FilePath(row.getString(1)),
                                    new Digest(row.getString(2)),
                                    row.getLong(3)));
                }
            }
        }
        return files;
    }

    /** Empty where there is no summary; languages are those of the articles that are left. */
    static Optional<ReleaseSummary> summary(Connection connection, ReleaseId id)
            throws SQLException {
        List<Language> languages =
                Sql.all(
                        connection,
                        "select distinct a.language from article_head a"
                                + " join registration r on r.sequence = a.sequence"
                                + " where r.pack = ? and r.version = ?",
                        row -> new Language(row.getString(1)),
                        id.pack().value(),
                        id.version().text());
        return Sql.first(
                connection,
                "select s.title, s.summary, s.language from release_summary s"
                        + " join registration r on r.sequence = s.sequence"
                        + " where r.pack = ? and r.version = ?",
                row ->
                        new ReleaseSummary(
                                row.getString(1),
                                row.getString(2),
                                new Language(row.getString(3)),
                                languages.stream().sorted().toList()),
                id.pack().value(),
                id.version().text());
    }

    static List<ArticleHead> articles(Connection connection, ReleaseId id) throws SQLException {
        List<ArticleHead> articles = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select a.article, a.language, a.slug, a.title, a.summary, a.reviewer_name,"
                                + " a.reviewer_role, a.last_reviewed, a.next_review, a.translates,"
                                + " a.path, a.digest, a.sections from article_head a"
                                + " join registration r on r.sequence = a.sequence"
                                + " where r.pack = ? and r.version = ? order by a.ordinal")) {
            select.setString(1, id.pack().value());
            select.setString(2, id.version().text());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    articles.add(article(row));
                }
            }
        }
        return articles;
    }

    private static ArticleHead article(ResultSet row) throws SQLException {
        return new ArticleHead(
                new ArticleId(row.getString(1)),
                new Language(row.getString(2)),
                new Slug(row.getString(3)),
                row.getString(4),
                row.getString(5),
                review(row),
                Optional.ofNullable(row.getString(10)).map(Digest::new),
                new FilePath(row.getString(11)),
                new Digest(row.getString(12)),
                Arrays.stream(row.getString(13).split(" ", -1))
                        .filter(s -> !s.isEmpty())
                        .map(SectionId::new)
                        .toList());
    }

    private static Review review(ResultSet row) throws SQLException {
        @Nullable String name = row.getString(6);
        @Nullable String role = row.getString(7);
        if (name == null || role == null) {
            return new Review.Unreviewed();
        }
        return new Review.Reviewed(
                new Reviewer(name, role),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }
}

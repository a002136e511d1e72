package org.contentpack.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.ReleaseId;
import org.contentpack.pack.Reviewer;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;
import org.contentpack.registry.GivenStatement;
import org.contentpack.registry.Registration;
import org.contentpack.registry.ReviewStatement;
import org.contentpack.registry.Stamp;
import org.contentpack.registry.Withdrawal;
import org.contentpack.signature.Signature;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;
import org.jspecify.annotations.Nullable;

/** The history as rows, one for each event. Has no state. */
final class EventTable {

    private EventTable() {}

    /**
     * Adds an event. Its moment is never before that of the event before, whatever the clock says.
     */
    static Event insert(
            Connection connection, long sequence, PackId pack, Change change, Stamp stamp)
            throws SQLException {
        Instant recorded = notBefore(stamp.recorded(), lastRecorded(connection));
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("sequence", sequence);
        row.put("pack", pack.value());
        row.put("recorded", recorded.atOffset(ZoneOffset.UTC));
        row.put("actor", stamp.actor().name());
        put(row, change);
        String columns = String.join(", ", row.keySet());
        String marks = String.join(", ", java.util.Collections.nCopies(row.size(), "?"));
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into event (" + columns + ") values (" + marks + ")")) {
            int i = 1;
            for (Object value : row.values()) {
                insert.setObject(i++, value);
            }
            insert.executeUpdate();
        }
        return new Event(sequence, pack, recorded, stamp.actor(), change);
    }

    private static Instant notBefore(Instant moment, Optional<Instant> last) {
        return last.filter(l -> l.isAfter(moment)).orElse(moment);
    }

    private static Optional<Instant> lastRecorded(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select recorded from event order by sequence desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    private static void put(Map<String, @Nullable Object> row, Change change) {
        if (change instanceof Change.Registered registered) {
            row.put("kind", "registered");
            row.put("version", registered.registration().id().version().text());
        } else if (change instanceof Change.Renamed renamed) {
            row.put("kind", "renamed");
            row.put("version", renamed.version().text());
            row.put("redirect_kind", renamed.redirect().kind().id());
            row.put("article", text(renamed.redirect().article()));
            row.put("redirect_from", renamed.redirect().from());
            row.put("redirect_to", renamed.redirect().to());
        } else if (change instanceof Change.ChannelMoved moved) {
            row.put("kind", "channel-moved");
            row.put("version", moved.version().text());
            row.put("channel", moved.channel().value());
        } else if (change instanceof Change.Withdrawn withdrawn) {
            row.put("kind", "withdrawn");
            row.put("version", withdrawn.version().text());
            row.put("article", text(withdrawn.article()));
            row.put("withdrawal", withdrawn.withdrawal().kind().id());
            row.put("note", withdrawn.withdrawal().note().orElse(null));
            row.put("replaced_by", withdrawn.withdrawal().replacedBy().orElse(null));
        } else if (change instanceof Change.Reinstated reinstated) {
            row.put("kind", "reinstated");
            row.put("version", reinstated.version().text());
            row.put("article", text(reinstated.article()));
        } else if (change instanceof Change.Reviewed reviewed) {
            row.put("kind", "reviewed");
            row.put("version", reviewed.version().text());
            row.put("article", reviewed.article().value());
            row.put("language", reviewed.language().tag());
            row.put("digest", reviewed.digest().value());
            put(row, reviewed.given().statement());
            Optional<Signature> signature = reviewed.given().signature();
            row.put("review_key_id", signature.map(Signature::keyId).orElse(null));
            row.put("review_jws", signature.map(Signature::jws).orElse(null));
        }
    }

    private static void put(Map<String, @Nullable Object> row, ReviewStatement statement) {
        row.put("review_date", statement.date());
        if (statement instanceof ReviewStatement.Approved approved) {
            row.put("reviewer_name", approved.reviewer().name());
            row.put("reviewer_role", approved.reviewer().role());
            row.put("reviewer_registration", approved.registration().orElse(null));
            row.put("review_scope", approved.scope());
            row.put("next_review", approved.nextReview());
        } else if (statement instanceof ReviewStatement.Revoked revoked) {
            row.put("note", revoked.reason());
        }
    }

    private static @Nullable String text(Optional<ArticleId> article) {
        return article.map(ArticleId::value).orElse(null);
    }

    /** The sequence of a pack's last event; 0 where it has none. */
    static long last(Connection connection, PackId pack) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select coalesce(max(sequence), 0) from event where pack = ?")) {
            select.setString(1, pack.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static List<Event> after(Connection connection, long sequence, int limit) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select e.*, r.digest as release_digest, r.archive_digest,"
                                + " r.archive_bytes, r.datetime from event e"
                                + " left join registration r on r.sequence = e.sequence"
                                + " where e.sequence > ? order by e.sequence limit "
                                + limit)) {
            select.setLong(1, sequence);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
        }
        return events;
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("sequence"),
                new PackId(row.getString("pack")),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("actor")),
                change(row));
    }

    private static Change change(ResultSet row) throws SQLException {
        Version version = new Version(row.getString("version"));
        Optional<ArticleId> article =
                Optional.ofNullable(row.getString("article")).map(ArticleId::new);
        String kind = row.getString("kind");
        return switch (kind) {
            case "registered" -> new Change.Registered(registration(row, version));
            case "renamed" ->
                    new Change.Renamed(
                            version,
                            new Redirect(
                                    ItemKind.parse(row.getString("redirect_kind")).orElseThrow(),
                                    article,
                                    row.getString("redirect_from"),
                                    row.getString("redirect_to")));
            case "channel-moved" ->
                    new Change.ChannelMoved(new ChannelName(row.getString("channel")), version);
            case "withdrawn" ->
                    new Change.Withdrawn(
                            version,
                            article,
                            new Withdrawal(
                                    Withdrawal.Kind.parse(row.getString("withdrawal"))
                                            .orElseThrow(),
                                    Optional.ofNullable(row.getString("note")),
                                    Optional.ofNullable(row.getString("replaced_by"))));
            case "reinstated" -> new Change.Reinstated(version, article);
            case "reviewed" ->
                    new Change.Reviewed(
                            version,
                            article.orElseThrow(),
                            new Language(row.getString("language")),
                            new Digest(row.getString("digest")),
                            new GivenStatement(statement(row), signature(row)));
            default -> throw new SQLException("an event of an unknown kind: " + kind);
        };
    }

    private static Registration registration(ResultSet row, Version version) throws SQLException {
        return new Registration(
                new ReleaseId(new PackId(row.getString("pack")), version),
                new Digest(row.getString("release_digest")),
                new Digest(row.getString("archive_digest")),
                row.getLong("archive_bytes"),
                row.getLong("sequence"),
                row.getObject("datetime", OffsetDateTime.class).toInstant());
    }

    private static ReviewStatement statement(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("review_date", LocalDate.class);
        @Nullable String reviewer = row.getString("reviewer_name");
        if (reviewer == null) {
            return new ReviewStatement.Revoked(row.getString("note"), date);
        }
        return new ReviewStatement.Approved(
                new Reviewer(reviewer, row.getString("reviewer_role")),
                Optional.ofNullable(row.getString("reviewer_registration")),
                row.getString("review_scope"),
                date,
                row.getObject("next_review", LocalDate.class));
    }

    private static Optional<Signature> signature(ResultSet row) throws SQLException {
        @Nullable String keyId = row.getString("review_key_id");
        return keyId == null
                ? Optional.empty()
                : Optional.of(new Signature(keyId, row.getString("review_jws")));
    }
}

package org.contentpack.sync.directus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.contentpack.sync.Check;
import org.contentpack.sync.Check.Point;
import org.contentpack.sync.Check.State;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;

/**
 * Looks whether a Directus can take items, and makes the collection. Directus drops fields that it
 * does not know in silence, so each of them is looked for before anything is written.
 */
final class DirectusCheck {

    private static final String PREPARE =
            "Prepare the target: with an administrator's token it makes what is missing. Or add it"
                    + " by hand.";

    private static final String FILES = "directus_files";

    /** The release that all this was tried with. */
    private static final String MAJOR = "12.";

    private final DirectusApi api;
    private final String collection;
    private final Schema schema;

    DirectusCheck(DirectusApi api, String collection) {
        this.api = api;
        this.collection = collection;
        this.schema = new Schema(collection);
    }

    Check check() throws IOException {
        List<Point> points = new ArrayList<>();
        try {
            JsonNode info = api.get("/server/info", Map.of());
            if (!info.has("project")) {
                points.add(
                        missing(
                                "reachable",
                                "Something answers, but not as a Directus.",
                                "Look at the address of the target."));
                return new Check(points);
            }
            points.add(fine("reachable", "The site answers as a Directus."));
            api.get("/users/me", Map.of("fields", "id"));
            points.add(fine("credentials", "The site accepts the token."));
            points.add(version(info.path("version").asText("")));
            Optional<JsonNode> fields = api.find("/fields/" + collection, Map.of());
            points.addAll(fields(fields));
            if (fields.isPresent()) {
                points.add(rights());
                points.addAll(drafts());
            }
        } catch (ConnectorException e) {
            points.add(missing(subject(e.kind()), e.getMessage(), e.hint()));
        }
        return new Check(points);
    }

    private static String subject(Kind kind) {
        return kind == Kind.UNAUTHORISED || kind == Kind.FORBIDDEN ? "credentials" : "reachable";
    }

    private static Point version(String version) {
        return version.startsWith(MAJOR)
                ? fine("version", "The site runs Directus " + word(version) + ".")
                : new Point(
                        "version",
                        State.WARNING,
                        "The site runs Directus " + word(version) + "; tried is 12.",
                        "Try an import on a copy of the site first.");
    }

    private List<Point> fields(Optional<JsonNode> there) {
        if (there.isEmpty()) {
            return List.of(
                    missing(
                            "fields",
                            "There is no collection \""
                                    + collection
                                    + "\", or the token's user may not see it.",
                            PREPARE
                                    + " A user without app access needs the right to read"
                                    + " directus_fields and directus_collections."));
        }
        List<Point> points = new ArrayList<>();
        List<String> lacking = schema.lacking(there.get());
        if (!lacking.isEmpty()) {
            points.add(
                    missing(
                            "fields",
                            "The collection lacks the fields: " + String.join(", ", lacking) + ".",
                            PREPARE));
        }
        List<String> wrong = schema.wrong(there.get());
        if (!wrong.isEmpty()) {
            points.add(
                    missing(
                            "fields",
                            "The collection has fields of another type: "
                                    + String.join("; ", wrong)
                                    + ".",
                            "Take another collection (ITEM_TYPE), or rename these fields."));
        }
        return points.isEmpty()
                ? List.of(fine("fields", "The collection has all fields that are filled."))
                : points;
    }

    private Point rights() throws IOException {
        JsonNode rights = api.get("/permissions/me", Map.of());
        TreeSet<String> lacking = new TreeSet<>();
        for (String right : List.of("create", "read", "update")) {
            lacks(rights, collection, right, lacking);
            lacks(rights, FILES, right, lacking);
        }
        return lacking.isEmpty()
                ? fine("rights", "The token's user may do what is needed.")
                : missing(
                        "rights",
                        "The token's user may not: " + String.join(", ", lacking) + ".",
                        "Add these permissions to a policy of the user or its role.");
    }

    /**
     * A draft of Directus holds the whole text, so publishing one that was begun before an update
     * puts the former text back.
     */
    private List<Point> drafts() throws IOException {
        boolean hasDrafts =
                api.find("/collections/" + collection, Map.of())
                        .map(c -> c.path("meta").path("versioning").asBoolean(false))
                        .orElse(false);
        return hasDrafts
                ? List.of(
                        new Point(
                                "drafts",
                                State.WARNING,
                                "Content versioning is on: a draft that was begun before an update"
                                        + " puts the former text back when it is published.",
                                "Switch content versioning off for the collection, or look at drift"
                                        + " after drafts were published."))
                : List.of();
    }

    private static void lacks(JsonNode rights, String where, String right, Set<String> lacking) {
        String access = rights.path(where).path(right).path("access").asText("none");
        if (access.equals("none")) {
            lacking.add(right + " " + where);
        }
    }

    /** Makes the collection, or the fields that it lacks; what is there is left as it is. */
    Check prepare() throws IOException {
        Check now = check();
        boolean lacksFields =
                now.points().stream()
                        .anyMatch(p -> p.subject().equals("fields") && p.state() == State.MISSING);
        if (!lacksFields) {
            return now;
        }
        try {
            Optional<JsonNode> there = api.find("/fields/" + collection, Map.of());
            if (there.isEmpty()) {
                api.post("/collections", schema.collection());
            } else {
                for (JsonNode field : schema.missing(there.get())) {
                    api.post("/fields/" + collection, field);
                }
            }
        } catch (ConnectorException e) {
            if (e.kind() != Kind.FORBIDDEN) {
                throw e;
            }
            List<Point> points = new ArrayList<>(now.points());
            points.add(
                    missing(
                            "rights",
                            "The token's user may not make collections and fields.",
                            "Prepare the target once with an administrator's token, or let an"
                                    + " administrator make them."));
            return new Check(points);
        }
        return check();
    }

    /** What a site says of itself, as a word that can stand in a message. */
    private static String word(String text) {
        String word = text.replaceAll("[^A-Za-z0-9.-]", "");
        return word.isEmpty()
                ? "of an unknown version"
                : word.substring(0, Math.min(20, word.length()));
    }

    private static Point fine(String subject, String message) {
        return new Point(subject, State.FINE, message, "");
    }

    private static Point missing(String subject, String message, String hint) {
        return new Point(subject, State.MISSING, message, hint);
    }
}

package org.contentpack.sync.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contentpack.sync.Check;
import org.contentpack.sync.Check.Point;
import org.contentpack.sync.Check.State;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.http.Json;

/** Looks whether a Ghost can take posts. Nothing has to be made there. */
final class GhostCheck {

    /** The release that all this was tried with. */
    private static final String MAJOR = "6.";

    private final GhostApi api;

    GhostCheck(GhostApi api) {
        this.api = api;
    }

    Check check() throws IOException {
        List<Point> points = new ArrayList<>();
        try {
            JsonNode site = api.get("/site/", Map.of()).path("site");
            if (!site.path("version").isTextual()) {
                points.add(
                        missing(
                                "reachable",
                                "Something answers, but not as a Ghost.",
                                "Look at the address of the target."));
                return new Check(points);
            }
            points.add(fine("reachable", "The site answers as a Ghost."));
            api.get("/posts/", Map.of("limit", "1", "fields", "id"));
            points.add(fine("credentials", "The site accepts the key."));
            String version =
                    api.get("/config/", Map.of()).path("config").path("version").asText("");
            points.add(version(version));
        } catch (ConnectorException e) {
            points.add(missing(subject(e.kind()), e.getMessage(), e.hint()));
        }
        return new Check(points);
    }

    private static String subject(Kind kind) {
        return kind == Kind.UNAUTHORISED || kind == Kind.FORBIDDEN ? "credentials" : "reachable";
    }

    private static Point version(String version) {
        String said = "The site runs Ghost " + Json.word(version, "of an unknown version");
        return version.startsWith(MAJOR)
                ? fine("version", said + ".")
                : new Point(
                        "version",
                        State.WARNING,
                        said + "; tried is 6.",
                        "Try an import on a copy of the site first.");
    }

    private static Point fine(String subject, String message) {
        return new Point(subject, State.FINE, message, "");
    }

    private static Point missing(String subject, String message, String hint) {
        return new Point(subject, State.MISSING, message, hint);
    }
}

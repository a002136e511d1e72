package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.export.wordpress.PostMeta;
import org.contentpack.sync.Check;
import org.contentpack.sync.Check.Point;
import org.contentpack.sync.Check.State;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;

/** Looks whether a site can take items, and sets up what can be set up from outside. */
final class WordPressCheck {

    private static final String STATUS = "/contentpack/v1/status";
    private static final String PLUGINS = "/wp/v2/plugins";
    private static final String PLUGIN = "contentpack/contentpack";

    private static final String GET_PLUGIN =
            "Install the plugin: download /api/cms/wordpress/plugin.zip from this server, and upload"
                    + " it in the site under Plugins, Add New, Upload Plugin.";

    /** The oldest version whose revisions keep post meta. */
    private static final int[] OLDEST = {6, 4};

    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3}).*");

    private static final Set<String> FEATURES = Set.of("marks", "lookup");

    private static final Set<String> RIGHTS =
            Set.of("edit_posts", "publish_posts", "edit_others_posts", "upload_files");

    private final WordPressApi api;
    private final FieldCheck fields;

    WordPressCheck(WordPressApi api, FieldCheck fields) {
        this.api = api;
        this.fields = fields;
    }

    Check check() throws IOException {
        List<Point> points = new ArrayList<>();
        try {
            JsonNode index = api.get("/", Map.of("_fields", "name,namespaces"));
            boolean isWordPress = false;
            for (JsonNode namespace : index.path("namespaces")) {
                isWordPress |= namespace.asText().equals("wp/v2");
            }
            points.add(
                    isWordPress
                            ? fine("reachable", "The site answers as a WordPress.")
                            : missing(
                                    "reachable",
                                    "Something answers, but not as a WordPress.",
                                    "Look at the address of the target."));
            if (isWordPress) {
                status(points);
            }
        } catch (ConnectorException e) {
            points.add(missing(subject(e.kind()), e.getMessage(), e.hint()));
        }
        return new Check(points);
    }

    private static String subject(Kind kind) {
        return kind == Kind.UNAUTHORISED || kind == Kind.FORBIDDEN ? "credentials" : "reachable";
    }

    private void status(List<Point> points) throws IOException {
        Optional<JsonNode> status = api.find(STATUS, Map.of());
        if (status.isEmpty()) {
            api.get("/wp/v2/users/me", Map.of("_fields", "id"));
            points.add(fine("credentials", "The site accepts the application password."));
            points.add(missing("plugin", "The companion plugin is not active.", GET_PLUGIN));
            return;
        }
        points.add(fine("credentials", "The site accepts the application password."));
        points.add(version(status.get().path("wordpress").asText("")));
        points.add(rights(status.get().path("rights")));
        points.add(features(status.get()));
        points.addAll(fields.points());
    }

    private static Point version(String version) {
        Matcher numbers = VERSION.matcher(version);
        boolean isRecent =
                numbers.matches()
                        && (Integer.parseInt(numbers.group(1)) > OLDEST[0]
                                || (Integer.parseInt(numbers.group(1)) == OLDEST[0]
                                        && Integer.parseInt(numbers.group(2)) >= OLDEST[1]));
        return isRecent
                ? fine("version", "The site runs WordPress " + version + ".")
                : missing(
                        "version",
                        "The site runs a WordPress before 6.4.",
                        "Update the site; older versions do not keep marks in revisions.");
    }

    private static Point rights(JsonNode rights) {
        TreeSet<String> lacking = new TreeSet<>();
        for (String right : RIGHTS) {
            if (!rights.path(right).asBoolean(false)) {
                lacking.add(right);
            }
        }
        if (!lacking.isEmpty()) {
            return missing(
                    "rights",
                    "The user may not: " + String.join(", ", lacking) + ".",
                    "Give the user the role of an editor or administrator.");
        }
        return rights.path("unfiltered_html").asBoolean(false)
                ? fine("rights", "The user may do what is needed.")
                : new Point(
                        "rights",
                        State.WARNING,
                        "The user may not write unfiltered HTML: drawings (SVG) are refused, and"
                                + " the site may change texts.",
                        "Give the user the role of an administrator, on a network of a super"
                                + " administrator.");
    }

    private static Point features(JsonNode status) {
        TreeSet<String> lacking = new TreeSet<>(FEATURES);
        status.path("features").forEach(feature -> lacking.remove(feature.asText()));
        TreeSet<String> marks = new TreeSet<>();
        for (PostMeta meta : PostMeta.values()) {
            marks.add(meta.key());
        }
        status.path("marks").forEach(mark -> marks.remove(mark.asText()));
        return lacking.isEmpty() && marks.isEmpty()
                ? fine(
                        "plugin",
                        "The companion plugin is active ("
                                + status.path("plugin").asText("").replaceAll("[^0-9.]", "")
                                + ").")
                : missing(
                        "plugin",
                        "The companion plugin is too old.",
                        GET_PLUGIN + " It replaces the old one.");
    }

    /** Switches the plugin on where it is installed already. */
    Check prepare() throws IOException {
        Check now = check();
        boolean lacksPlugin =
                now.points().stream()
                        .anyMatch(p -> p.subject().equals("plugin") && p.state() == State.MISSING);
        if (!lacksPlugin) {
            return now;
        }
        Optional<JsonNode> installed = api.find(PLUGINS + "/" + PLUGIN, Map.of());
        if (installed.isEmpty()) {
            return now;
        }
        api.post(
                PLUGINS + "/" + PLUGIN,
                WordPressApi.JSON.createObjectNode().put("status", "active"));
        return check();
    }

    private static Point fine(String subject, String message) {
        return new Point(subject, State.FINE, message, "");
    }

    private static Point missing(String subject, String message, String hint) {
        return new Point(subject, State.MISSING, message, hint);
    }
}

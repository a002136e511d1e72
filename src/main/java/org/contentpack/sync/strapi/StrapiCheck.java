package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.contentpack.pack.Language;
import org.contentpack.sync.Check;
import org.contentpack.sync.Check.Point;
import org.contentpack.sync.Check.State;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.http.Json;

/**
 * Looks whether a Strapi can take items. Nothing can be set up over its API: what is missing is
 * said, and what a person has to do.
 */
final class StrapiCheck {

    private static final String INSTALL =
            "Download "
                    + ProjectFiles.ADDRESS
                    + " from this server, unpack it in the folder of the Strapi project, and start"
                    + " Strapi again (a project in TypeScript is built before).";

    /** For whoever looks at the entry; items can be written without them. */
    private static final Set<String> EXTRAS = Set.of(Rows.KIND);

    /** The release that all this was tried with. */
    private static final String MAJOR = "5.";

    private final StrapiApi api;
    private final Updates updates;
    private final Set<Language> languages;

    /**
     * @param languages that the target takes; empty for all
     */
    StrapiCheck(StrapiApi api, Updates updates, Set<Language> languages) {
        this.api = api;
        this.updates = updates;
        this.languages = languages;
    }

    Check check() throws IOException {
        List<Point> points = new ArrayList<>();
        try {
            Optional<JsonNode> setup = api.setup();
            points.add(fine("reachable", "The site answers as a Strapi."));
            if (setup.isEmpty()) {
                points.add(
                        missing(
                                "files",
                                "The Strapi project does not have the files for content packs.",
                                INSTALL));
                return new Check(points);
            }
            points.add(fine("credentials", "The site accepts the token."));
            points.addAll(setUp(setup.get()));
            if (new Check(points).isReady()) {
                points.addAll(waiting());
            }
        } catch (ConnectorException e) {
            points.add(problem(e));
        }
        return new Check(points);
    }

    /** Without rights at all, the token may not even ask how the site is set up. */
    private static Point problem(ConnectorException e) {
        boolean isCredentials = e.kind() == Kind.UNAUTHORISED || e.kind() == Kind.FORBIDDEN;
        return missing(isCredentials ? "credentials" : "reachable", e.getMessage(), e.hint());
    }

    private List<Point> setUp(JsonNode setup) {
        List<Point> points = new ArrayList<>();
        String version = Json.word(setup.path("strapi").asText(""), "of an unknown version");
        points.add(
                version.startsWith(MAJOR)
                        ? fine("version", "The site runs Strapi " + version + ".")
                        : new Point(
                                "version",
                                State.WARNING,
                                "The site runs Strapi " + version + "; tried is 5.",
                                "Try an import on a copy of the site first."));
        points.add(
                setup.path("files").asInt(0) == ProjectFiles.VERSION
                        ? fine("files", "The Strapi project has the files for content packs.")
                        : missing(
                                "files",
                                "The files for content packs in the Strapi project are of another"
                                        + " version than this server's.",
                                INSTALL));
        points.add(fields(setup));
        points.add(rights(setup));
        lacking(setup).ifPresent(points::add);
        return points;
    }

    private static Point fields(JsonNode setup) {
        List<String> wrong = new ArrayList<>();
        if (!setup.path("draftAndPublish").asBoolean(false)) {
            wrong.add("draft and publish is off");
        }
        if (!setup.path("localized").asBoolean(false)) {
            wrong.add("translation is off");
        }
        wrong.addAll(wrong("", ProjectFiles.attributes(), setup.path("attributes")));
        for (String component : ProjectFiles.COMPONENTS) {
            wrong.addAll(
                    wrong(
                            component + ".",
                            ProjectFiles.attributes(component),
                            setup.path("components").path(component)));
        }
        return wrong.isEmpty()
                ? fine("fields", "The content type has all fields that are filled.")
                : missing(
                        "fields",
                        "The content type is not as it has to be: "
                                + String.join("; ", wrong)
                                + ".",
                        INSTALL);
    }

    /** What stands otherwise, in words. */
    private static List<String> wrong(String prefix, JsonNode wanted, JsonNode there) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : wanted.properties()) {
            String name = prefix + each.getKey();
            JsonNode want = each.getValue();
            JsonNode has = there.path(each.getKey());
            String type = want.path("type").asText();
            if (EXTRAS.contains(each.getKey())) {
                continue;
            }
            if (has.isMissingNode()) {
                wrong.add(name + " is missing");
            } else if (!isSame(type, has.path("type").asText())) {
                wrong.add(
                        name
                                + " is "
                                + Json.word(has.path("type").asText(), "of no type")
                                + " and must be "
                                + type);
            } else if (!want.path("component").equals(has.path("component"))
                    || want.path("repeatable").asBoolean() != has.path("repeatable").asBoolean()) {
                wrong.add(name + " must be a list of " + want.path("component").asText());
            } else if (isLocalised(want) && !has.path("localized").asBoolean()) {
                wrong.add(name + " is shared between languages and must not be");
            }
        }
        return wrong;
    }

    private static boolean isLocalised(JsonNode attribute) {
        return attribute.path("pluginOptions").path("i18n").path("localized").asBoolean();
    }

    private static boolean isSame(String wanted, String there) {
        return wanted.equals(there) || (wanted.equals("string") && there.equals("text"));
    }

    private static Point rights(JsonNode setup) {
        TreeSet<String> lacking = new TreeSet<>();
        for (Map.Entry<String, JsonNode> right : setup.path("rights").properties()) {
            if (!right.getValue().asBoolean(false)) {
                lacking.add(Json.word(right.getKey().replaceFirst("^.*::", ""), "?"));
            }
        }
        return lacking.isEmpty()
                ? fine("rights", "The token may do what is needed.")
                : missing(
                        "rights",
                        "The token may not: " + String.join(", ", lacking) + ".",
                        "Give it these rights: Settings, API Tokens.");
    }

    private Optional<Point> lacking(JsonNode setup) {
        TreeSet<String> lacking = new TreeSet<>();
        for (Language language : languages) {
            if (Locales.of(setup, language).isEmpty()) {
                lacking.add(language.tag());
            }
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Point(
                                "languages",
                                State.WARNING,
                                "The site does not have the languages: "
                                        + String.join(", ", lacking)
                                        + ".",
                                Locales.HINT));
    }

    /** Safety changes that wait in a draft reach nobody. */
    private List<Point> waiting() throws IOException {
        Map<EntryId, String> published = new HashMap<>();
        for (JsonNode entry : api.times(StrapiApi.Side.PUBLISHED)) {
            Standing.id(entry).ifPresent(id -> published.put(id, time(entry)));
        }
        Set<EntryId> waiting = new HashSet<>();
        for (JsonNode entry : api.times(StrapiApi.Side.DRAFT)) {
            Standing.id(entry)
                    .filter(id -> published.containsKey(id))
                    .filter(id -> !time(entry).equals(published.get(id)))
                    .ifPresent(waiting::add);
        }
        return waiting.isEmpty()
                ? List.of()
                : List.of(
                        new Point(
                                "published",
                                State.WARNING,
                                waiting.size()
                                        + (waiting.size() == 1 ? " item has" : " items have")
                                        + " changes that readers do not see yet.",
                                updates == Updates.PUBLISHED
                                        ? "An editor's change waits there: publish or discard it in"
                                                + " Strapi."
                                        : "Publish them in Strapi; or set publish-updates for the"
                                                + " target."));
    }

    private static String time(JsonNode entry) {
        return entry.path("updatedAt").asText("");
    }

    private static Point fine(String subject, String message) {
        return new Point(subject, State.FINE, message, "");
    }

    private static Point missing(String subject, String message, String hint) {
        return new Point(subject, State.MISSING, message, hint);
    }
}

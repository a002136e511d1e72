package org.contentpack.cms;

import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.SITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Step;
import org.contentpack.pack.Language;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Plan;
import org.contentpack.sync.PlanItem;
import org.contentpack.sync.Run;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.UpdatePolicy;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.wordpress.WordPressKind;

/**
 * Edit locally, upgrade safely, on a real WordPress that is started from nothing and put away
 * afterwards: 1.0.0 in, edits by hand, 1.1.0 in, and what was kept. The engine runs in this process
 * as it does in the server.
 */
final class Demonstration {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String OUR_SENTENCE = "You are dehydrated when you drink too little.";

    private static final String OUR_CLASS = "Exercise, for example in our Tuesday class.";

    private static final String OUR_HOURS = "Our clinic is open on Saturdays.";

    private final PrintStream out;
    private final WordPressSite site;
    private final SyncFixture it;

    private Demonstration(PrintStream out, WordPressSite site, SyncFixture it) {
        this.out = out;
        this.site = site;
        this.it = it;
    }

    public static void main(String[] arguments) throws Exception {
        // What it shows is not to stand between lines about tables and connections.
        Logger.getLogger("").setLevel(Level.WARNING);
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) throws Exception {
        Path data = Files.createTempDirectory("contentpack-demonstration");
        try (WordPressSite site = WordPressSite.open()) {
            Target target =
                    new Target(
                            SITE,
                            WordPressKind.ID,
                            site.url(),
                            Set.of(LEG_CRAMPS),
                            Set.of(),
                            Set.of(new Language("en")),
                            ItemStatus.LIVE,
                            new UpdatePolicy.Ask(),
                            false,
                            Optional.empty());
            ConnectorSettings settings =
                    new ConnectorSettings(
                            target, Map.of("user", site.user(), "password", site.password()));
            WordPressKind kind =
                    new WordPressKind(
                            SiteLimits.DEFAULT,
                            time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                            InstantSource.system());
            try (SyncFixture it = SyncFixture.in(data, kind.connect(settings), target)) {
                new Demonstration(out, site, it).run();
            }
        } finally {
            delete(data);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run() throws Exception {
        out.println("A WordPress runs at " + site.url());
        it.publishLegCramps("1.0.0");
        Run first = it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
        String post = first.items().get(0).item().orElseThrow();
        out.println();
        out.println("1.0.0 is in: post " + post + ", \"" + title(post) + "\"");

        edit(post);
        out.println();
        out.println("An editor changes in WordPress");
        out.println("  Dehydration    " + OUR_SENTENCE);
        out.println("  Pregnancy      " + OUR_CLASS);
        out.println("  a paragraph    " + OUR_HOURS);
        out.println("  the category   News from our clinic");

        it.publishLegCramps("1.1.0");
        Plan plan = it.plan(LEG_CRAMPS, "1.1.0");
        out.println();
        out.println("The plan for 1.1.0");
        show(plan);

        Plan decided = it.decideAll(plan, new Choice.KeepLocal());
        Run run = it.apply(decided);
        out.println();
        out.println("Decided for the local text, and applied. Now in WordPress:");
        tell(post);
        Plan again = it.plan(LEG_CRAMPS, "1.1.0");
        out.println();
        out.println(
                "Asked again: "
                        + again.items().stream().filter(PlanItem::writes).count()
                        + " posts to write.");

        it.undo(run);
        out.println();
        out.println("Undone. Now in WordPress:");
        tell(post);
    }

    private void edit(String post) throws Exception {
        String text = text(post);
        String edited =
                replaced(
                        replaced(text, "Exercise.", OUR_CLASS),
                        "You are dehydrated when your body has too little fluid for its functions.",
                        OUR_SENTENCE);
        edited =
                edited
                        + "\n\n<!-- wp:paragraph -->\n<p>"
                        + OUR_HOURS
                        + "</p>\n<!-- /wp:paragraph -->";
        String category =
                JSON.readTree(
                                site.post(
                                                "/wp/v2/categories",
                                                "{\"name\":\"News from our clinic\"}")
                                        .body())
                        .path("id")
                        .asText();
        site.post(
                "/wp/v2/posts/" + post,
                JSON.writeValueAsString(
                        Map.of("content", edited, "categories", List.of(category))));
    }

    private static String replaced(String text, String part, String other) {
        if (!text.contains(part)) {
            throw new IllegalStateException("the post does not have: " + part);
        }
        return text.replace(part, other);
    }

    private void show(Plan plan) {
        Map<String, String> places = new TreeMap<>();
        for (Step step : plan.items().get(0).steps()) {
            places.merge(
                    step.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    step.place().id().replaceAll(".*:", ""),
                    (before, next) -> before + ", " + next);
        }
        out.println(
                places.entrySet().stream()
                        .map(
                                e ->
                                        String.format(
                                                Locale.ROOT,
                                                "  %-14s %s",
                                                e.getKey(),
                                                e.getValue()))
                        .collect(Collectors.joining(System.lineSeparator())));
    }

    private void tell(String post) throws Exception {
        String text = text(post);
        for (String ours : List.of(OUR_SENTENCE, OUR_CLASS, OUR_HOURS)) {
            out.println("  " + (text.contains(ours) ? "kept    " : "LOST    ") + ours);
        }
        out.println(
                "  "
                        + (site.get("/wp/v2/categories?post=" + post)
                                        .body()
                                        .contains("News from our clinic")
                                ? "kept    "
                                : "LOST    ")
                        + "the category");
        out.println(
                "  version "
                        + JSON.readTree(site.get("/wp/v2/posts/" + post + "?context=edit").body())
                                .path("meta")
                                .path("contentpack_version")
                                .asText()
                        + (text.contains("contentpack-id-during-a-cramp")
                                ? ", with its new section \"What to do during a cramp\""
                                : ""));
    }

    private String title(String post) throws Exception {
        return post(post).path("title").path("raw").asText();
    }

    private String text(String post) throws Exception {
        return post(post).path("content").path("raw").asText();
    }

    private JsonNode post(String post) throws Exception {
        return JSON.readTree(site.get("/wp/v2/posts/" + post + "?context=edit").body());
    }
}

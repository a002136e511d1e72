package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.GARDEN;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.SITE;
import static org.contentpack.sync.SyncFixture.actions;
import static org.contentpack.sync.SyncFixture.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.UpdatePolicy;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.wordpress.WordPressKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration on a real WordPress: 1.0.0 in, an edit by hand, 1.1.0 in, both there. */
class WordPressUpgradeCms {

    private static final ItemKey ENGLISH =
            new ItemKey(
                    LEG_CRAMPS,
                    new ArticleId("what-causes-leg-cramps-at-night"),
                    new Language("en"));

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    /** Something that is done with a site and an engine that has it as its only target. */
    private interface Work {
        void with(WordPressSite site, SyncFixture it) throws Exception;
    }

    private void onASite(PackId pack, Work work) throws Exception {
        try (WordPressSite site = WordPressSite.open()) {
            Target target =
                    new Target(
                            SITE,
                            WordPressKind.ID,
                            site.url(),
                            Set.of(pack),
                            Set.of(),
                            Set.of(new Language("en")),
                            ItemStatus.LIVE,
                            new UpdatePolicy.Ask(),
                            false,
                            Optional.empty());
            Connector connector =
                    new WordPressKind(
                                    SiteLimits.DEFAULT,
                                    time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                                    InstantSource.system())
                            .connect(
                                    new ConnectorSettings(
                                            target,
                                            Map.of(
                                                    "user", site.user(),
                                                    "password", site.password())));
            try (SyncFixture it = SyncFixture.in(folder, connector, target)) {
                work.with(site, it);
            }
            assertThat(site.complaints()).noneMatch(line -> line.contains("/plugins/contentpack/"));
        }
    }

    @Test
    void editsSurviveAnUpgrade() throws Exception {
        onASite(LEG_CRAMPS, WordPressUpgradeCms::upgrade);
    }

    @Test
    void linksBetweenArticlesLeadToPostsWhateverTheirSlugIs() throws Exception {
        onASite(
                GARDEN,
                (site, it) -> {
                    it.publish(SyncFixture.garden());
                    Run run = it.apply(it.plan(GARDEN, "1.0.0"));
                    assertThat(run.items())
                            .extracting(RunItem::message)
                            .containsExactly("The item was made.", "The item was made.");
                    String basil = run.items().get(0).item().orElseThrow();
                    String mint = run.items().get(1).item().orElseThrow();
                    String link = "/?contentpack_article=growing-basil&amp;contentpack_language=en";
                    assertThat(raw(site, mint)).contains(site.url() + link);
                    site.post("/wp/v2/posts/" + basil, "{\"slug\":\"basil-for-you\"}");

                    HttpResponse<String> led = site.page(link.replace("&amp;", "&"));
                    assertThat(led.statusCode()).isEqualTo(302);
                    assertThat(led.headers().firstValue("location"))
                            .hasValueSatisfying(
                                    place -> assertThat(place).contains("basil-for-you"));
                    assertThat(
                                    site.page(
                                                    "/?contentpack_article=nothing&contentpack_language=en")
                                            .statusCode())
                            .isEqualTo(404);
                    assertThat(actions(it.plan(GARDEN, "1.0.0")))
                            .containsExactly("growing-basil/en keep", "keeping-mint/en unchanged");
                });
    }

    private static void upgrade(WordPressSite site, SyncFixture it) throws Exception {
        assertThat(it.sync.check(SITE).points())
                .extracting(Check.Point::state)
                .containsOnly(Check.State.FINE);
        it.publishLegCramps("1.0.0");
        Run first = it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
        assertThat(first.items().get(0).message()).isEqualTo("The item was made.");
        String id = first.items().get(0).item().orElseThrow();
        assertThat(actions(it.plan(LEG_CRAMPS, "1.0.0")))
                .containsExactly("what-causes-leg-cramps-at-night/en unchanged");

        String raw = raw(site, id);
        String edited =
                raw.replace("<li>Exercise.</li>", "<li>Exercise, for example with us.</li>")
                        .replace(
                                "You are dehydrated when your body has too little fluid for its"
                                        + " functions.",
                                "You are dehydrated when you drink too little.");
        edited =
                edited
                        + "\n\n<!-- wp:paragraph -->\n<p>Our clinic is open on Saturdays.</p>\n"
                        + "<!-- /wp:paragraph -->";
        assertThat(edited).isNotEqualTo(raw);
        site.post(
                "/wp/v2/posts/" + id,
                JSON.writeValueAsString(Map.of("content", edited, "status", "publish")));
        it.publishLegCramps("1.1.0");

        Plan plan = it.plan(LEG_CRAMPS, "1.1.0");
        assertThat(actions(plan)).containsExactly("what-causes-leg-cramps-at-night/en conflict");
        assertThat(plan.item(ENGLISH).orElseThrow().undecided())
                .extracting(Step::place)
                .containsExactly(new Place.Section(new SectionId("dehydration")));
        Plan decided =
                it.decide(
                        plan,
                        ENGLISH,
                        new Place.Section(new SectionId("dehydration")),
                        new Choice.KeepLocal());
        Run run = it.apply(decided);
        assertThat(states(run)).containsExactly("what-causes-leg-cramps-at-night/en done");

        String upgraded = raw(site, id);
        assertThat(upgraded)
                .contains(
                        "Exercise, for example with us.",
                        "You are dehydrated when you drink too little.",
                        "Our clinic is open on Saturdays.",
                        "Take these steps in order",
                        "Warm up properly before you start.",
                        site.url() + "/wp-content/uploads/");
        assertThat(upgraded).doesNotContain("contentpack:asset");
        assertThat(actions(it.plan(LEG_CRAMPS, "1.1.0")))
                .containsExactly("what-causes-leg-cramps-at-night/en keep");

        it.undo(run);
        assertThat(raw(site, id))
                .contains(
                        "Exercise, for example with us.",
                        "You are dehydrated when you drink too little.",
                        "Our clinic is open on Saturdays.",
                        "Warm up properly.")
                .doesNotContain("Take these steps in order");
    }

    private static String raw(WordPressSite site, String id) throws Exception {
        JsonNode post = JSON.readTree(site.get("/wp/v2/posts/" + id + "?context=edit").body());
        return post.path("content").path("raw").asText();
    }
}

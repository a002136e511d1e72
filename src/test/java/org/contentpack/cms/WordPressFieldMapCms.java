package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.SITE;
import static org.contentpack.sync.SyncFixture.actions;
import static org.contentpack.sync.SyncFixture.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.sync.Check;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.http.SiteLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles in post types and fields of a site's own. */
class WordPressFieldMapCms {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, String> TOPICS =
            Map.of(
                    "item-type", "health-topics",
                    "field-summary", "meta.lead",
                    "field-tags", "health-subjects",
                    "field-audience", "meta.for_whom",
                    "field-disclaimer", "meta.small_print",
                    "field-version", "meta.pack_version",
                    "field-review", "meta.review_state");

    private static WordPressHands cms;

    @TempDir Path folder;

    private SyncFixture it;

    @BeforeAll
    static void open() throws Exception {
        cms = WordPressHands.open();
        Files.copy(
                WordPressTemplate.SOURCES.resolve("fields/health-topics.php"),
                cms.site().folder().resolve("wp-content/mu-plugins/health-topics.php"));
    }

    @AfterAll
    static void close() throws Exception {
        List<String> complaints = cms.complaints();
        cms.close();
        assertThat(complaints).isEmpty();
    }

    @BeforeEach
    void empty() throws IOException {
        cms.reset();
    }

    @AfterEach
    void end() {
        it.close();
    }

    private void connect(Map<String, String> map) throws IOException {
        Target target = ContractTarget.of(cms.kind(), cms.url());
        Map<String, String> options = new TreeMap<>(cms.options());
        options.putAll(map);
        it =
                SyncFixture.in(
                        folder,
                        ContractTarget.connector(target, options, SiteLimits.DEFAULT, time -> {}),
                        target);
    }

    private static Map<String, String> topicsBut(String field, String place) {
        Map<String, String> map = new TreeMap<>(TOPICS);
        map.put(field, place);
        return map;
    }

    /** Brings 1.0.0 in; the name of its item. */
    private String imported() throws IOException {
        it.publishLegCramps("1.0.0");
        Run run = it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
        assertThat(run.items()).extracting(RunItem::message).containsExactly("The item was made.");
        return run.items().get(0).item().orElseThrow();
    }

    private static JsonNode see(String type, String id) throws Exception {
        return JSON.readTree(cms.site().get("/wp/v2/" + type + "/" + id + "?context=edit").body());
    }

    private static Map<String, String> meta(JsonNode post) {
        Map<String, String> meta = new TreeMap<>();
        for (String key :
                List.of("lead", "for_whom", "small_print", "pack_version", "review_state")) {
            meta.put(key, post.path("meta").path(key).asText());
        }
        return meta;
    }

    private static TreeSet<String> subjects(String id) throws Exception {
        TreeSet<String> slugs = new TreeSet<>();
        JSON.readTree(cms.site().get("/wp/v2/health-subjects?post=" + id).body())
                .forEach(term -> slugs.add(term.path("slug").asText()));
        return slugs;
    }

    private List<String> missing() throws IOException {
        return it.sync.check(SITE).points().stream()
                .filter(point -> point.state() == Check.State.MISSING)
                .map(Check.Point::message)
                .toList();
    }

    @Test
    void aPostTypeOfTheSitesOwnIsFilledAndUpgradedFieldByField() throws Exception {
        connect(TOPICS);
        assertThat(missing()).isEmpty();

        String id = imported();

        JsonNode made = see("health-topics", id);
        assertThat(meta(made))
                .containsAllEntriesOf(
                        Map.of(
                                "for_whom", "adults",
                                "pack_version", "1.0.0",
                                "review_state", "unreviewed"));
        assertThat(meta(made).get("lead")).isNotEmpty();
        assertThat(meta(made).get("small_print")).isNotEmpty();
        assertThat(subjects(id)).containsExactly("leg-cramps", "muscles", "night-cramps", "sleep");
        assertThat(actions(it.plan(LEG_CRAMPS, "1.0.0")))
                .containsExactly("what-causes-leg-cramps-at-night/en unchanged");

        cms.site()
                .post(
                        "/wp/v2/health-topics/" + id,
                        "{\"meta\":{\"for_whom\":\"patients of ours\"}}");
        it.publishLegCramps("1.1.0");
        Run run = it.apply(it.plan(LEG_CRAMPS, "1.1.0"));

        JsonNode upgraded = see("health-topics", id);
        assertThat(states(run)).containsExactly("what-causes-leg-cramps-at-night/en done");
        assertThat(meta(upgraded))
                .containsAllEntriesOf(
                        Map.of("for_whom", "patients of ours", "pack_version", "1.1.0"));
        assertThat(upgraded.path("content").path("raw").asText())
                .contains("Take these steps in order");
        assertThat(actions(it.plan(LEG_CRAMPS, "1.1.0")))
                .containsExactly("what-causes-leg-cramps-at-night/en keep");

        it.undo(run);
        assertThat(meta(see("health-topics", id)))
                .containsAllEntriesOf(
                        Map.of("for_whom", "patients of ours", "pack_version", "1.0.0"));
    }

    @Test
    void aFieldThatIsMappedLaterIsFilledByTheNextApply() throws Exception {
        connect(topicsBut("field-disclaimer", "none"));
        String id = imported();
        assertThat(meta(see("health-topics", id)).get("small_print")).isEmpty();
        it.close();

        connect(TOPICS);
        it.apply(it.plan(LEG_CRAMPS, "1.0.0"));

        assertThat(meta(see("health-topics", id)).get("small_print")).isNotEmpty();
    }

    @Test
    void theCheckNamesEveryFieldThatIsNotThere() throws Exception {
        Map<String, String> map = topicsBut("field-summary", "meta.nowhere");
        map.put("field-tags", "tags");
        map.put("field-version", "meta.reading_minutes");
        connect(map);

        assertThat(missing())
                .containsExactly(
                        "The post type has no taxonomy \"tags\" for tags.",
                        "The post type has no field \"nowhere\" for summary.",
                        "The field \"reading_minutes\" for version holds no text.");
    }

    @Test
    void theCheckNamesAPostTypeOrAnExcerptThatIsNotThere() throws Exception {
        connect(Map.of("item-type", "nothing"));
        assertThat(missing()).containsExactly("The site's REST API has no post type \"nothing\".");
        it.close();

        connect(topicsBut("field-summary", "excerpt"));
        assertThat(missing()).containsExactly("The post type has no excerpt for the summary.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "disclaimer", "review"})
    void aFieldThatIsDroppedWithoutAWordFailsTheItem(String field) throws Exception {
        connect(topicsBut("field-" + field, "meta.dropped"));
        assertThat(missing()).isEmpty();
        it.publishLegCramps("1.0.0");

        Run run = it.apply(it.plan(LEG_CRAMPS, "1.0.0"));

        assertThat(run.items().get(0).state()).isEqualTo(RunItem.State.FAILED);
        assertThat(run.items().get(0).message())
                .startsWith(
                        "The site said that it wrote, but did not keep this: field \""
                                + field
                                + "\"")
                .contains("another plugin");
    }

    @Test
    void pagesTakeArticlesToo() throws Exception {
        connect(Map.of("item-type", "pages"));
        assertThat(missing()).containsExactly("The post type has no taxonomy \"tags\" for tags.");
        it.close();

        connect(Map.of("item-type", "pages", "field-tags", "none"));
        assertThat(missing()).isEmpty();
        String id = imported();
        it.publishLegCramps("1.1.0");
        it.apply(it.plan(LEG_CRAMPS, "1.1.0"));

        JsonNode page = see("pages", id);
        assertThat(page.path("meta").path("contentpack_version").asText()).isEqualTo("1.1.0");
        assertThat(page.path("excerpt").path("raw").asText()).isNotEmpty();
        assertThat(page.path("content").path("raw").asText()).contains("Take these steps in order");
        assertThat(actions(it.plan(LEG_CRAMPS, "1.1.0")))
                .containsExactly("what-causes-leg-cramps-at-night/en unchanged");
    }
}

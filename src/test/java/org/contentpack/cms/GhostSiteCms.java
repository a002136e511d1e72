package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.ghost.GhostKind;
import org.contentpack.sync.http.SiteLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a target says of a real Ghost, and what other integrations do to posts there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GhostSiteCms {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String STALE = "2020-01-01T00:00:00.000Z";

    private GhostHands cms;

    @TempDir Path stores;

    private int number;

    @BeforeAll
    void start() throws Exception {
        cms = GhostHands.open();
    }

    @AfterAll
    void end() throws Exception {
        cms.close();
    }

    @BeforeEach
    void clear() throws Exception {
        cms.reset();
    }

    private Target target() {
        return ContractTarget.of(GhostKind.ID, cms.url());
    }

    private Connector connector(Map<String, String> options) {
        return ContractTarget.connector(target(), options, SiteLimits.DEFAULT, time -> {});
    }

    private SyncFixture store() throws Exception {
        SyncFixture it =
                SyncFixture.in(
                        stores.resolve("store-" + ++number), connector(cms.options()), target());
        it.publishLegCramps("1.0.0");
        it.publishLegCramps("1.1.0");
        return it;
    }

    @Test
    void anEmptySiteIsReadyAndNothingHasToBeMade() throws Exception {
        for (Check check :
                List.of(connector(cms.options()).check(), connector(cms.options()).prepare())) {
            assertThat(check.points())
                    .extracting(point -> point.state() + " " + point.message())
                    .containsExactly(
                            "FINE The site answers as a Ghost.",
                            "FINE The site accepts the key.",
                            "FINE The site runs Ghost 6.65.0.");
        }
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws Exception {
        String key = "0".repeat(24) + ":" + "0".repeat(64);

        assertThat(connector(Map.of("admin-key", key)).check().points())
                .filteredOn(point -> point.state() != Check.State.FINE)
                .extracting(point -> point.subject() + ": " + point.message())
                .containsExactly("credentials: The site does not accept the credentials.");
    }

    /** The key stands in no message. */
    @Test
    void settingsThatAreWrongAreNamedWithoutTheirSecret() {
        assertThat(message(Map.of())).isEqualTo("target \"site\" needs the setting \"admin-key\"");
        assertThat(message(Map.of("admin-key", "0123456789abcdef")))
                .isEqualTo(
                        "target \"site\": \"admin-key\" must be the Admin API key of a custom"
                                + " integration, with the colon in it");
        assertThat(message(Map.of("admin-key", cms.site().key(), "article-url", "/articles/")))
                .isEqualTo("target \"site\": \"article-url\" cannot be \"/articles/\"");
    }

    private String message(Map<String, String> options) {
        try {
            connector(options);
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** What another program wrote over HTML has lost all styles; headings are left. */
    @Test
    void sectionsAreFoundByTheirHeadingsWhereAnotherProgramTookTheirNamesOff() throws Exception {
        try (SyncFixture it = store()) {
            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.0.0"));
            String item = cms.items().get(0);
            cms.setBlocks(
                    item,
                    (ArrayNode)
                            JSON.readTree(
                                    JSON.writeValueAsString(cms.blocks(item))
                                            .replaceAll("--contentpack:[a-z0-9-]+", "")));

            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.1.0"));

            assertThat(cms.items()).containsExactly(item);
            assertThat(cms.see(item).text())
                    .contains("Warm up properly before you start.")
                    .doesNotContain(">Warm up properly.<");
        }
    }

    /** Ghost's own precondition, for whoever is slower than our own look. */
    @Test
    void ghostRefusesAWriteToAPostThatWasSavedMeanwhile() throws Exception {
        String item = cms.write("Ours", "ours", List.of(new CmsHands.Part("A", "b")));
        ObjectNode post = JSON.createObjectNode().put("title", "Late").put("updated_at", STALE);
        JsonNode body = JSON.createObjectNode().set("posts", JSON.createArrayNode().add(post));

        var answer =
                cms.site()
                        .send(
                                cms.site()
                                        .request("/posts/" + item + "/")
                                        .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("UPDATE_COLLISION");
    }

    @Test
    void codeThatASiteInjectsStaysBesideOurs() throws Exception {
        try (SyncFixture it = store()) {
            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.0.0"));
            String item = cms.items().get(0);
            String theirs = "<style>h2 { color: teal }</style>";
            cms.setCode(item, theirs + "\n" + cms.code(item));

            List<String> done =
                    SyncFixture.states(it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.1.0")));

            assertThat(done).containsExactly("what-causes-leg-cramps-at-night/en done");
            assertThat(cms.code(item)).startsWith(theirs + "\n<script type=");
            assertThat(cms.see(item).version()).contains("1.1.0");
        }
    }

    /** Somebody took our tag off, or emptied the code: the item is known and marked again. */
    @Test
    void anItemThatLostItsTagOrItsCodeIsStillTheSame() throws Exception {
        try (SyncFixture it = store()) {
            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.0.0"));
            String item = cms.items().get(0);
            cms.setCode(item, "");

            var run = it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.1.0"));

            assertThat(run.items()).extracting(RunItem::state).containsExactly(RunItem.State.DONE);
            assertThat(cms.items()).containsExactly(item);
            assertThat(cms.see(item).version()).contains("1.1.0");
            assertThat(cms.see(item).status()).isEqualTo(ItemStatus.DRAFT);
        }
    }
}

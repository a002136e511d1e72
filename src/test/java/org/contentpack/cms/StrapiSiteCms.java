package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.GARDEN;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.compare.Choice;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Withdrawal;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.strapi.StrapiKind;
import org.contentpack.version.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only Strapi has: drafts that wait beside what readers see, one document in several
 * languages, and a content type that has to be in its files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrapiSiteCms {

    private static final JsonMapper JSON = new JsonMapper();

    /** A sentence of the garden's article on mint, which both releases have. */
    private static final String SAME = "Leave the rim above";

    private static final String OLD = "Keep the soil moist.";
    private static final String NEW = "Keep the soil wet.";

    private StrapiHands cms;

    @TempDir private Path store;

    @BeforeAll
    void start() throws Exception {
        cms = StrapiHands.open();
    }

    @AfterAll
    void end() throws Exception {
        cms.close();
    }

    @BeforeEach
    void empty() throws Exception {
        cms.reset();
    }

    private static Target target(StrapiSite site) {
        return ContractTarget.of(StrapiKind.ID, site.url());
    }

    private static Connector connector(StrapiSite site, Map<String, String> options) {
        return ContractTarget.connector(target(site), options, SiteLimits.DEFAULT, time -> {});
    }

    private Connector connector(Map<String, String> options) {
        return connector(cms.site(), options);
    }

    /** As the documentation sets a target up: updates wait in the draft. */
    private SyncFixture careful() throws Exception {
        return published(Map.of("token", cms.site().token()));
    }

    private SyncFixture publishing() throws Exception {
        return published(cms.options());
    }

    private SyncFixture published(Map<String, String> options) throws Exception {
        SyncFixture it = SyncFixture.in(store, connector(options), target(cms.site()));
        it.publish(SyncFixture.garden());
        it.publish(ContractPacks.nextGarden());
        return it;
    }

    private static List<String> wrong(Check check) {
        return check.points().stream()
                .filter(p -> p.state() != Check.State.FINE)
                .map(p -> p.state() + " " + p.subject() + ": " + p.message())
                .toList();
    }

    private static String mint(Run run) {
        return run.items().stream()
                .filter(item -> item.key().article().value().equals("keeping-mint"))
                .flatMap(item -> item.item().stream())
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode entry) {
        return entry.path("sections").toString();
    }

    // Drafts and what readers see.

    @Test
    void anUpdateWaitsInTheDraftUnlessTheTargetSaysOtherwise() throws Exception {
        try (SyncFixture it = careful()) {
            String item = mint(it.apply(it.plan(GARDEN, "1.0.0")));
            assertThat(text(cms.published(item).orElseThrow())).contains(OLD);

            it.apply(it.plan(GARDEN, "1.1.0"));

            assertThat(text(cms.draft(item))).contains(NEW);
            assertThat(text(cms.published(item).orElseThrow())).contains(OLD).doesNotContain(NEW);
            assertThat(wrong(it.sync.check(SyncFixture.SITE)))
                    .containsExactly(
                            "WARNING published: 2 items have changes that readers do not see yet.");
        }
    }

    @Test
    void whatAnEditorHasNotPublishedIsNeverPublished() throws Exception {
        try (SyncFixture it = publishing()) {
            String item = mint(it.apply(it.plan(GARDEN, "1.0.0")));
            ArrayNode rows = (ArrayNode) cms.draft(item).path("sections");
            ((ObjectNode) rows.get(0)).put("heading", "Not ready yet");
            cms.save(item, JSON.createObjectNode().set("sections", rows));
            String before = text(cms.published(item).orElseThrow());

            it.apply(it.plan(GARDEN, "1.1.0"));

            assertThat(text(cms.draft(item))).contains("Not ready yet", NEW);
            assertThat(text(cms.published(item).orElseThrow())).isEqualTo(before);
            assertThat(wrong(it.sync.check(SyncFixture.SITE)))
                    .containsExactly(
                            "WARNING published: 1 item has changes that readers do not see yet.");

            cms.setStatus(item, ItemStatus.LIVE);
            assertThat(text(cms.published(item).orElseThrow())).contains("Not ready yet", NEW);
            assertThat(wrong(it.sync.check(SyncFixture.SITE))).isEmpty();
        }
    }

    /** Unpublishing leaves the draft alone; publishing it again would publish what waited in it. */
    @Test
    void anItemThatWasRetiredWithAnEditorsDraftComesBackByAnEditorOnly() throws Exception {
        try (SyncFixture it = publishing()) {
            String item = mint(it.apply(it.plan(GARDEN, "1.0.0")));
            cms.save(item, JSON.createObjectNode().put("title", "Not ready yet"));
            it.registry
                    .withdrawals()
                    .withdraw(
                            GARDEN,
                            new Version("1.0.0"),
                            Optional.of(new ArticleId("keeping-mint")),
                            new Withdrawal(
                                    Withdrawal.Kind.ERROR,
                                    Optional.of("Wrong dose."),
                                    Optional.empty()),
                            Actor.BUILT_IN);
            Run run = it.apply(it.decideAll(it.plan(GARDEN, "1.0.0"), new Choice.TakeRelease()));
            assertThat(cms.published(item)).isEmpty();

            Run undone = it.undo(run);

            assertThat(undone.items())
                    .extracting(RunItem::message)
                    .anyMatch(said -> said.contains("has changes that no editor has published."));
            assertThat(cms.published(item)).isEmpty();
            assertThat(cms.draft(item).path("title").asText()).isEqualTo("Not ready yet");
        }
    }

    /** The site itself looks once more, in the transaction in which it writes. */
    @Test
    void theSiteRefusesAWriteToADraftThatSomebodySavedMeanwhile() throws Exception {
        try (SyncFixture it = careful()) {
            String item = mint(it.apply(it.plan(GARDEN, "1.0.0")));
            ObjectNode write =
                    JSON.createObjectNode()
                            .put("documentId", item.substring(0, item.indexOf('.')))
                            .put("locale", "en")
                            .put("seen", cms.draft(item).path("updatedAt").asText());
            write.putObject("data").put("title", "Ours");
            cms.save(item, JSON.createObjectNode().put("title", "Anna's"));

            assertThat(refusal(write)).contains("409");
            assertThat(cms.draft(item).path("title").asText()).isEqualTo("Anna's");
        }
    }

    /** All or nothing: what cannot be published is not written to the draft either. */
    @Test
    void aWriteThatFailsHalfWayLeavesNothing() throws Exception {
        try (SyncFixture it = careful()) {
            String item = mint(it.apply(it.plan(GARDEN, "1.0.0")));
            JsonNode before = cms.draft(item);
            ObjectNode write =
                    JSON.createObjectNode()
                            .put("documentId", item.substring(0, item.indexOf('.')))
                            .put("locale", "en")
                            .put("seen", before.path("updatedAt").asText())
                            .put("status", "published");
            write.putObject("data").put("slug", "changed").putNull("title");

            assertThat(refusal(write)).contains("400");
            assertThat(cms.draft(item)).isEqualTo(before);
        }
    }

    private String refusal(JsonNode write) throws Exception {
        try {
            cms.site().api("POST", "/contentpack/write", Optional.of(write));
            return "";
        } catch (java.io.IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    // Languages.

    @Test
    void languagesOfOneArticleAreOneDocumentAndKeepTheirOwnMarks() throws Exception {
        try (SyncFixture it = careful()) {
            it.publish(ContractPacks.manyLetters());
            Run run = it.apply(it.plan(ContractPacks.MANY_LETTERS, "1.0.0"));

            Map<String, List<RunItem>> byArticle =
                    run.items().stream()
                            .collect(
                                    java.util.stream.Collectors.groupingBy(
                                            item -> item.key().article().value()));
            List<RunItem> both =
                    byArticle.values().stream()
                            .filter(items -> items.size() == 2)
                            .findFirst()
                            .orElseThrow();
            String one = both.get(0).item().orElseThrow();
            String other = both.get(1).item().orElseThrow();
            assertThat(one.substring(0, one.indexOf('.')))
                    .isEqualTo(other.substring(0, other.indexOf('.')));
            assertThat(List.of(one, other))
                    .extracting(item -> cms.draft(item).path("contentpack_language").asText())
                    .containsExactlyInAnyOrder("ar", "en");
            assertThat(cms.draft(one).path("contentpack_digest"))
                    .isNotEqualTo(cms.draft(other).path("contentpack_digest"));
        }
    }

    @Test
    void aLanguageThatTheSiteDoesNotHaveIsNamedAndNotWritten() throws Exception {
        try (SyncFixture it = careful()) {
            it.publish(ContractPacks.manyLetters());
            JsonNode locales = cms.site().admin("GET", "/i18n/locales", Optional.empty());
            String arabic = "";
            for (JsonNode locale : locales) {
                arabic =
                        locale.path("code").asText().equals("ar")
                                ? locale.path("id").asText()
                                : arabic;
            }
            cms.site().admin("DELETE", "/i18n/locales/" + arabic, Optional.empty());
            try {
                assertThat(wrong(it.sync.check(SyncFixture.SITE)))
                        .containsExactly(
                                "WARNING languages: The site does not have the languages: ar.");
                Run run = it.apply(it.plan(ContractPacks.MANY_LETTERS, "1.0.0"));
                assertThat(run.items())
                        .filteredOn(item -> item.key().language().equals(new Language("ar")))
                        .extracting(RunItem::message)
                        .allMatch(
                                said -> said.startsWith("The site does not have the language ar."));
                assertThat(cms.items()).allMatch(item -> item.endsWith(".en"));
            } finally {
                cms.site()
                        .admin(
                                "POST",
                                "/i18n/locales",
                                Optional.of(
                                        JSON.createObjectNode()
                                                .put("code", "ar")
                                                .put("name", "Arabic (ar)")
                                                .put("isDefault", false)));
            }
        }
    }

    // What stays.

    @Test
    void fieldsOfTheSitesOwnInEntriesStayWhenATextIsUpgraded() throws Exception {
        try (SyncFixture it = publishing()) {
            String item = mint(it.apply(it.plan(GARDEN, "1.0.0")));
            ArrayNode rows = (ArrayNode) cms.draft(item).path("sections");
            rows.forEach(row -> ((ObjectNode) row).put("colour", "green"));
            cms.setRows(item, rows);

            it.apply(it.plan(GARDEN, "1.1.0"));

            JsonNode after = cms.published(item).orElseThrow();
            assertThat(text(after)).contains(NEW, SAME);
            assertThat(after.path("sections").findValuesAsText("colour")).containsOnly("green");
        }
    }

    @Test
    void aPictureThatAnEditorRenamedIsFoundAgain() throws Exception {
        try (SyncFixture it = careful()) {
            it.publishLegCramps("1.0.0");
            it.publishLegCramps("1.1.0");
            it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
            JsonNode file = cms.site().api("GET", "/upload/files", Optional.empty()).path(0);
            cms.site()
                    .admin(
                            "POST",
                            "/upload?id=" + file.path("id").asText(),
                            Optional.of(
                                    JSON.createObjectNode()
                                            .set(
                                                    "fileInfo",
                                                    JSON.createObjectNode()
                                                            .put("name", "Anna's name"))));
            cms.delete(cms.items().get(0));
            int before = cms.pictures().size();

            it.apply(it.decideAll(it.plan(LEG_CRAMPS, "1.1.0"), new Choice.TakeRelease()));

            assertThat(cms.pictures()).hasSize(before);
            assertThat(cms.pictures()).anyMatch(p -> p.startsWith("Anna's name: "));
        }
    }

    @Test
    void anItemOfNoSuchNameIsThereNot() throws Exception {
        Connector connector = connector(Map.of("token", cms.site().token()));

        for (String id : List.of("", "nothing", "abc.en", "../x.en", "abc.en?status=published")) {
            assertThat(connector.item(id)).as(id).isEqualTo(Optional.<Item>empty());
        }
    }

    // Setting up.

    @Test
    void aTokenWithTheRightsOfTheDocumentationIsEnough() throws Exception {
        Connector enough = connector(Map.of("token", cms.site().token("enough")));
        assertThat(enough.check().points())
                .extracting(p -> p.state() + " " + p.message())
                .containsExactly(
                        "FINE The site answers as a Strapi.",
                        "FINE The site accepts the token.",
                        "FINE The site runs Strapi 5.54.0.",
                        "FINE The Strapi project has the files for content packs.",
                        "FINE The content type has all fields that are filled.",
                        "FINE The token may do what is needed.");
        try (SyncFixture it = SyncFixture.in(store, enough, target(cms.site()))) {
            it.publishLegCramps("1.0.0");
            assertThat(states(it.apply(it.plan(LEG_CRAMPS, "1.0.0"))))
                    .containsExactly("what-causes-leg-cramps-at-night/en done");
        }
    }

    @Test
    void aTokenThatMayTooLittleIsToldWhat() throws Exception {
        assertThat(wrong(connector(Map.of("token", cms.site().token("too-little"))).check()))
                .containsExactly(
                        "MISSING rights: The token may not:"
                                + " contentpack-article.contentpack-article.findOne,"
                                + " contentpack-article.contentpack-article.write,"
                                + " upload.content-api.find, upload.content-api.upload.");
        assertThat(wrong(connector(Map.of("token", cms.site().token("nothing"))).check()))
                .containsExactly("MISSING credentials: The site refused (403, ForbiddenError).");
        assertThat(wrong(connector(Map.of("token", "no-such-token")).check()))
                .containsExactly("MISSING credentials: The site does not accept the credentials.");
    }

    @Test
    void aProjectWithoutOurFilesIsToldWhereTheyAre() throws Exception {
        try (StrapiSite site = StrapiSite.open(empty -> {})) {
            Connector connector = connector(site, Map.of("token", site.token()));

            assertThat(wrong(connector.prepare()))
                    .containsExactly(
                            "MISSING files: The Strapi project does not have the files for content"
                                    + " packs.");
            assertThat(connector.check().points().get(1).hint())
                    .contains("/api/cms/strapi/project.zip");

            site.stop();
            site.install();
            site.start();
            assertThat(wrong(connector.check())).isEmpty();
        }
    }

    @Test
    void aContentTypeThatCannotHoldItemsIsDescribed() throws Exception {
        try (StrapiSite site =
                StrapiSite.open(
                        project -> {
                            project.install();
                            project.edit(StrapiSite.TYPE, StrapiSiteCms::spoil);
                            project.edit(
                                    StrapiSite.SECTION,
                                    section ->
                                            section.withObject("/attributes/text")
                                                    .put("type", "blocks"));
                        })) {
            assertThat(wrong(connector(site, Map.of("token", site.token())).check()))
                    .containsExactly(
                            "MISSING fields: The content type is not as it has to be: draft and"
                                    + " publish is off; summary is missing; contentpack_digest is"
                                    + " shared between languages and must not be;"
                                    + " contentpack.section.text is blocks and must be richtext.");
        }
    }

    private static void spoil(ObjectNode type) {
        type.withObject("/options").put("draftAndPublish", false);
        type.withObject("/attributes").remove("summary");
        type.withObject("/attributes/contentpack_digest").remove("pluginOptions");
    }

    @Test
    void anArticleThatIsTooLongForTheSiteIsRefusedBeforeAnythingIsWritten() throws Exception {
        try (StrapiSite site =
                StrapiSite.open(
                        project -> {
                            project.install();
                            Path middlewares = project.folder().resolve("config/middlewares.js");
                            Files.writeString(
                                    middlewares,
                                    Files.readString(middlewares)
                                            .replace(
                                                    "'strapi::body'",
                                                    "{ name: 'strapi::body', config: { jsonLimit:"
                                                            + " '150kb' } }"));
                        })) {
            Connector connector = connector(site, Map.of("token", site.token()));
            try (SyncFixture it = SyncFixture.in(store, connector, target(site))) {
                it.publish(ContractPacks.manyLetters());

                Run run = it.apply(it.plan(ContractPacks.MANY_LETTERS, "1.0.0"));

                assertThat(run.items())
                        .filteredOn(item -> item.key().article().value().equals("long"))
                        .extracting(RunItem::message)
                        .singleElement()
                        .asString()
                        .matches("The article has 214 kB, and the site takes 153 kB at once\\..*");
                assertThat(run.count(RunItem.State.DONE)).isEqualTo(3);
            }
        }
    }

    /** The token stands in no message. */
    @Test
    void settingsThatAreWrongAreNamedWithoutTheirSecret() {
        assertThat(message(Map.of())).isEqualTo("target \"site\" needs the setting \"token\"");
        assertThat(message(Map.of("token", "with space")))
                .isEqualTo(
                        "target \"site\": \"token\" must be visible ASCII characters without"
                                + " spaces");
        assertThat(message(Map.of("token", "t", "publish-updates", "yes")))
                .isEqualTo("target \"site\": \"publish-updates\" cannot be \"yes\"");
        assertThat(message(Map.of("token", "t", "article-url", "/articles/{article}")))
                .isEqualTo("target \"site\": \"article-url\" cannot be \"/articles/{article}\"");
    }

    private String message(Map<String, String> options) {
        try {
            connector(options);
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}

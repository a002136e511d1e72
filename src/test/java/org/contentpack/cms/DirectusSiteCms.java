package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.directus.DirectusKind;
import org.contentpack.sync.http.SiteLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a target says of a real Directus that is not as it has to be, and what it makes there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectusSiteCms {

    private static final JsonMapper JSON = new JsonMapper();

    private DirectusSite site;

    @BeforeAll
    void start() throws Exception {
        site = DirectusSite.open();
    }

    @AfterAll
    void end() throws Exception {
        site.close();
    }

    @AfterEach
    void clear() throws Exception {
        site.send(site.request("/collections/" + DirectusHands.COLLECTION).DELETE());
    }

    private Connector connector(Map<String, String> options) {
        return ContractTarget.connector(target(), options, SiteLimits.DEFAULT, time -> {});
    }

    private Target target() {
        return ContractTarget.of(DirectusKind.ID, site.url());
    }

    private Connector administrator() {
        return connector(Map.of("token", site.token()));
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer =
                site.send(site.request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body()).path("data");
    }

    private static List<String> wrong(Check check) {
        return check.points().stream()
                .filter(p -> p.state() != Check.State.FINE)
                .map(p -> p.state() + " " + p.subject() + ": " + p.message())
                .toList();
    }

    @Test
    void anEmptySiteLacksTheCollectionUntilItIsPrepared() throws Exception {
        assertThat(wrong(administrator().check()))
                .containsExactly(
                        "MISSING fields: There is no collection \"contentpack_articles\", or the"
                                + " token's user may not see it.");

        assertThat(wrong(administrator().prepare())).isEmpty();
        assertThat(administrator().check().points())
                .extracting(Check.Point::message)
                .containsExactly(
                        "The site answers as a Directus.",
                        "The site accepts the token.",
                        "The site runs Directus 12.4.0.",
                        "The collection has all fields that are filled.",
                        "The token's user may do what is needed.");
        assertThat(wrong(administrator().prepare())).isEmpty();
    }

    @Test
    void fieldsThatACollectionLacksAreNamedAndMade() throws Exception {
        administrator().prepare();
        for (String field : List.of("summary", "contentpack_notice", "sections")) {
            site.send(site.request("/fields/contentpack_articles/" + field).DELETE());
        }
        assertThat(wrong(administrator().check()))
                .containsExactly(
                        "MISSING fields: The collection lacks the fields: summary, sections,"
                                + " contentpack_notice.");

        assertThat(wrong(administrator().prepare())).isEmpty();
    }

    @Test
    void aCollectionOfTheSitesOwnKeepsWhatItHasAndGetsTheRest() throws Exception {
        post(
                "/collections",
                "{\"collection\":\"contentpack_articles\",\"schema\":{},\"meta\":{},\"fields\":["
                        + "{\"field\":\"id\",\"type\":\"string\",\"schema\":{\"is_primary_key\":true}},"
                        + "{\"field\":\"title\",\"type\":\"string\",\"meta\":{\"note\":\"Ours.\"}},"
                        + "{\"field\":\"author\",\"type\":\"string\"}]}");

        assertThat(wrong(administrator().prepare())).isEmpty();
        JsonNode title =
                JSON.readTree(
                        site.send(site.request("/fields/contentpack_articles/title").GET()).body());
        assertThat(title.path("data").path("meta").path("note").asText()).isEqualTo("Ours.");
    }

    @Test
    void aCollectionThatCannotHoldItemsIsLeftAlone() throws Exception {
        post(
                "/collections",
                "{\"collection\":\"contentpack_articles\",\"schema\":{},\"meta\":{\"versioning\":true},"
                        + "\"fields\":[{\"field\":\"id\",\"type\":\"integer\",\"schema\":"
                        + "{\"is_primary_key\":true,\"has_auto_increment\":true}},"
                        + "{\"field\":\"sections\",\"type\":\"text\"}]}");

        assertThat(wrong(administrator().prepare()))
                .containsExactly(
                        "MISSING fields: The collection has fields of another type: id is integer"
                                + " and must be string; sections is text and must be json.",
                        "WARNING drafts: Content versioning is on: a draft that was begun before"
                                + " an update puts the former text back when it is published.");
    }

    @Test
    void aTokenThatIsNoneIsNamed() throws Exception {
        assertThat(wrong(connector(Map.of("token", "nobody")).check()))
                .containsExactly("MISSING credentials: The site does not accept the credentials.");
    }

    /** A user with the rights that the documentation names, and no others, is enough. */
    @Test
    void anEditorsTokenIsEnoughOnceTheSiteIsPrepared(@TempDir Path store) throws Exception {
        String token = "a-token-of-an-editor-for-this";
        String policy =
                post(
                                "/policies",
                                "{\"name\":\"Content Pack\",\"app_access\":false,\"admin_access\":false}")
                        .path("id")
                        .asText();
        String role =
                post(
                                "/roles",
                                "{\"name\":\"Content Pack\",\"policies\":[{\"policy\":\""
                                        + policy
                                        + "\"}]}")
                        .path("id")
                        .asText();
        post(
                "/users",
                "{\"email\":\"pack@example.com\",\"role\":\""
                        + role
                        + "\",\"token\":\""
                        + token
                        + "\"}");
        Connector editor = connector(Map.of("token", token));
        assertThat(wrong(editor.prepare()))
                .containsExactly(
                        "MISSING fields: There is no collection \"contentpack_articles\", or the"
                                + " token's user may not see it.",
                        "MISSING rights: The token's user may not make collections and fields.");
        administrator().prepare();
        permit(policy, "contentpack_articles", "create", "read", "update");
        permit(policy, "directus_fields", "read");
        permit(policy, "directus_collections", "read");
        permit(policy, "directus_files", "read");
        assertThat(wrong(editor.check()))
                .containsExactly(
                        "MISSING rights: The token's user may not: create directus_files, update"
                                + " directus_files.");
        permit(policy, "directus_files", "create", "update");
        assertThat(wrong(editor.check())).isEmpty();

        try (SyncFixture it = SyncFixture.in(store, editor, target())) {
            it.publishLegCramps("1.0.0");
            assertThat(SyncFixture.states(it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.0.0"))))
                    .containsExactly("what-causes-leg-cramps-at-night/en done");
        }
    }

    private void permit(String policy, String collection, String... actions) throws Exception {
        for (String action : actions) {
            post(
                    "/permissions",
                    "{\"policy\":\""
                            + policy
                            + "\",\"collection\":\""
                            + collection
                            + "\",\"action\":\""
                            + action
                            + "\",\"fields\":[\"*\"],\"permissions\":{}}");
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
        assertThat(message(Map.of("token", "t", "item-type", "directus_users")))
                .isEqualTo("target \"site\": \"item-type\" cannot be \"directus_users\"");
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

package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Step;
import org.contentpack.sync.Drift;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.strapi.StrapiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An editor who is no administrator, in a real browser: what Strapi saves differs from what we
 * wrote by the editor's own words alone, although its form sends the whole article, with what it
 * does not show.
 *
 * <p>With {@code -Dstrapi.shots=<folder>} it leaves pictures for the documentation there.
 */
class StrapiEditorCms {

    private static final String USER = "anna@example.com";
    private static final String PASSWORD = "A long passw0rd of Anna";

    private static final String ARTICLE = "api::contentpack-article.contentpack-article";

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path store;

    @Test
    void oneEditIsOneDifferenceAndNothingThatIsHiddenIsLost() throws Exception {
        try (StrapiHands cms = StrapiHands.openWithPages();
                Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Target target = ContractTarget.of(StrapiKind.ID, cms.url());
            SyncFixture it =
                    SyncFixture.in(
                            store,
                            ContractTarget.connector(
                                    target, cms.options(), SiteLimits.DEFAULT, time -> {}),
                            target);
            it.publishLegCramps("1.0.0");
            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.0.0"));
            String item = cms.items().get(0);
            JsonNode before = cms.draft(item);
            makeEditor(cms);
            Page page = signedIn(playwright, cms);

            page.navigate(
                    cms.url()
                            + "/admin/content-manager/collection-types/"
                            + "api::contentpack-article.contentpack-article/"
                            + before.path("documentId").asText()
                            + "?plugins%5Bi18n%5D%5Blocale%5D=en");
            var section =
                    page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Dehydration").setExact(true));
            section.scrollIntoViewIfNeeded();
            shoot(page, "strapi-item.png");
            section.click();
            page.getByText("drinking too little").click();
            page.keyboard().press("End");
            page.keyboard().type(" water");
            shoot(page, "strapi-section.png");
            page.waitForResponse(
                    answer -> answer.request().method().equals("PUT"),
                    () ->
                            page.getByRole(
                                            AriaRole.BUTTON,
                                            new Page.GetByRoleOptions()
                                                    .setName("Save")
                                                    .setExact(true))
                                    .click());

            List<Drift> drifts = it.sync.drift(SyncFixture.SITE);
            assertThat(drifts).extracting(Drift::state).containsExactly(Drift.State.CHANGED);
            assertThat(drifts.get(0).steps())
                    .extracting(Step::place)
                    .extracting(place -> place.id())
                    .containsExactly("section:dehydration");
            JsonNode after = cms.draft(item);
            assertThat(after.path("sections").toString()).contains("- drinking too little water");
            ((ObjectNode) after).remove(List.of("sections", "updatedAt"));
            ((ObjectNode) before).remove(List.of("sections", "updatedAt"));
            assertThat(after).isEqualTo(before);
            it.close();
        }
    }

    private static void makeEditor(StrapiHands cms) throws Exception {
        String editor = "";
        for (JsonNode role : cms.site().admin("GET", "/admin/roles", Optional.empty())) {
            editor =
                    role.path("code").asText().equals("strapi-editor")
                            ? role.path("id").asText()
                            : editor;
        }
        allow(cms, editor);
        ObjectNode user =
                JSON.createObjectNode()
                        .put("firstname", "Anna")
                        .put("lastname", "Editor")
                        .put("email", USER);
        user.putArray("roles").add(editor);
        ObjectNode register =
                JSON.createObjectNode()
                        .put(
                                "registrationToken",
                                cms.site()
                                        .admin("POST", "/admin/users", Optional.of(user))
                                        .path("registrationToken")
                                        .asText());
        register.putObject("userInfo")
                .put("firstname", "Anna")
                .put("lastname", "Editor")
                .put("password", PASSWORD);
        cms.site().admin("POST", "/admin/register", Optional.of(register));
    }

    /** What an administrator ticks for a role: Strapi's own gives it the fields in no language. */
    private static void allow(StrapiHands cms, String role) throws Exception {
        String address = "/admin/roles/" + role + "/permissions";
        ArrayNode fields = JSON.createArrayNode();
        for (Map.Entry<String, JsonNode> field : attributes(cms, StrapiSite.TYPE).entrySet()) {
            String component = field.getValue().path("component").asText();
            if (component.isEmpty()) {
                fields.add(field.getKey());
            } else {
                attributes(cms, "src/components/" + component.replace('.', '/') + ".json")
                        .keySet()
                        .forEach(inside -> fields.add(field.getKey() + "." + inside));
            }
        }
        ObjectNode all = JSON.createObjectNode();
        ArrayNode permissions = all.putArray("permissions");
        for (JsonNode known : cms.site().admin("GET", address, Optional.empty())) {
            if (!known.path("subject").asText().equals(ARTICLE)) {
                ObjectNode kept = permissions.addObject();
                for (String part : List.of("action", "subject", "properties", "conditions")) {
                    kept.set(part, known.path(part));
                }
            }
        }
        for (String action : List.of("create", "read", "update", "publish")) {
            ObjectNode permission =
                    permissions
                            .addObject()
                            .put("action", "plugin::content-manager.explorer." + action)
                            .put("subject", ARTICLE);
            ObjectNode properties = permission.putObject("properties");
            properties.putArray("locales").add("en").add("es");
            if (!action.equals("publish")) {
                properties.set("fields", fields);
            }
            permission.putArray("conditions");
        }
        cms.site().admin("PUT", address, Optional.of(all));
    }

    private static Map<String, JsonNode> attributes(StrapiHands cms, String schema)
            throws Exception {
        Map<String, JsonNode> found = new TreeMap<>();
        JSON.readTree(cms.site().folder().resolve(schema).toFile())
                .path("attributes")
                .properties()
                .forEach(field -> found.put(field.getKey(), field.getValue()));
        return found;
    }

    private static Page signedIn(Playwright playwright, StrapiHands cms) {
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Path.of(
                                                        System.getProperty(
                                                                "contentpack.chromium",
                                                                "/usr/bin/chromium")))
                                        .setArgs(
                                                List.of(
                                                        "--headless",
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking")));
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        page.navigate(cms.url() + "/admin/auth/login");
        page.fill("input[name=email]", USER);
        page.fill("input[name=password]", PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/auth/"));
        return page;
    }

    private static void shoot(Page page, String name) throws Exception {
        String folder = System.getProperty("strapi.shots", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, name), page.screenshot());
        }
    }
}

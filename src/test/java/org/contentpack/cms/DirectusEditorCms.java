package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contentpack.compare.Step;
import org.contentpack.sync.Drift;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.directus.DirectusKind;
import org.contentpack.sync.http.SiteLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An editor who is no administrator, in a real browser: Directus opens every section for editing,
 * and what it saves differs from what we wrote by the editor's own words alone.
 *
 * <p>With {@code -Ddirectus.shots=<folder>} it leaves pictures for the documentation there.
 */
class DirectusEditorCms {

    private static final String USER = "anna@example.com";
    private static final String PASSWORD = "a long password of Anna";

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path store;

    @Test
    void everySectionCanBeEditedAndOneEditIsOneDifference() throws Exception {
        try (DirectusHands cms = DirectusHands.open();
                Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Target target = ContractTarget.of(DirectusKind.ID, cms.url());
            SyncFixture it =
                    SyncFixture.in(
                            store,
                            ContractTarget.connector(
                                    target, cms.options(), SiteLimits.DEFAULT, time -> {}),
                            target);
            it.publishLegCramps("1.0.0");
            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.0.0"));
            String item = cms.items().get(0);
            makeEditor(cms);
            Page page = signedIn(playwright, cms);

            page.navigate(cms.url() + "/admin/content/" + DirectusHands.COLLECTION + "/" + item);
            page.getByText("dehydration", new Page.GetByTextOptions().setExact(true))
                    .scrollIntoViewIfNeeded();
            shoot(page, "directus-item.png");
            for (JsonNode row :
                    cms.get("/items/" + DirectusHands.COLLECTION + "/" + item).path("sections")) {
                open(page, row.path("section").asText());
                assertThat(page.locator(".normalization-notice").count())
                        .as("a section that Directus does not let editors edit: %s", row)
                        .isZero();
                close(page);
            }
            open(page, "dehydration");
            page.getByText("drinking too little").click();
            page.keyboard().press("End");
            page.keyboard().type(" water");
            shoot(page, "directus-section.png");
            save(page);
            page.waitForResponse(
                    answer -> answer.request().method().equals("PATCH"),
                    () -> page.keyboard().press("Control+s"));

            List<Drift> drifts = it.sync.drift(SyncFixture.SITE);
            assertThat(drifts).extracting(Drift::state).containsExactly(Drift.State.CHANGED);
            assertThat(drifts.get(0).steps())
                    .extracting(Step::place)
                    .extracting(place -> place.id())
                    .containsExactly("section:dehydration");
            assertThat(cms.see(item).text()).contains("<li><p>drinking too little water</p></li>");
            it.close();
        }
    }

    private static void makeEditor(DirectusHands cms) throws Exception {
        ObjectNode policy =
                JSON.createObjectNode()
                        .put("name", "Editors")
                        .put("app_access", true)
                        .put("admin_access", false);
        ArrayNode permissions = policy.putArray("permissions");
        for (String collection : List.of(DirectusHands.COLLECTION, "directus_files")) {
            for (String action : List.of("create", "read", "update")) {
                ObjectNode permission =
                        permissions.addObject().put("collection", collection).put("action", action);
                permission.putArray("fields").add("*");
                permission.putObject("permissions");
            }
        }
        ObjectNode role = JSON.createObjectNode().put("name", "Editor");
        role.putArray("policies")
                .addObject()
                .put("policy", cms.post("/policies", policy).path("id").asText());
        cms.post(
                "/users",
                JSON.createObjectNode()
                        .put("email", USER)
                        .put("password", PASSWORD)
                        .put("role", cms.post("/roles", role).path("id").asText()));
    }

    private static Page signedIn(Playwright playwright, DirectusHands cms) {
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
        page.navigate(cms.url() + "/admin/login");
        page.fill("input[type=email]", USER);
        page.fill("input[type=password]", PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL("**/admin/content/**");
        return page;
    }

    /** Opens the row of a section, and returns when its text is there. */
    private static void open(Page page, String section) {
        page.getByText(section, new Page.GetByTextOptions().setExact(true)).first().click();
        page.locator(".ProseMirror").waitFor();
    }

    private static void close(Page page) {
        page.keyboard().press("Escape");
        page.locator(".ProseMirror")
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .DETACHED));
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).last().click();
        page.locator(".ProseMirror")
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .DETACHED));
    }

    private static void shoot(Page page, String name) throws Exception {
        String folder = System.getProperty("directus.shots", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, name), page.screenshot());
        }
    }
}

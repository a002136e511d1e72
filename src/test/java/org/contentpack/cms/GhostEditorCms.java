package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contentpack.compare.Step;
import org.contentpack.sync.Drift;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.ghost.GhostKind;
import org.contentpack.sync.http.SiteLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ghost's own editor in a real browser: what it saves differs from what we wrote by the editor's
 * own words alone, and a section is found again after its heading was typed anew.
 *
 * <p>With {@code -Dghost.shots=<folder>} it leaves pictures for the documentation there.
 */
class GhostEditorCms {

    private static final String OWN = "Our clinic is open on Saturdays.";

    @TempDir Path store;

    @Test
    void editsInTheEditorAreDifferencesOfTheirSectionsAndStay() throws Exception {
        try (GhostHands cms = GhostHands.open();
                Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Target target = ContractTarget.of(GhostKind.ID, cms.url());
            SyncFixture it =
                    SyncFixture.in(
                            store,
                            ContractTarget.connector(
                                    target, cms.options(), SiteLimits.DEFAULT, time -> {}),
                            target);
            it.publishLegCramps("1.0.0");
            it.publishLegCramps("1.1.0");
            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.0.0"));
            String item = cms.items().get(0);
            Page page = signedIn(playwright, cms);

            page.navigate(cms.url() + "/ghost/#/editor/post/" + item);
            Locator editor = page.locator("[data-lexical-editor]").first();
            editor.locator("h2").first().waitFor();
            shoot(page, "ghost-post.png");

            // A sentence in a section, its heading anew, and a paragraph below another section.
            atTheEndOf(editor.getByText("drinking too little"));
            page.keyboard().type(" water");
            editor.locator("h2").filter(has("Dehydration")).click();
            page.keyboard().press("Home");
            page.keyboard().press("Shift+End");
            page.keyboard().type("Too little water");
            atTheEndOf(editor.getByText("Three out of four cases happen at night."));
            page.keyboard().press("Enter");
            page.keyboard().type(OWN);
            shoot(page, "ghost-edited.png");
            page.waitForResponse(
                    answer ->
                            answer.request().method().equals("PUT")
                                    && answer.url().contains("/posts/" + item)
                                    && answer.status() == 200,
                    () -> page.keyboard().press("Control+s"));

            List<Drift> drifts = it.sync.drift(SyncFixture.SITE);
            assertThat(drifts).extracting(Drift::state).containsExactly(Drift.State.CHANGED);
            assertThat(drifts.get(0).steps())
                    .extracting(Step::place)
                    .extracting(place -> place.id())
                    .contains("section:dehydration")
                    .allMatch(
                            id ->
                                    id.equals("section:dehydration")
                                            || id.equals("section:about-night-leg-cramps"));
            it.apply(it.plan(SyncFixture.LEG_CRAMPS, "1.1.0"));
            assertThat(cms.see(item).text())
                    .contains("<h2>Too little water</h2>", "drinking too little water")
                    .contains("happen at night.</p>\n<p>" + OWN + "</p>")
                    .contains("Warm up properly before you start.");
            it.close();
        }
    }

    /** A click lands in the middle of words. */
    private static void atTheEndOf(Locator words) {
        words.click();
        words.evaluate(
                "words => { const end = document.createRange(); end.selectNodeContents(words);"
                        + " end.collapse(false); getSelection().removeAllRanges();"
                        + " getSelection().addRange(end); }");
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page signedIn(Playwright playwright, GhostHands cms) {
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
        page.navigate(cms.url() + "/ghost/#/signin");
        page.fill("input[name=identification]", GhostSite.USER);
        page.fill("input[name=password]", cms.site().password());
        page.click("button[type=submit]");
        page.waitForFunction("() => !location.hash.includes('signin')");
        return page;
    }

    private static void shoot(Page page, String name) throws Exception {
        String folder = System.getProperty("ghost.shots", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, name), page.screenshot());
        }
    }
}

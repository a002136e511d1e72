package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.TOKEN;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An editor's walk in a real browser: three conflicts decided and applied, by mouse and keyboard
 * alone, and every page of it looked at by axe, in light and in dark, as wide as a telephone, a
 * tablet and a desk. What was seen is kept below {@code target/screens}.
 */
class DeskBrowser {

    private static final Path SCREENS = Path.of("target/screens");

    /**
     * A telephone by night, a tablet, a desk.
     *
     * @param width in CSS pixels
     */
    private record Look(int width, ColorScheme scheme) {}

    private static final List<Look> LOOKS =
            List.of(
                    new Look(320, ColorScheme.DARK),
                    new Look(768, ColorScheme.LIGHT),
                    new Look(1280, ColorScheme.LIGHT));

    private static Chromium chromium;
    private static Browser browser;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        browser = chromium.browser();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /**
     * What a practised hand needs for what was done, by the keystroke-level model: 0.2 s for a key
     * or a button, 1.1 s to point, 0.4 s to move the hand, 1.35 s to make up one's mind.
     *
     * @see <a href="https://doi.org/10.1145/358886.358895">Card, Moran, Newell: The Keystroke-Level
     *     Model for User Performance Time with Interactive Systems, 1980</a>
     */
    private static final class Hand {

        private int clicks;
        private int keys;

        void click(Locator place) {
            place.click();
            clicks++;
        }

        void type(Locator place, String text) {
            click(place);
            place.pressSequentially(text);
            keys += text.length();
        }

        double seconds() {
            return clicks * (1.35 + 1.1 + 0.2 + 0.4) + keys * 0.2;
        }
    }

    private static final class Eyes {

        private final List<String> complaints = new ArrayList<>();

        /** Looks at the page as it is, in all ways. */
        void look(Page page, String name) {
            for (Look look : LOOKS) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
                page.setViewportSize(look.width(), 900);
                String here = name + "-" + look.width();
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(SCREENS.resolve(here + ".png")));
                for (Rule violated : new AxeBuilder(page).analyze().getViolations()) {
                    for (CheckedNode node : violated.getNodes()) {
                        complaints.add(here + ": " + violated.getId() + " " + node.getHtml());
                    }
                }
                Object isWider =
                        page.evaluate(
                                "document.documentElement.scrollWidth >"
                                        + " document.documentElement.clientWidth");
                if (Boolean.TRUE.equals(isWider)) {
                    complaints.add(here + ": has to be scrolled sideways");
                }
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.setViewportSize(1280, 900);
        }
    }

    @Test
    void threeConflictsAreDecidedAndAppliedByHand() {
        Site site = new Site("site-browser");
        site.prepare();
        site.applied("1.0.0");
        site.edit("has too little fluid for its functions", "gets less than it needs");
        site.edit("- Warm up properly.", "- Warm up in our gym.");
        site.edit("summary: ", "summary: From our clinic. ");
        Eyes eyes = new Eyes();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> trouble = new ArrayList<>();
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error")) {
                            trouble.add(message.text());
                        }
                    });
            page.navigate(System.getProperty("contentpack.url") + "/targets/site-browser");
            eyes.look(page, "sign-in");
            page.getByLabel("Token").fill(TOKEN);
            page.locator("main button").first().click();
            eyes.look(page, "target");
            Hand hand = new Hand();

            hand.click(page.locator("form[action$='/plans'] button").first());
            assertThat(page.locator("fieldset.question").count()).isEqualTo(3);
            eyes.look(page, "plan");
            for (int i = 0; i < 3; i++) {
                hand.click(page.locator("#q" + i + " .choices input[type=radio]").nth(i % 2));
            }
            hand.type(page.locator("#person"), "Ada Editor");
            hand.type(page.locator("#reason"), "Our clinic's own wording");
            hand.click(page.locator("button[value=apply]"));
            page.waitForURL("**/runs/*");
            Site.get(
                    "/api" + page.url().replaceAll("https?://[^/]+", ""),
                    "Accept",
                    "text/event-stream");
            page.reload();
            assertThat(page.locator("[role=status]").first().innerText())
                    .startsWith("The run has finished");
            eyes.look(page, "run");

            // The model knows nothing of reading: half a minute for each question is left.
            assertThat(hand.seconds())
                    .as(hand.clicks + " clicks, " + hand.keys + " keys")
                    .isLessThan(30);
            for (String path :
                    List.of(
                            "/targets",
                            "/installations",
                            "/history?pack=leg-cramps-at-night&article=what-causes-leg-cramps-at-night",
                            "/plans/999999")) {
                page.navigate(System.getProperty("contentpack.url") + path);
                eyes.look(page, path.replaceAll("^/|\\?.*", "").replace('/', '-'));
            }
            assertThat(trouble).filteredOn(text -> !text.contains("404")).isEqualTo(List.of());
        }
        assertThat(eyes.complaints).isEqualTo(List.of());
    }

    @Test
    void readersPagesHaveNoObstacles() {
        Eyes eyes = new Eyes();
        String release = PACK + "/versions/1.1.0";
        String article = release + "/articles/what-causes-leg-cramps-at-night";
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Map<String, String> pages = new TreeMap<>();
            pages.put("landing", "/");
            pages.put("article", article + ".html");
            pages.put("article-es", article + ".html?lang=es");
            pages.put("section", article + "/sections/dehydration.html?lang=en");
            pages.put("release", release + "");
            pages.put("compare", PACK + "/compare/1.0.0...1.1.0");
            pages.put("search", "/api/search?q=cramp");
            pages.put("docs", "/docs");
            pages.put("docs-tutorial", "/docs/tutorial");
            pages.put("docs-rules", "/docs/rules");
            pages.put("docs-decisions", "/docs/decisions");
            pages.put("docs-wordpress", "/docs/cms/wordpress");
            pages.put("search-nothing", "/api/search?q=xylophone");
            pages.forEach(
                    (name, address) -> {
                        page.navigate(System.getProperty("contentpack.url") + address);
                        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
                        eyes.look(page, name);
                    });
        }
        assertThat(eyes.complaints).isEqualTo(List.of());
    }
}

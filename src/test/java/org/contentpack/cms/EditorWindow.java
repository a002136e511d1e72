package org.contentpack.cms;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A person at a site: a real browser with the administrator signed in. For one thread. What scripts
 * complain of is kept, so that a test can ask.
 */
final class EditorWindow implements AutoCloseable {

    private static final Path CHROMIUM =
            Path.of(System.getProperty("contentpack.chromium", "/usr/bin/chromium"));

    private final WordPressSite site;
    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @throws IOException where there is no browser
     */
    EditorWindow(WordPressSite site) throws IOException {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IOException("There is no browser at " + CHROMIUM);
        }
        this.site = site;
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--headless",
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking")));
        this.page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    // Emoji come from elsewhere, and there is no elsewhere here.
                    if (message.type().equals("error")
                            && !message.text().contains("ERR_NAME_NOT_RESOLVED")
                            && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                        complaints.add(message.text());
                    }
                });
        signIn();
    }

    private void signIn() {
        page.navigate(site.url() + "/wp-login.php");
        page.fill("#user_login", site.user());
        page.fill("#user_pass", site.loginPassword());
        page.click("#wp-submit");
        page.waitForURL("**/wp-admin/**");
    }

    Page page() {
        return page;
    }

    /** What scripts found wrong so far. */
    List<String> complaints() {
        return complaints;
    }

    /** Opens a screen of the administration, such as {@code edit.php}. */
    void screen(String name) {
        page.navigate(site.url() + "/wp-admin/" + name);
        page.waitForLoadState(LoadState.LOAD);
    }

    /**
     * Opens a post in the block editor, its greeting put away, and returns when it can be edited.
     */
    void edit(String post) {
        screen("post.php?action=edit&post=" + post);
        page.waitForFunction(
                "() => window.wp?.data?.select('core/block-editor')?.getBlockCount() > 0");
        page.evaluate(
                "() => wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide',"
                        + " false)");
        canvas().locator(".is-root-container").waitFor();
    }

    /** The text that is edited, which is a page of its own inside the editor's. */
    FrameLocator canvas() {
        return page.frameLocator("iframe[name='editor-canvas']");
    }

    /** Saves with the keyboard and returns when the editor says that it is saved. */
    void save() {
        page.keyboard().press("Control+s");
        page.waitForFunction(
                "() => !wp.data.select('core/editor').isEditedPostDirty()"
                        + " && !wp.data.select('core/editor').isSavingPost()");
    }

    void shoot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

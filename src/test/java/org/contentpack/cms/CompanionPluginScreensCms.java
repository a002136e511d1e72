package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What editors, administrators and readers see of the companion plugin, in a real browser. Pictures
 * of the screens are left in {@code target/wordpress/screens}.
 */
final class CompanionPluginScreensCms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCREENS = WordPressTemplate.HOME.resolve("screens");
    private static final String WARNING =
            ".components-notice.is-warning .components-notice__content";
    private static WordPressSite site;
    private static EditorWindow window;

    /** As it came, not reviewed, with a new version to be had. */
    private static String fresh;

    /** Changed by hand, review overdue, published. */
    private static String changed;

    /** Withdrawn. */
    private static String withdrawn;

    @BeforeAll
    static void open() throws Exception {
        Files.createDirectories(SCREENS);
        site = WordPressSite.open();
        window = new EditorWindow(site);
        site.php("update_option( 'contentpack_server', 'https://packs.example.org' );");
        String text =
                String.join(
                        "\n\n",
                        PackTexts.sections(
                                        Path.of("content-pack/leg-cramps-at-night/1.0.0"),
                                        new FilePath("articles/what-causes-leg-cramps-at-night.md"),
                                        new Language("en"))
                                .values());
        withdrawn =
                post(
                        "Quinine for leg cramps",
                        "quinine-for-leg-cramps",
                        "reviewed",
                        "<!-- wp:paragraph -->\n<p>Old.</p>\n<!-- /wp:paragraph -->",
                        "It can do harm.",
                        "publish");
        changed =
                post(
                        "Stretches for the calf",
                        "stretches-for-the-calf",
                        "overdue",
                        "<!-- wp:paragraph -->\n<p>Stretch.</p>\n<!-- /wp:paragraph -->",
                        "",
                        "publish");
        site.post("/wp/v2/posts/" + changed, "{\"excerpt\":\"Come and see us.\"}");
        fresh =
                post(
                        "What causes leg cramps at night?",
                        "what-causes-leg-cramps-at-night",
                        "unreviewed",
                        text,
                        "",
                        "draft");
        site.php(
                """
                ContentPack\\News::keep( %s, '1.1.0', array( 'action' => 'merge', 'steps' => array(
                  array( 'place' => 'section:dehydration', 'outcome' => 'conflict' ),
                  array( 'place' => 'section:electrolyte-imbalance', 'outcome' => 'taken' ),
                  array( 'place' => 'field:title', 'outcome' => 'kept' ) ) ) );
                """
                        .formatted(fresh));
    }

    @AfterAll
    static void close() throws Exception {
        window.close();
        List<String> complaints = site.complaints();
        site.close();
        assertThat(complaints).isEqualTo(List.of());
    }

    private static String post(
            String title, String article, String review, String text, String notice, String status)
            throws Exception {
        String body =
                JSON.writeValueAsString(
                        Map.of(
                                "title", title,
                                "slug", article,
                                "status", status,
                                "content", text,
                                "meta",
                                        Map.of(
                                                "contentpack_pack",
                                                "leg-cramps-at-night",
                                                "contentpack_article",
                                                article,
                                                "contentpack_language",
                                                "en",
                                                "contentpack_version",
                                                "1.0.0",
                                                "contentpack_review",
                                                review,
                                                "contentpack_notice",
                                                notice)));
        String id = JSON.readTree(site.post("/wp/v2/posts", body).body()).get("id").asText();
        site.php(
                "update_post_meta( %1$s, 'contentpack_written', ContentPack\\Marks::digest_of( get_post( %1$s ) ) );"
                        .formatted(id));
        return id;
    }

    @Test
    void theListSaysWhatEachPostIs() {
        window.screen("edit.php");
        window.shoot(SCREENS.resolve("posts.png"));
        assertThat(cell(fresh))
                .isEqualTo(
                        "leg-cramps-at-night 1.0.0 | As it came | Not reviewed | Version 1.1.0 is out. 1"
                                + " place needs your decision.");
        assertThat(cell(changed))
                .isEqualTo(
                        "leg-cramps-at-night 1.0.0 | Changed here since it came | Review overdue");
        assertThat(cell(withdrawn))
                .isEqualTo(
                        "leg-cramps-at-night 1.0.0 | As it came | Reviewed | Should no longer be used");
        assertThat(cell("1")).isEqualTo("Not from a pack");
    }

    private static String cell(String post) {
        Locator cell = window.page().locator("#post-" + post + " .column-contentpack");
        return String.join(
                " | ",
                cell.locator("strong, .contentpack-badge, .contentpack-news, .screen-reader-text")
                        .allTextContents());
    }

    @Test
    void theEditScreenTellsWhereTheTextComesFromAndNoticesAChangeWhenItIsSaved() throws Exception {
        window.edit(fresh);
        Page page = window.page();
        Locator panel = page.locator(".contentpack-panel");
        panel.locator(".contentpack-facts").waitFor();
        assertThat(panel.locator("dt, dd").allTextContents())
                .isEqualTo(
                        List.of(
                                "Comes from", "leg-cramps-at-night 1.0.0",
                                "Article", "what-causes-leg-cramps-at-night (en)",
                                "State", "As it came",
                                "Review", "Not reviewed",
                                "New version",
                                        "Version 1.1.0 is out. 1 place needs your decision.Section \"dehydration\": changed"
                                                + " here and in the new version; somebody has to"
                                                + " decide.Section \"electrolyte-imbalance\": the new text would come in.Field"
                                                + " \"title\": your change would stay."));
        assertThat(panel.locator("a").getAttribute("href"))
                .isEqualTo(
                        "https://packs.example.org/api/installations?pack=leg-cramps-at-night&article=what-causes-leg-cramps-at-night");
        assertThat(page.locator(WARNING).allTextContents())
                .containsExactly(
                        "No clinician has reviewed this text. Have it reviewed before you publish it.");
        panel.scrollIntoViewIfNeeded();
        window.shoot(SCREENS.resolve("editor.png"));
        page.evaluate("() => wp.data.dispatch('core/editor').editPost({title: 'Leg cramps'})");
        window.save();
        panel.getByText("Changed here since it came").waitFor();
        page.evaluate(
                "() => wp.data.dispatch('core/editor').editPost({title: 'What causes leg cramps at night?'})");
        window.save();
        panel.getByText("As it came").waitFor();
        assertThat(window.complaints()).isEqualTo(List.of());
    }

    @Test
    void aTextThatShouldNoLongerBeUsedSaysSoToEditorsAndReaders() {
        window.edit(withdrawn);
        Page page = window.page();
        page.locator(WARNING).first().waitFor();
        assertThat(page.locator(WARNING).allTextContents())
                .containsExactly("This text should no longer be used: It can do harm.");
        assertThat(readers("quinine-for-leg-cramps"))
                .isEqualTo("This text should no longer be used: It can do harm. | noindex");
    }

    @Test
    void readersAreToldOfAnOverdueReviewAndNothingOfOtherPosts() {
        assertThat(readers("stretches-for-the-calf"))
                .isEqualTo(
                        "The review of this text is overdue: its advice may be out of date. | noindex");
        assertThat(readers("hello-world")).isEqualTo(" | index");
    }

    private static String readers(String slug) {
        Page page = window.page();
        page.navigate(site.url() + "/" + slug + "/");
        return String.join(" ", page.locator(".contentpack-notice").allTextContents())
                + " | "
                + (page.locator("meta[name=robots][content*=noindex]").count() > 0
                        ? "noindex"
                        : "index");
    }

    @Test
    void theSettingsRefuseAnAddressWithoutEncryptionAndNeverShowTheToken() throws Exception {
        window.screen("options-general.php?page=contentpack");
        window.shoot(SCREENS.resolve("settings.png"));
        Page page = window.page();
        page.fill("#contentpack-server", "http://packs.example.org");
        page.fill("#contentpack-token", "a-token-that-is-secret-0123456789");
        page.click("#submit");
        assertThat(page.locator(".notice-error").first().textContent())
                .contains("The address of the server must begin with https://");
        assertThat(page.content()).doesNotContain("a-token-that-is-secret");
        assertThat(page.inputValue("#contentpack-server")).isEqualTo("https://packs.example.org");
        assertThat(site.php("echo get_option( 'contentpack_token' );"))
                .isEqualTo("a-token-that-is-secret-0123456789");
        page.fill("#contentpack-server", "https://packs.example.org/");
        page.click("#submit");
        assertThat(site.php("echo get_option( 'contentpack_token' );"))
                .isEqualTo("a-token-that-is-secret-0123456789");
        page.check("input[name=contentpack_forget_token]");
        page.click("#submit");
        assertThat(site.php("echo get_option( 'contentpack_token' );")).isEmpty();
    }

    @Test
    void theSiteIsAskedToAskOnlyFromItsOwnSettings() {
        assertThat(
                        window.page()
                                .request()
                                .get(site.url() + "/wp-admin/admin-post.php?action=contentpack_ask")
                                .status())
                .isEqualTo(403);
    }
}

package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.GARDEN;
import static org.contentpack.sync.SyncFixture.actions;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.sync.Connector;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.http.SiteLimits;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words in square brackets in a pack's text, in a WordPress that would run them. */
class WordPressBracketsCms {

    private static final String WORDS = "Write [gallery] and [caption id=a]mint[/caption] so.";

    private static final String STORED =
            "Write &#91;gallery] and &#91;caption id=a]mint[/caption] so.";

    @TempDir Path folder;

    private WordPressHands cms;
    private SyncFixture it;
    private String mint;

    @BeforeEach
    void open() throws Exception {
        cms = WordPressHands.open();
        Target target = ContractTarget.of(cms.kind(), cms.url());
        Connector connector =
                ContractTarget.connector(target, cms.options(), SiteLimits.DEFAULT, time -> {});
        it = SyncFixture.in(folder, connector, target);
        it.publish(withBrackets(SyncFixture.garden()));
        mint = it.apply(it.plan(GARDEN, "1.0.0")).items().get(1).item().orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        it.close();
        List<String> complaints = cms.complaints();
        cms.close();
        assertThat(complaints).isEmpty();
    }

    private static InMemoryPackFiles withBrackets(InMemoryPackFiles garden) {
        return SyncFixture.changed(
                garden,
                "articles/keeping-mint.md",
                "Basil wants less",
                WORDS + "\nBasil wants less");
    }

    private String raw() throws Exception {
        return cms.see(mint).text();
    }

    /** What a reader sees. */
    private String reader() throws Exception {
        String address =
                cms.site()
                        .page("/?p=" + mint)
                        .headers()
                        .firstValue("location")
                        .map(l -> l.replaceFirst("^https?://[^/]+", ""))
                        .orElse("/?p=" + mint);
        return Jsoup.parse(cms.site().page(address).body()).text();
    }

    /**
     * Past everything that looks at what is saved, as the text stood before brackets were known.
     */
    private void storeBare() throws Exception {
        cms.site()
                .php(
                        "global $wpdb; $wpdb->query(\"UPDATE {$wpdb->posts} SET post_content ="
                                + " REPLACE(post_content, '&#91;', '[') WHERE ID = "
                                + mint
                                + "\"); clean_post_cache("
                                + mint
                                + ");");
        assertThat(raw()).contains(WORDS);
    }

    @Test
    void theyAreShownAsTheyAreWritten() throws Exception {
        assertThat(raw()).contains(STORED);
        String rendered = cms.site().get("/wp/v2/posts/" + mint + "?_fields=content").body();
        assertThat(rendered).contains("&#91;gallery]");
        assertThat(reader()).contains(WORDS);
        assertThat(actions(it.plan(GARDEN, "1.0.0")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en unchanged");
    }

    @Test
    void aPostFromBeforeIsNoEditAndIsMendedByTheNextRelease() throws Exception {
        storeBare();
        assertThat(reader()).doesNotContain("[gallery]");
        assertThat(actions(it.plan(GARDEN, "1.0.0")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en unchanged");

        it.publish(withBrackets(ContractPacks.nextGarden()));
        it.apply(it.plan(GARDEN, "1.1.0"));

        assertThat(raw()).contains(STORED);
        assertThat(reader()).contains(WORDS);
    }

    @Test
    void theyStayTextWhenTheBlockEditorSaves() throws Exception {
        try (EditorWindow window = new EditorWindow(cms.site())) {
            window.edit(mint);
            window.canvas()
                    .locator("p")
                    .filter(new Locator.FilterOptions().setHasText("Keep the soil moist."))
                    .first()
                    .click();
            window.page().keyboard().press("End");
            window.page().keyboard().type(" Ask Anna about [gallery].");
            window.save();
        }

        assertThat(raw()).contains("Ask Anna about &#91;gallery].", "&#91;caption id=a]mint");
        assertThat(reader()).contains(WORDS, "Ask Anna about [gallery].");
        assertThat(actions(it.plan(GARDEN, "1.0.0")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en keep");
    }

    @Test
    void aShortcodeOfAnEditorRuns() throws Exception {
        cms.addOwn(mint, "watering", "[audio src=\"/a.mp3\"]");

        assertThat(reader()).contains(WORDS).doesNotContain("[audio");
        assertThat(raw()).contains("[audio src=\"/a.mp3\"]");
    }
}

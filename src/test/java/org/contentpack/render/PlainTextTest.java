package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Markup of CMSes as editors read it. */
class PlainTextTest {

    @Test
    void blocksBecomeParagraphsAndListItemsGetBullets() {
        String markup =
                """
                <!-- wp:group {"className":"contentpack-section contentpack-id-dehydration"} -->
                <div class="wp-block-group contentpack-section"><!-- wp:heading -->
                <h2 class="wp-block-heading">Dehydration</h2>
                <!-- /wp:heading -->

                <!-- wp:paragraph -->
                <p>Fluid &amp; salt, <strong>both</strong>
                matter.</p>
                <!-- /wp:paragraph -->

                <!-- wp:list -->
                <ul class="wp-block-list"><!-- wp:list-item -->
                <li>Drink.</li>
                <!-- /wp:list-item -->

                <!-- wp:list-item -->
                <li><p>Rest.</p></li>
                <!-- /wp:list-item --></ul>
                <!-- /wp:list -->
                <figure><img src="a.svg" alt="A calf"></figure></div>
                <!-- /wp:group -->
                """;

        assertThat(PlainText.text(markup))
                .isEqualTo(
                        "Dehydration\n\nFluid & salt, both matter.\n\n• Drink.\n• Rest.\n\n[picture:"
                                + " A calf]");
        assertThat(PlainText.heading(markup, "other")).isEqualTo("Dehydration");
    }

    @Test
    void textsWithoutTagsStayAsTheyAre() {
        String markdown = "## Pots\n\n- a < b\n- c > d";

        assertThat(PlainText.text(markdown)).isEqualTo(markdown);
        assertThat(PlainText.heading(markdown, "other")).isEqualTo("Pots");
        assertThat(PlainText.heading("No heading.", "other")).isEqualTo("other");
    }

    @Test
    void markupThatRunsOrHidesIsOnlyText() {
        assertThat(PlainText.text("<p>a<script>alert(1)</script>b</p>")).isEqualTo("a\n\nb");
        assertThat(PlainText.text("<p>&lt;b&gt;</p>")).isEqualTo("<b>");
    }
}

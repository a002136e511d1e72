package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Author;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Review;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.Slug;
import org.contentpack.pack.Source;
import org.contentpack.pack.SourceId;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;

/** Block markup byte by byte, as the block editor of WordPress 6.5 saves the same blocks. */
class BlockMarkupTest {

    private static final SectionId ADVICE = new SectionId("advice");

    private static String advice(String markdown) {
        return sections(markdown).get(ADVICE);
    }

    private static Map<SectionId, String> sections(String markdown) {
        return new BlockMarkup(
                        article(markdown),
                        manifest(),
                        new TextStatus(new Review.Unreviewed(), false, List.of()),
                        new TestAddresses())
                .sections();
    }

    private static String group(String blocks) {
        return """
                <!-- wp:group {"metadata":{"name":"Advice \\u0026 \\u003cmore\\u003e"},"className":"contentpack-section contentpack-id-advice","layout":{"type":"default"}} -->
                <div id="advice" class="wp-block-group contentpack-section contentpack-id-advice"><!-- wp:heading -->
                <h2 class="wp-block-heading">Advice &amp; &lt;more&gt;</h2>
                <!-- /wp:heading -->

                """
                + blocks.stripTrailing()
                + "</div>\n<!-- /wp:group -->";
    }

    @Test
    void whatMayDoHarmStandsBeforeTheText() {
        String notice =
                new BlockMarkup(
                                article("Stretch it.\n"),
                                manifest(),
                                new TextStatus(
                                        new Review.Unreviewed(),
                                        false,
                                        List.of(
                                                new TextStatus.Notice(
                                                        TextStatus.Notice.SAFETY,
                                                        "1.1.0: Not for <children>."),
                                                new TextStatus.Notice("superseded", ""))),
                                new TestAddresses())
                        .sections()
                        .get(BlockMarkup.NOTICE);

        assertThat(notice.lines().filter(line -> line.startsWith("<p>")))
                .containsExactly(
                        "<p><strong>This translation lacks a change that was made to the original"
                                + " for the safety of readers. Read the original before you rely on"
                                + " this text.</strong> 1.1.0: Not for &lt;children&gt;.</p>",
                        "<p><strong>The publisher has replaced this text. Please read the newer"
                                + " one.</strong></p>",
                        "<p><strong>No clinician has reviewed this text.</strong></p>");
    }

    @Test
    void paragraphsStandInOneLineEach() {
        assertThat(advice("Stretch it.\nThen *rest*.\n\nSee [x](https://example.org/?a=1&b=2).\n"))
                .isEqualTo(
                        group(
                                """
                                <!-- wp:paragraph -->
                                <p>Stretch it. Then <em>rest</em>.</p>
                                <!-- /wp:paragraph -->

                                <!-- wp:paragraph -->
                                <p>See <a href="https://example.org/?a=1&amp;b=2">x</a>.</p>
                                <!-- /wp:paragraph -->
                                """));
    }

    @Test
    void listsAreBlocksOfItems() {
        assertThat(advice("- one\n  - inner\n- two\n\n3. three\n"))
                .isEqualTo(
                        group(
                                """
                                <!-- wp:list -->
                                <ul><!-- wp:list-item -->
                                <li>one<!-- wp:list -->
                                <ul><!-- wp:list-item -->
                                <li>inner</li>
                                <!-- /wp:list-item --></ul>
                                <!-- /wp:list --></li>
                                <!-- /wp:list-item -->

                                <!-- wp:list-item -->
                                <li>two</li>
                                <!-- /wp:list-item --></ul>
                                <!-- /wp:list -->

                                <!-- wp:list {"ordered":true,"start":3} -->
                                <ol start="3"><!-- wp:list-item -->
                                <li>three</li>
                                <!-- /wp:list-item --></ol>
                                <!-- /wp:list -->
                                """));
    }

    @Test
    void warningSignsAndCautionsSayWhatTheyAre() {
        assertThat(
                        advice(
                                "- {emergency} Call now.\n  Do not wait.\n\n"
                                        + "> {not-for} Not with numb feet.\n>\n> Ask first.\n\n"
                                        + "> Said somebody.\n"))
                .isEqualTo(
                        group(
                                """
                                <!-- wp:list -->
                                <ul><!-- wp:list-item -->
                                <li><strong>Emergency:</strong> Call now. Do not wait.</li>
                                <!-- /wp:list-item --></ul>
                                <!-- /wp:list -->

                                <!-- wp:group {"className":"contentpack-caution","layout":{"type":"default"}} -->
                                <div class="wp-block-group contentpack-caution"><!-- wp:paragraph -->
                                <p><strong>Not for everyone</strong></p>
                                <!-- /wp:paragraph -->

                                <!-- wp:paragraph -->
                                <p>Not with numb feet.</p>
                                <!-- /wp:paragraph -->

                                <!-- wp:paragraph -->
                                <p>Ask first.</p>
                                <!-- /wp:paragraph --></div>
                                <!-- /wp:group -->

                                <!-- wp:quote -->
                                <blockquote class="wp-block-quote"><!-- wp:paragraph -->
                                <p>Said somebody.</p>
                                <!-- /wp:paragraph --></blockquote>
                                <!-- /wp:quote -->
                                """));
    }

    @Test
    void picturesHaveAltTextAndCaption() {
        assertThat(advice("![A calf, \"red\".](../assets/calf.svg \"The calf & more.\")\n"))
                .isEqualTo(
                        group(
                                """
                                <!-- wp:image {"sizeSlug":"full","linkDestination":"none"} -->
                                <figure class="wp-block-image size-full"><img src="/v/1/assets/calf.svg" alt="A calf, &quot;red&quot;."/><figcaption class="wp-element-caption">The calf &amp; more.</figcaption></figure>
                                <!-- /wp:image -->
                                """));
    }

    @Test
    void whatTheAuthorWroteAsHtmlIsText() {
        assertThat(advice("<script>alert(1)</script>\n\nA <b onclick=x>b</b>.\n"))
                .isEqualTo(
                        group(
                                """
                                <!-- wp:paragraph -->
                                <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>
                                <!-- /wp:paragraph -->

                                <!-- wp:paragraph -->
                                <p>A &lt;b onclick=x&gt;b&lt;/b&gt;.</p>
                                <!-- /wp:paragraph -->
                                """));
    }

    @Test
    void headingsCodeAndRulesAreBlocksToo() {
        assertThat(advice("### Smaller\n\n```\na < b\n```\n\n---\n"))
                .isEqualTo(
                        group(
                                """
                                <!-- wp:heading {"level":3} -->
                                <h3 class="wp-block-heading">Smaller</h3>
                                <!-- /wp:heading -->

                                <!-- wp:code -->
                                <pre class="wp-block-code"><code>a &lt; b</code></pre>
                                <!-- /wp:code -->

                                <!-- wp:separator -->
                                <hr class="wp-block-separator has-alpha-channel-opacity"/>
                                <!-- /wp:separator -->
                                """));
    }

    @Test
    void aNoticeStandsBeforeAndTheOriginBehindTheText() {
        assertThat(sections("Rest.\n").keySet())
                .extracting(SectionId::value)
                .containsExactly("contentpack-notice", "advice", "contentpack-about");
        assertThat(sections("Rest.\n").get(BlockMarkup.NOTICE))
                .contains("<strong>No clinician has reviewed this text.</strong>");
        assertThat(sections("Rest.\n").get(BlockMarkup.ABOUT))
                .contains(
                        "Club: <a href=\"https://example.org/handbook\">Handbook</a>, read on 24"
                                + " November 2026",
                        "Derived from: old text, example.org (Nobody). Rewritten.",
                        "<strong>Please note</strong> No advice.",
                        "Version 1.0.0. Publisher: Club. Licence: CC0-1.0.");
    }

    private static Article article(String markdown) {
        Section advice =
                new Section(
                        ADVICE,
                        Optional.empty(),
                        Optional.of("Advice & <more>"),
                        List.of(),
                        markdown,
                        Digest.of(""),
                        List.of(),
                        List.of());
        return new Article(
                new ArticleHead(
                        new ArticleId("cramps"),
                        new Language("en"),
                        new Slug("cramps"),
                        "Cramps",
                        "About cramps.",
                        new Review.Unreviewed(),
                        Optional.empty(),
                        new FilePath("articles/cramps.md"),
                        Digest.of(""),
                        List.of(ADVICE)),
                List.of(new Author("Somebody", Optional.empty())),
                List.of(),
                "adults",
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 24),
                List.of(
                        new Source(
                                new SourceId("handbook"),
                                "Club",
                                "Handbook",
                                java.net.URI.create("https://example.org/handbook"),
                                LocalDate.of(2026, 11, 24))),
                Optional.of("No advice."),
                List.of(advice));
    }

    private static Manifest manifest() {
        return new Manifest(
                new PackId("cramps"),
                new Version("1.0.0"),
                "Cramps",
                "About cramps.",
                new Language("en"),
                "CC0-1.0",
                "Club",
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 11, 24),
                List.of(),
                List.of(new Provenance("old text", "example.org", "Nobody", "Rewritten.")),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}

package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.BadInput;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Author;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Review;
import org.contentpack.pack.Slug;
import org.contentpack.render.SectionHtml.Anchors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionHtmlTest {

    private static String html(String markdown) {
        return html(markdown, "en");
    }

    private static String html(String markdown, String language) {
        return new SectionHtml(article(language), new TestAddresses(), Anchors.IN_PAGE)
                .fragment(markdown);
    }

    private static Article article(String language) {
        return new Article(
                new ArticleHead(
                        new ArticleId("cramps"),
                        new Language(language),
                        new Slug("cramps"),
                        "Cramps",
                        "About cramps.",
                        new Review.Unreviewed(),
                        Optional.empty(),
                        new FilePath("articles/cramps.md"),
                        Digest.of(""),
                        List.of()),
                List.of(new Author("Somebody", Optional.empty())),
                List.of(),
                "adults",
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 24),
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Test
    void aCautionIsAnAsideWithAWord() {
        assertThat(html("> {not-for cites=\"a\"} Not with *numb* feet.\n> Ask first.\n"))
                .isEqualTo(
                        """
                        <div class="caution" role="note">
                        <p class="caution-label"><strong>Not for everyone</strong></p>
                        <p>Not with <em>numb</em> feet.
                        Ask first.</p>
                        </div>
                        """);
    }

    @Test
    void aQuoteWithoutAMarkerStaysAQuote() {
        assertThat(html("> Somebody said so.\n"))
                .isEqualTo("<blockquote>\n<p>Somebody said so.</p>\n</blockquote>\n");
    }

    @Test
    void aSignCarriesItsUrgencyInTheLanguageOfTheText() {
        assertThat(html("- {emergency} Llame.\n- Sin más.\n", "es"))
                .isEqualTo(
                        """
                        <ul>
                        <li><div class="sign emergency">
                        <p class="urgency"><strong>Emergencia</strong></p>
                        <p>Llame.</p>
                        </div></li>
                        <li>Sin más.</li>
                        </ul>
                        """);
    }

    @Test
    void aPictureByItselfIsAFigureWithItsCaption() {
        assertThat(html("![A \"calf\".](../assets/calf.svg \"Where it <sits>\")\n"))
                .isEqualTo(
                        """
                        <figure><img src="/v/1/assets/calf.svg" alt="A &quot;calf&quot;." /><figcaption>Where it &lt;sits&gt;</figcaption></figure>
                        """);
    }

    @Test
    void anAddressIsOneThatHtmlTakes() {
        assertThat(html("[x](https://a.example/\"b%20ü?c=[d])\n"))
                .isEqualTo(
                        "<p><a rel=\"nofollow\" href=\"https://a.example/%22b%20%C3%BC?c=%5Bd%5D\">x</a></p>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "[x](other.md), /v/1/articles/other?lang=en",
        "[x](other.md#relief), /v/1/articles/other?lang=en#relief",
        "[x](#relief), #relief",
        "[x](https://a.example/b.md), https://a.example/b.md"
    })
    void linksInsideThePackLeadToTheSameRelease(String markdown, String address) {
        assertThat(html(markdown))
                .isEqualTo("<p><a rel=\"nofollow\" href=\"" + address + "\">x</a></p>\n");
    }

    /** A section by itself has no other section to jump to. */
    @Test
    void linksToOtherSectionsLeadToTheArticleFromASectionByItself() {
        SectionHtml alone = new SectionHtml(article("en"), new TestAddresses(), Anchors.TO_ARTICLE);

        assertThat(alone.fragment("[a](#relief) [b](cramps.md#relief)"))
                .isEqualTo(
                        "<p><a rel=\"nofollow\" href=\"/v/1/articles/cramps?lang=en#relief\">a</a>"
                                + " <a rel=\"nofollow\" href=\"/v/1/articles/cramps?lang=en#relief\">b</a></p>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "[x](./other.md), /v/1/articles/other?lang=en",
        "[x](../articles/other.md#a), /v/1/articles/other?lang=en#a",
        "[x](other.es.md), /v/1/articles/other?lang=es",
        "[x](../assets/leaf.svg), /v/1/assets/leaf.svg"
    })
    void everyLinkThatTheRulesAcceptIsRewritten(String markdown, String address) {
        assertThat(html(markdown))
                .isEqualTo("<p><a rel=\"nofollow\" href=\"" + address + "\">x</a></p>\n");
    }

    /** C1 to C3: what is written as HTML is read as text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<svg onload=alert(1)>",
                "a <img src=x onerror=alert(1)> b",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<base href=//evil>",
                "<iframe srcdoc='<script>x</script>'>",
                "<!-- --><script>x</script>",
                "![x\" onerror=\"alert(1)](../assets/a.svg \"y\\\" onload=\\\"alert(1)\")",
                "`<script>`"
            })
    @BadInput("C3")
    void noHtmlOfTheAuthorGetsThrough(String markdown) {
        assertThat(html(markdown))
                .doesNotContainPattern("<(script|svg|math|noscript|base|iframe|form|style)")
                .doesNotContainPattern("<img[^>]*\" on")
                .doesNotContainPattern("<img src=x");
    }

    /** C2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java&#x0A;script:alert(1)",
                "java%0Ascript:x",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd"
            })
    @BadInput("C2")
    void linksThatActHaveNowhereToGo(String address) {
        String link = html("[x](" + address + ")\n\n![y](" + address + ")");

        assertThat(link).doesNotContainPattern("(?i)(href|src)=\"(javascript|data|vbscript|file):");
    }
}

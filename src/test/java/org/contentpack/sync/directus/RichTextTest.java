package org.contentpack.sync.directus;

import static org.assertj.core.api.Assertions.assertThat;

import org.contentpack.sync.items.ArticleAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor saves without a change of substance is the same text. */
class RichTextTest {

    private static final References SITE =
            new References(
                    "https://cms.example",
                    ArticleAddresses.of(ArticleAddresses.USUAL).orElseThrow());

    private static String canonical(String html) {
        return RichText.canonical(html, SITE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <p>a</p> <p>b</p>                     | <p>a</p><p>b</p>
                    <ul> <li>a</li><li><p>b</p></li></ul> | <ul><li><p>a</p></li><li><p>b</p></li></ul>
                    <ul><li>a<ul><li>b</li></ul></li></ul> | <ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>
                    <blockquote>a<br>b</blockquote>       | <blockquote><p>a<br>b</p></blockquote>
                    loose <b>words</b>                    | <p>loose <strong>words</strong></p>
                    <p>a</p><p></p><p><br></p>            | <p>a</p>
                    <p> a   b </p>                        | <p>a b</p>
                    <p>a <em>b</em> c</p>                 | <p>a <em>b</em> c</p>
                    <img alt='x' src='y'>                 | <p><img src="y" alt="x"></p>
                    <p class="b a" class>x</p>            | <p class="a b">x</p>
                    <p>5 < 7 &amp; 8</p>                  | <p>5 &lt; 7 &amp; 8</p>
                    <figure> <img src='y'> <figcaption>c</figcaption></figure> | <figure><img src="y"><figcaption>c</figcaption></figure>
                    """)
    void oneContentHasOneForm(String saved, String form) {
        assertThat(canonical(saved)).isEqualTo(form);
    }

    @Test
    void codeKeepsItsSpaces() {
        assertThat(canonical("<pre><code>a\n  b &lt;</code></pre>"))
                .isEqualTo("<pre><code>a\n  b &lt;</code></pre>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a</p><!-- kept --><p>b</p>",
                "<table><tbody><tr><td><p>a</p></td></tr></tbody></table>",
                "<p>a<!-- in words -->b</p>",
                "<h3>x</h3><p><a href=\"https://example.org/?a=1&amp;b=2\">y</a></p>",
                "<p>👩🏽‍⚕️ \u00a0 é</p>",
                "<ol start=\"3\"><li><p>a</p></li></ol><hr><p>b</p>"
            })
    void theFormIsItsOwnForm(String form) {
        assertThat(canonical(form)).isEqualTo(form);
    }

    @Test
    void addressesOfTheSiteAreReferencesInTheForm() {
        String uuid = "6afd4883-0000-8000-8000-000000000000";
        String form =
                "<p><img src=\"contentpack:asset:"
                        + uuid
                        + "?width=300\"><a href=\"contentpack:article:mint:pt-BR#water\">m</a></p>";
        String there =
                "<p><img src=\"https://cms.example/assets/"
                        + uuid
                        + "?width=300\"><a href=\"/pt-BR/mint#water\">m</a></p>";

        assertThat(canonical(there)).isEqualTo(form);
        assertThat(RichText.resolved(form, SITE)).isEqualTo(there);
    }
}

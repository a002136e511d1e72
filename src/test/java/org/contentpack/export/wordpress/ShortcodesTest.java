package org.contentpack.export.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brackets that WordPress would run, as it is shown them. */
class ShortcodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <p>Write [gallery ids="1"] here.</p> | <p>Write &#91;gallery ids="1"] here.</p>
                    [caption]x[/caption] [3d-book] | &#91;caption]x[/caption] &#91;3d-book]
                    [[gallery]] | [&#91;gallery]]
                    a [ b, [], [=x], f[<em>i</em>] | a [ b, [], [=x], f[<em>i</em>]
                    <img alt="a > [gallery]" src="/a[b].png"/> | <img alt="a > &#91;gallery]" src="/a[b].png"/>
                    <a href="/?a[b]=1" title="[c]">[d]</a> | <a href="/?a[b]=1" title="&#91;c]">&#91;d]</a>
                    <!-- wp:group {"name":"[gallery]"} -->[x] | <!-- wp:group {"name":"[gallery]"} -->&#91;x]
                    a < b [x] href="[y]" | a < b &#91;x] href="&#91;y]"
                    """)
    void bracketsBeforeAWordAreShown(String text, String shown) {
        assertThat(Shortcodes.shown(text, name -> true)).isEqualTo(shown);
        assertThat(Shortcodes.shown(shown, name -> true)).isEqualTo(shown);
    }

    @Test
    void onlyThoseThatAreAskedForAreShown() {
        assertThat(Shortcodes.shown("[gallery] [form]", "gallery"::equals))
                .isEqualTo("&#91;gallery] [form]");
    }

    @Test
    void namesAreKnownHoweverTheyAreWritten() {
        String text = "&#91;gallery] [form x] [/form]";

        assertThat(Shortcodes.names(text)).containsExactly("form", "gallery");
        assertThat(Shortcodes.written(text)).containsExactly("gallery");
    }

    /** So that neither a post from before nor one that the block editor saved looks edited. */
    @Test
    void inCanonicalTextABracketIsABracket() {
        assertThat(BlockText.canonical("<p title=\"&#91;b]\">&#91;gallery]</p>"))
                .isEqualTo(BlockText.canonical("<p title=\"[b]\">[gallery]</p>"));
    }
}

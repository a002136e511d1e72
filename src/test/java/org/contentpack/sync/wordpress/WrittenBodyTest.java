package org.contentpack.sync.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.pack.SectionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections, and what editors put around them, as they are written. */
class WrittenBodyTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "https://site.example, https://site.example/",
                "https://site.example/blog, https://site.example/blog/",
                "'', /"
            })
    void aLinkToAnArticleBeginsAtTheSite(String site, String begin) throws IOException {
        Content content =
                new Content(
                        new TreeMap<>(),
                        List.of(
                                Passage.of(
                                        new SectionId("intro"),
                                        "<p><a href=\"contentpack:article:mint:en#pot\">x</a></p>")));

        assertThat(
                        WrittenBody.of(
                                content,
                                () -> content,
                                Optional.empty(),
                                site,
                                hex -> Optional.empty()))
                .isEqualTo(
                        "<p><a href=\""
                                + begin
                                + "?contentpack_article=mint&amp;contentpack_language=en#pot\">x</a></p>");
    }

    private static String written(Content content, Content release, String now) throws IOException {
        return WrittenBody.of(
                content, () -> release, Optional.of(now), "", hex -> Optional.empty());
    }

    private static Content body(String raw) {
        return new Content(new TreeMap<>(), PostBody.parse(raw).passages());
    }

    private static String group(String id, String inside) {
        return "<!-- wp:group {\"className\":\"contentpack-id-"
                + id
                + "\"} -->\n<div>"
                + inside
                + "</div>\n<!-- /wp:group -->";
    }

    @Test
    void bracketsOfTheReleaseAreTextAndThoseOfEditorsAreNot() throws IOException {
        Content release = body(group("a", "Write [gallery].") + group("b", "B."));
        String before = group("a", "Write [gallery].\n[form]") + "\n\n" + group("b", "[gallery]");

        assertThat(written(body(before), release, before))
                .isEqualTo(before.replaceFirst("\\[gallery", "&#91;gallery"));
    }

    @Test
    void aBracketThatWasTextStaysOneWhenTheReleaseHasItNoMore() throws IOException {
        String now = group("a", "Write &#91;gallery].");
        Content edited = body(group("a", "Please write [gallery]."));

        assertThat(written(edited, body(group("a", "Gone.")), now))
                .isEqualTo(group("a", "\nPlease write &#91;gallery].").replace("<div>\n", "<div>"));
    }

    private static final String OPEN = "<!-- wp:columns -->\n<div class=\"mine\">";
    private static final String CLOSE = "</div>\n<!-- /wp:columns -->";

    @Test
    void aSectionInsideAnEditorsBlockIsReplacedThere() throws IOException {
        String now = group("a", "A.") + "\n\n" + OPEN + "\n\n" + group("b", "B.") + "\n\n" + CLOSE;
        Content next =
                new Content(
                        new TreeMap<>(),
                        body(now).body().stream()
                                .map(
                                        p ->
                                                new Passage(
                                                        p.section(),
                                                        p.text().replace(">B.<", ">New.<")))
                                .toList());

        assertThat(written(next, next, now)).isEqualTo(now.replace(">B.<", ">New.<"));
        assertThat(written(body(now), next, now)).isEqualTo(now);
    }

    /** As merging would have it where the release puts b in front of a. */
    @Test
    void anEditorsBlockIsNeverTorn() throws IOException {
        String now = group("a", "A.") + "\n\n" + OPEN + "\n\n" + group("b", "B.") + CLOSE;
        List<Passage> is = body(now).body();
        Content torn =
                new Content(new TreeMap<>(), List.of(is.get(2), is.get(3), is.get(0), is.get(1)));

        assertThat(written(torn, torn, now))
                .isEqualTo(String.join("\n\n", group("b", "B."), OPEN, group("a", "A."), CLOSE));
    }
}

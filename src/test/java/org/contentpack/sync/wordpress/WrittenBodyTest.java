package org.contentpack.sync.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.pack.SectionId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links to other articles in a text as it is written. */
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

        assertThat(WrittenBody.of(content, Optional.empty(), site, hex -> Optional.empty()))
                .isEqualTo(
                        "<p><a href=\""
                                + begin
                                + "?contentpack_article=mint&amp;contentpack_language=en#pot\">x</a></p>");
    }
}

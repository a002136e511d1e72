package org.contentpack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {

    private static final Path RELEASE = Path.of("content-pack/leg-cramps-at-night/1.1.0");

    private static final String TINY = "src/test/resources/packs/tiny-pack-valid/1.0.0";

    @TempDir private Path folder;

    @Test
    void articlesAreCountedInEachLanguage() {
        assertThat(Called.run("stats", RELEASE))
                .isEqualTo(
                        new Called(
                                0,
                                """
                                leg-cramps-at-night@1.1.0
                                  article                          lang  sections  sentences  words  ease  links  pictures  next review
                                  what-causes-leg-cramps-at-night  en          16        212   1970    72     16         4  unreviewed
                                  what-causes-leg-cramps-at-night  es          16        212   2282    72     16         4  unreviewed
                                """,
                                ""));
    }

    @Test
    void programsGetTheSame() {
        assertThat(Called.run("stats", "--json", TINY))
                .isEqualTo(
                        new Called(
                                0,
                                """
                                [ {
                                  "pack" : "tiny",
                                  "version" : "1.0.0",
                                  "articles" : [ {
                                    "article" : "growing-basil",
                                    "language" : "en",
                                    "sections" : 2,
                                    "sentences" : 3,
                                    "words" : 13,
                                    "ease" : {
                                      "formula" : "Flesch",
                                      "score" : 92
                                    },
                                    "links" : 1,
                                    "images" : 1
                                  } ]
                                } ]
                                """,
                                ""));
    }

    @Test
    void readingEaseIsDrawn() throws IOException {
        Path svg = folder.resolve("ease.svg");
        assertThat(Called.run("stats", RELEASE, "--svg", svg).exit()).isZero();
        assertThat(svg)
                .hasContent(
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 96" width="680" height="96" role="img" font-family="system-ui, sans-serif" font-size="13">
                        <title>Reading ease, 100 is easy</title>
                        <rect width="100%" height="100%" fill="#ffffff"/>
                        <text x="10" y="30" fill="#22272b">what-causes-leg-cramps-at-night en</text>
                        <rect x="320" y="17" width="216" height="17" fill="#0b5c74"/>
                        <text x="544" y="30" fill="#22272b">72</text>
                        <text x="10" y="58" fill="#22272b">what-causes-leg-cramps-at-night es</text>
                        <rect x="320" y="45" width="216" height="17" fill="#0b5c74"/>
                        <text x="544" y="58" fill="#22272b">72</text>
                        </svg>
                        """);
    }
}

package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.ARTICLE;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One article in all its formats. */
class RepresentationsE2E {

    private static final String RELEASE = PACK + "/versions/1.1.0";
    private static final String SECTION = ARTICLE + "/sections/dehydration";

    @ParameterizedTest
    @CsvSource({
        "application/json, .json, application/json",
        "text/html, .html, text/html;charset=utf-8",
        "text/markdown, .md, text/markdown;charset=utf-8",
        "application/ld+json, .jsonld, application/ld+json"
    })
    void aFormatIsChosenByHeaderOrByEnding(String accept, String ending, String contentType) {
        for (String thing : new String[] {ARTICLE, SECTION}) {
            Answer chosen = get(RELEASE + thing + "?lang=en", "Accept", accept);
            Answer named = get(RELEASE + thing + ending + "?lang=en", "Accept", "image/png");

            assertThat(chosen.kind()).isEqualTo("200 " + contentType);
            assertThat(named.kind()).isEqualTo("200 " + contentType);
            assertThat(named.bytes()).isEqualTo(chosen.bytes());
            assertThat(chosen.header("Content-Location"))
                    .contains(RELEASE + thing + ending + "?lang=en");
            assertThat(chosen.header("Content-Language")).contains("en");
        }
    }

    @Test
    void aClientThatTakesNoneIsToldWhatThereIs() throws Exception {
        Answer answer = get(RELEASE + ARTICLE + "?lang=es", "Accept", "image/png");
        JsonNode problem = new JsonMapper().readTree(answer.bytes());

        assertThat(answer.kind()).isEqualTo("406 application/problem+json");
        assertThat(problem.path("variants").findValuesAsText("url"))
                .containsExactly(
                        RELEASE + ARTICLE + ".json?lang=es",
                        RELEASE + ARTICLE + ".html?lang=es",
                        RELEASE + ARTICLE + ".md?lang=es",
                        RELEASE + ARTICLE + ".jsonld?lang=es");
    }

    @Test
    void anArticleInMarkdownNeedsNothingBesideIt() {
        String text = get(RELEASE + ARTICLE + ".md?lang=en").body();

        assertThat(text)
                .startsWith("# What causes leg cramps at night?\n\n")
                .contains("**No clinician has reviewed this text.**")
                .contains("## Dehydration {#dehydration}")
                .contains("**Not for everyone**")
                .contains("**Emergency:**")
                .contains("Version 1.1.0. Publisher: ")
                .contains("Derived from: ")
                .contains("Content digest: sha256:")
                .doesNotContain("{not-for}", "{emergency}", "\n\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        ".md, No clinician has reviewed this text.",
        ".jsonld, '\"creativeWorkStatus\":\"unreviewed\"'",
        ".html, No clinician has reviewed this text.",
        ".json, '\"review\":{\"status\":\"unreviewed\"}'"
    })
    void aSectionCarriesWhatHoldsForIt(String ending, String review) {
        assertThat(get(RELEASE + SECTION + ending + "?lang=en").body())
                .contains("1.1.0")
                .contains("sleepingexpert.info")
                .contains(review)
                .contains("It does not replace advice, diagnosis or treatment");
    }

    @Test
    void aPageNamesTheOtherFormats() {
        assertThat(get(RELEASE + ARTICLE + ".html?lang=en").body())
                .contains(
                        "<link rel=\"alternate\" type=\"application/ld+json\" href=\""
                                + RELEASE
                                + ARTICLE
                                + ".jsonld?lang&#x3D;en\">")
                .contains(">Markdown</a>");
    }
}

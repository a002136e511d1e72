package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.manifest.Texts.FRONT_MATTER;
import static org.contentpack.manifest.Texts.codesAndPlaces;
import static org.contentpack.manifest.Texts.messages;
import static org.contentpack.manifest.Texts.readArticle;
import static org.contentpack.manifest.Texts.readFrontMatter;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    private static PackReading with(String key, String value) {
        return readFrontMatter(
                FRONT_MATTER.replaceFirst(
                        "(?m)^" + key + ": .*$", Matcher.quoteReplacement(key + ": " + value)));
    }

    @Test
    void nothingIsWrongInTheArticleThatTheseTestsChange() {
        assertThat(codesAndPlaces(readFrontMatter(FRONT_MATTER))).isEmpty();
    }

    @Test
    void anArticleBeginsWithFrontMatter() {
        assertThat(codesAndPlaces(readArticle("Text.\n"))).containsExactly("ART-040 1:1");
        assertThat(codesAndPlaces(readArticle("\n---\na: b\n---\nText.\n")))
                .contains("ART-040 1:1");
        assertThat(codesAndPlaces(readArticle("---- \nText.\n"))).contains("ART-040 1:1");
    }

    @Test
    void frontMatterIsClosed() {
        assertThat(codesAndPlaces(readArticle("---\n" + FRONT_MATTER + "Text.\n")))
                .containsExactly("ART-041 1:1", "ART-062 12:1");
    }

    @Test
    void theLinesOfFrontMatterMayHaveSpacesBehindThem() {
        assertThat(codesAndPlaces(readArticle("--- \n" + FRONT_MATTER + "---\t\nText.\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "slug",
                "title",
                "summary",
                "audience",
                "firstPublished",
                "contentChanged",
                "review"
            })
    void aRequiredKeyIsMissing(String key) {
        PackReading reading =
                readFrontMatter(FRONT_MATTER.replaceFirst("(?m)^" + key + ": .*\n", ""));
        assertThat(codesAndPlaces(reading)).containsExactly("ART-026 2:1");
        assertThat(messages(reading)).containsExactly("Key \"" + key + "\" is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | Dark | ART-050 2:5",
                "id | a.b | ART-050 2:5",
                "slug | ../x | ART-051 3:7",
                "slug | Dark | ART-051 3:7",
                "title | \"a\\nb\" | ART-028 4:8",
                "authors | [] | ART-032 6:10",
                "authors | [{role: a}] | ART-026 6:11",
                "firstPublished | 2026-02-30 | ART-029 8:17",
                "contentChanged | 11/24/2026 | ART-029 9:17",
                "review | {status: checked} | ART-054 10:18",
                "review | {} | ART-026 10:9",
            })
    void aValueHasItsForm(String key, String value, String finding) {
        assertThat(codesAndPlaces(with(key, value))).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({"title, 120, 4:8", "summary, 160, 5:10"})
    void aTextHasItsBound(String key, int max, String place) {
        assertThat(codesAndPlaces(with(key, "a".repeat(max)))).isEmpty();
        assertThat(codesAndPlaces(with(key, "a".repeat(max + 1))))
                .containsExactly("ART-027 " + place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags: [Leg] | ART-031 11:8",
                "translates: {digest: sha256:AB} | ART-053 11:22",
                "translates: {} | ART-026 11:13",
                "sources: [{id: A, publisher: b, title: c, url: https://d.example,"
                        + " checked: 2026-11-24}] | ART-052 11:16",
                "sources: [{id: a, publisher: b, title: c, url: 'http://d.example',"
                        + " checked: soon}] | ART-030 11:48, ART-029 11:77",
            })
    void anOptionalValueHasItsForm(String line, String findings) {
        assertThat(String.join(", ", codesAndPlaces(readFrontMatter(FRONT_MATTER + line + "\n"))))
                .isEqualTo(findings);
    }

    @Test
    void whatIsReviewedSaysByWhomAndWhen() {
        PackReading reading = with("review", "{status: reviewed}");
        assertThat(codesAndPlaces(reading))
                .containsExactly("ART-055 10:9", "ART-055 10:9", "ART-055 10:9");
        assertThat(messages(reading))
                .containsExactly(
                        "Key \"review.lastReviewed\" is missing; what is \"reviewed\" must say by"
                                + " whom, when, and until when.",
                        "Key \"review.nextReview\" is missing; what is \"reviewed\" must say by"
                                + " whom, when, and until when.",
                        "Key \"review.reviewer\" is missing; what is \"reviewed\" must say by"
                                + " whom, when, and until when.");
    }

    @Test
    void aReviewerHasNameAndRole() {
        assertThat(
                        codesAndPlaces(
                                with(
                                        "review",
                                        "{status: reviewed, reviewer: {name: Ben},"
                                                + " lastReviewed: 2026-01-01,"
                                                + " nextReview: 2028-01-01}")))
                .containsExactly("ART-026 10:38");
    }

    @Test
    void whatIsUnreviewedNamesNoReview() {
        assertThat(codesAndPlaces(with("review", "{status: unreviewed, lastReviewed: 2026-01-01}")))
                .containsExactly("ART-056 10:44");
    }

    @Test
    void aReviewIsNotOverdueBeforeItWasMade() {
        PackReading reading =
                with(
                        "review",
                        "{status: reviewed, reviewer: {name: Ben, role: nurse},"
                                + " lastReviewed: 2026-01-02, nextReview: 2026-01-01}");
        assertThat(codesAndPlaces(reading)).containsExactly("ART-057 10:102");
        assertThat(messages(reading))
                .containsExactly(
                        "Next review \"2026-01-01\" lies before the last, \"2026-01-02\".");
    }

    @Test
    void aReviewThatEndsOnItsDayIsRight() {
        assertThat(
                        codesAndPlaces(
                                with(
                                        "review",
                                        "{status: reviewed, reviewer: {name: Ben, role: nurse},"
                                                + " lastReviewed: 2026-01-01,"
                                                + " nextReview: 2026-01-01}")))
                .isEmpty();
    }

    @Test
    void placesAreThoseOfTheValuesInTheFile() {
        PackReading reading = readFrontMatter(FRONT_MATTER + "tags:\n- a\n- b\n");
        Locations places =
                reading.document().articles().get(0).frontMatter().orElseThrow().locations();
        assertThat(places.of("/tags/1")).hasToString("articles/dark-room.md:13:3");
        assertThat(places.of("/review/status")).hasToString("articles/dark-room.md:10:18");
        assertThat(places.of("/review/reviewer/name")).hasToString("articles/dark-room.md:10:9");
        assertThat(places.of("/sources")).hasToString("articles/dark-room.md:2:1");
    }
}

package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two releases against each other. Every test has packs of its own. */
class CompareE2E {

    private static String publish(String id, String version, String text) {
        assertThat(
                        write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.saying(id, version, text).bytes())
                                .status())
                .isEqualTo(201);
        return "/api/packs/" + id + "/compare/";
    }

    private static String twoReleases(String id) {
        publish(id, "1.0.0", "Pass the end over the standing part.");
        return publish(id, "1.0.1", "Pass the end *under* the standing part & pull.");
    }

    @Test
    void wordsAreComparedAndTheNotesAreThere() {
        String compare = twoReleases("compare-words");

        Answer answer = get(compare + "1.0.0...1.0.1");

        assertThat(answer.kind()).isEqualTo("200 application/json");
        assertThat(Shapes.violations("compare", answer.body())).isEmpty();
        String digests = "\"digest\":\"sha256:[0-9a-f]{64}\"";
        assertThat(answer.body().replaceAll(digests, "DIGEST"))
                .isEqualTo(
                        "{\"pack\":\"compare-words\",\"from\":{\"version\":\"1.0.0\",DIGEST,"
                                + "\"url\":\"/api/packs/compare-words/versions/1.0.0\"},"
                                + "\"to\":{\"version\":\"1.0.1\",DIGEST,"
                                + "\"url\":\"/api/packs/compare-words/versions/1.0.1\"},"
                                + "\"bump\":\"patch\",\"structure\":[],\"notes\":["
                                + "{\"version\":\"1.0.1\",\"kind\":\"editorial\","
                                + "\"article\":\"tying-knots\",\"text\":\"Said in other words.\"}],"
                                + "\"fields\":[],\"articles\":[{\"article\":\"tying-knots\","
                                + "\"language\":\"en\",\"title\":\"Tying knots\","
                                + "\"differences\":[\"changed\"],\"fields\":[],\"sections\":["
                                + "{\"section\":\"begin\",\"heading\":\"Begin\","
                                + "\"differences\":[\"changed\"],\"fields\":[],\"words\":["
                                + "{\"kind\":\"equal\",\"text\":\"Pass the end \"},"
                                + "{\"kind\":\"removed\",\"text\":\"over\"},"
                                + "{\"kind\":\"added\",\"text\":\"*under*\"},"
                                + "{\"kind\":\"equal\",\"text\":\" the standing part\"},"
                                + "{\"kind\":\"added\",\"text\":\" & pull\"},"
                                + "{\"kind\":\"equal\",\"text\":\".\\n\"}]}],"
                                + "\"fromUrl\":\"/api/packs/compare-words/versions/1.0.0/articles"
                                + "/tying-knots?lang=en\","
                                + "\"toUrl\":\"/api/packs/compare-words/versions/1.0.1/articles"
                                + "/tying-knots?lang=en\"}],"
                                + "\"unchangedArticles\":0,\"assets\":[],"
                                + "\"url\":\"/api/packs/compare-words/compare/1.0.0...1.0.1\"}");
        assertThat(answer.header("Cache-Control"))
                .contains("public, max-age=300, stale-if-error=3600");
        assertThat(
                        get(
                                        compare + "1.0.0...1.0.1",
                                        "If-None-Match",
                                        answer.header("ETag").orElseThrow())
                                .status())
                .isEqualTo(304);
    }

    @Test
    void aPageMarksTheWordsAndTheReleaseLeadsToIt() {
        String compare = twoReleases("compare-page");

        Answer page = get(compare + "1.0.0...1.0.1", "Accept", "text/html");

        assertThat(page.kind()).isEqualTo("200 text/html;charset=utf-8");
        assertThat(page.body())
                .contains(
                        "Pass the end <del>over</del><ins>*under*</ins> the standing part"
                                + "<ins> &amp; pull</ins>.",
                        "<strong>editorial</strong>",
                        "a step of at least <strong>patch</strong>");
        assertThat(get("/api/packs/compare-page/versions/1.0.1", "Accept", "text/html").body())
                .contains("href=\"/api/packs/compare-page/compare/1.0.0...1.0.1\"");
        assertThat(get("/api/packs/compare-page/versions/1.0.0", "Accept", "text/html").body())
                .doesNotContain("/compare/");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0...latest, 1.0.0...1.0.1",
        "1...1, 1.0.1...1.0.1",
        "^1.0...~1.0, 1.0.1...1.0.1",
        "latest...1.0.0, 1.0.1...1.0.0"
    })
    void rangesAndChannelsLeadToTheExactVersions(String asked, String exact) {
        String pack = "compare-" + Integer.toHexString(asked.hashCode());
        String compare = twoReleases(pack);

        Answer answer = get(compare + asked.replace("^", "%5E") + "?article=tying-knots");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains(compare + exact + "?article=tying-knots");
        assertThat(get(compare + exact).status()).isEqualTo(200);
    }

    @Test
    void aReleaseIsTheSameAsItself() {
        String compare = twoReleases("compare-same");

        assertThat(get(compare + "1.0.1...1.0.1").body())
                .contains("\"structure\":[]", "\"articles\":[]", "\"unchangedArticles\":1")
                .doesNotContain("\"bump\"");
    }

    @ParameterizedTest
    @BadInput({"H4", "M4"})
    @CsvSource({
        "1.0.0, 400",
        "1.0.0..1.0.1, 400",
        "1.0.0...., 400",
        "...1.0.0, 400",
        "1.0.0..., 400",
        "v1.0.0...1.0.1, 400",
        "1.0.0...01.0.1, 400",
        "1.0.0...1.0.1...1.0.1, 400",
        "1.0.0...9.0.0, 404",
        "9.0.0...1.0.0, 404",
        "1.0.0...stable, 404",
        "1.0.0...1.0.1?article=No+Id, 400",
        "1.0.0...1.0.1?article=a&article=b, 400"
    })
    void whatNamesNoTwoReleasesIsAProblem(String releases, int status) {
        twoReleasesOnce();
        Answer answer = get("/api/packs/compare-problems/compare/" + releases);

        assertThat(answer.kind()).isEqualTo(status + " application/problem+json");
        assertThat(Shapes.violations("problem", answer.body())).isEmpty();
    }

    private static void twoReleasesOnce() {
        if (get("/api/packs/compare-problems").status() == 404) {
            twoReleases("compare-problems");
        }
    }

    @Test
    void noPackHasNothingToCompare() {
        assertThat(get("/api/packs/no-such-pack/compare/1.0.0...1.0.1").kind())
                .isEqualTo("404 application/problem+json");
    }

    @Test
    void whatWasWithdrawnForHarmIsNotShownHereEither() {
        String compare = twoReleases("compare-withdrawn");
        byte[] error =
                "{\"kind\": \"error\", \"note\": \"Wrong.\"}".getBytes(StandardCharsets.UTF_8);
        String release = "/api/packs/compare-withdrawn/versions/1.0.0";

        write("PUT", release + "/articles/tying-knots/withdrawal", "application/json", error);
        Answer named = get(compare + "1.0.0...1.0.1");
        assertThat(Shapes.violations("compare", named.body())).isEmpty();
        assertThat(named.body())
                .contains("\"notCompared\":\"withdrawn\"")
                .doesNotContain("Pass", "Tying knots");
        assertThat(get(compare + "1.0.0...1.0.1", "Accept", "text/html").body())
                .contains("It was withdrawn")
                .doesNotContain("Pass");
        write("PUT", release + "/withdrawal", "application/json", error);
        for (String releases : List.of("1.0.0...1.0.1", "1.0.1...1.0.0")) {
            assertThat(get(compare + releases).kind()).isEqualTo("410 application/problem+json");
        }
    }
}

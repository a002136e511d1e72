package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.ARTICLE;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles as they were at a time (RFC 7089). */
class MementoE2E {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORIGINAL = PACK + ARTICLE;

    private static JsonNode json(Answer answer) throws IOException {
        return JSON.readTree(answer.bytes());
    }

    /** The Memento-Datetime of a release. */
    private static String datetime(String version) {
        return get(PACK + "/versions/" + version + ARTICLE)
                .header("Memento-Datetime")
                .orElseThrow();
    }

    private static String at(String moment) {
        Answer answer = get(ORIGINAL, "Accept-Datetime", moment);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Vary").orElse("").toLowerCase(java.util.Locale.ROOT))
                .contains("accept-datetime");
        assertThat(answer.header("Memento-Datetime")).isEmpty();
        assertThat(answer.header("Link").orElse(""))
                .contains("<" + ORIGINAL + ">; rel=\"original timegate\"")
                .contains("<" + ORIGINAL + "/timemap>; rel=\"timemap\"");
        return answer.header("Location").orElseThrow();
    }

    @Test
    void everyMomentLeadsToWhatWasTheLatestThen() {
        assertThat(at(datetime("1.0.0"))).isEqualTo(PACK + "/versions/1.0.0" + ARTICLE);
        assertThat(at(datetime("1.1.0"))).isEqualTo(PACK + "/versions/1.1.0" + ARTICLE);
    }

    @BadInput("H15")
    @Test
    void aMomentBeforeTheFirstOrInTheFutureLeadsToTheNearest() {
        assertThat(at("Thu, 01 Jan 1970 00:00:00 GMT"))
                .isEqualTo(PACK + "/versions/1.0.0" + ARTICLE);
        assertThat(at("Fri, 01 Jan 2100 00:00:00 GMT"))
                .isEqualTo(PACK + "/versions/1.1.0" + ARTICLE);
    }

    @BadInput("H15")
    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-24", "Tue, 99 Nov 2026 00:00:00 GMT", ""})
    void aMomentThatCannotBeReadIsAProblem(String moment) {
        Answer answer = get(ORIGINAL, "Accept-Datetime", moment);

        assertThat(answer.kind()).isEqualTo("400 application/problem+json");
        assertThat(answer.body()).contains("urn:contentpack:problem:malformed-request");
    }

    @ParameterizedTest
    @CsvSource({"'', ?lang=en", ".html, ?lang=en", ".jsonld, ''"})
    void formatAndLanguageGoAlong(String ending, String query) {
        assertThat(
                        get(
                                        ORIGINAL + ending + query,
                                        "Accept-Datetime",
                                        "Thu, 01 Jan 1970 00:00:00 GMT")
                                .header("Location"))
                .contains(PACK + "/versions/1.0.0" + ARTICLE + ending + query);
    }

    @Test
    void originalAndMementoTellOfEachOther() {
        Answer original = get(ORIGINAL + "?lang=en");
        Answer memento = get(PACK + "/versions/1.1.0" + ARTICLE + "?lang=en");

        assertThat(original.header("Vary"))
                .contains("Accept, Accept-Language, Accept-Encoding, Accept-Datetime");
        assertThat(original.header("Memento-Datetime")).isEmpty();
        assertThat(memento.header("Memento-Datetime").orElse("")).endsWith(" GMT");
        for (Answer answer : new Answer[] {original, memento}) {
            assertThat(answer.header("Link").orElse(""))
                    .contains("<" + ORIGINAL + ">; rel=\"original timegate\"")
                    .contains("rel=\"timemap\"; type=\"application/link-format\"")
                    .contains(
                            "<"
                                    + PACK
                                    + "/versions/1.1.0"
                                    + ARTICLE
                                    + "?lang=en>; rel=\"canonical\"")
                    .contains("<" + ORIGINAL + ">; rel=\"http://purl.org/dc/terms/isVersionOf\"");
        }
    }

    @Test
    void noVersionIsLinkedThatDoesNotHaveIt() {
        String pack = "/api/packs/linked-knots";
        String splicing = PackZip.article("Unlay the strands.").replace("tying-knots", "splicing");
        publish(PackZip.of("linked-knots", "1.0.0"));
        publish(
                PackZip.of("linked-knots", "1.1.0")
                        .with("articles/splicing.md", splicing)
                        .with(
                                "articles/tying-knots.md",
                                PackZip.article("Pull.\n\n## End {#end}\n\nPull again."))
                        .with(
                                "pack.yaml",
                                PackZip.manifest("linked-knots", "1.1.0")
                                        + "  - {kind: addition, article: splicing, text: New.}\n"));
        publish(
                PackZip.saying("linked-knots", "2.0.0", "Pull hard.")
                        .with(
                                "pack.yaml",
                                PackZip.manifest("linked-knots", "2.0.0")
                                        + "removed:\n"
                                        + "  - {kind: article, id: splicing, reason: No rope.}\n"
                                        + "  - {kind: section, article: tying-knots, id: end,"
                                        + " reason: Said above.}\n"));

        for (String below : new String[] {"splicing", "tying-knots/sections/end"}) {
            assertThat(get(pack + "/versions/1.1.0/articles/" + below).header("Link").orElse(""))
                    .contains("rel=\"version-history\"")
                    .doesNotContain("latest-version", "predecessor-version", "successor-version");
        }
        assertThat(get(pack + "/versions/1.1.0/articles/tying-knots").header("Link").orElse(""))
                .contains("latest-version", "predecessor-version", "successor-version");
    }

    private static void publish(PackZip pack) {
        Answer answer = write("POST", "/api/packs", "application/zip", pack.bytes());
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    @Test
    void theTimeMapListsAllMementosInBothForms() throws Exception {
        Answer links = get(ORIGINAL + "/timemap");
        Answer data = get(ORIGINAL + "/timemap", "Accept", "application/json");
        String first = datetime("1.0.0");
        String last = datetime("1.1.0");

        assertThat(links.kind()).isEqualTo("200 application/link-format");
        assertThat(links.body())
                .isEqualTo(
                        """
                        <ORIGINAL>; rel="original",
                        <ORIGINAL>; rel="timegate",
                        <ORIGINAL/timemap>; rel="self"; type="application/link-format"; from="FIRST"; until="LAST",
                        <PACK/versions/1.0.0ARTICLE>; rel="first memento"; datetime="FIRST",
                        <PACK/versions/1.1.0ARTICLE>; rel="last memento"; datetime="LAST"
                        """
                                .replace("ORIGINAL", ORIGINAL)
                                .replace("PACK", PACK)
                                .replace("ARTICLE", ARTICLE)
                                .replace("FIRST", first)
                                .replace("LAST", last));
        assertThat(Shapes.violations("timemap", data.body())).isEmpty();
        assertThat(json(data).path("mementos").findValuesAsText("version"))
                .containsExactly("1.0.0", "1.1.0");
        assertThat(get(ORIGINAL + "/timemap", "Accept", "image/png").kind())
                .isEqualTo("406 application/problem+json");
        assertThat(get(PACK + "/articles/nothing/timemap").kind())
                .isEqualTo("404 application/problem+json");
    }

    @Test
    void aWithdrawalChangesWhatIsTheLatestFromThenOnOnly() throws Exception {
        String pack = "/api/packs/memento-withdrawn";
        for (String version : new String[] {"1.0.0", "1.0.1"}) {
            assertThat(
                            write(
                                            "POST",
                                            "/api/packs",
                                            "application/zip",
                                            PackZip.of("memento-withdrawn", version).bytes())
                                    .status())
                    .isEqualTo(201);
        }
        String knots = "/articles/tying-knots";
        String second =
                get(pack + "/versions/1.0.1" + knots).header("Memento-Datetime").orElseThrow();
        write(
                "PUT",
                pack + "/versions/1.0.1/withdrawal",
                "application/json",
                "{\"kind\": \"superseded\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(get(pack + knots, "Accept-Datetime", second).header("Location"))
                .contains(pack + "/versions/1.0.1" + knots);
        assertThat(
                        get(pack + knots, "Accept-Datetime", "Fri, 01 Jan 2100 00:00:00 GMT")
                                .header("Location"))
                .contains(pack + "/versions/1.0.0" + knots);
        Answer withdrawn = get(pack + "/versions/1.0.1" + knots);
        assertThat(withdrawn.header("Deprecation").orElse("")).matches("@[0-9]+");
        assertThat(withdrawn.header("Link").orElse(""))
                .contains("<" + pack + "/versions/1.0.1/status>; rel=\"deprecation\"");
        Answer status = get(pack + "/versions/1.0.1/status");
        assertThat(Shapes.violations("status", status.body())).isEmpty();
        assertThat(json(status).path("withdrawal").path("kind").asText()).isEqualTo("superseded");
        assertThat(status.header("Cache-Control")).contains("public, max-age=60");
    }
}

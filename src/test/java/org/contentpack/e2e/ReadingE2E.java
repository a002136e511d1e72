package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.ARTICLE;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers of the leg-cramp pack get. */
class ReadingE2E {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("content-pack/leg-cramps-at-night");

    private static JsonNode json(Answer answer) throws IOException {
        return JSON.readTree(answer.bytes());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "packs, /api/packs",
        "pack, /api/packs/leg-cramps-at-night",
        "versions, /api/packs/leg-cramps-at-night/versions",
        "release, /api/packs/leg-cramps-at-night/versions/1.0.0",
        "release, /api/packs/leg-cramps-at-night/versions/1.1.0",
        "articles, /api/packs/leg-cramps-at-night/versions/1.1.0/articles",
        "article, /api/packs/leg-cramps-at-night/versions/1.0.0/articles/what-causes-leg-cramps-at-night",
        "article, /api/packs/leg-cramps-at-night/versions/1.1.0/articles/what-causes-leg-cramps-at-night?lang=es",
        "article, /api/packs/leg-cramps-at-night/articles/what-causes-leg-cramps-at-night",
        "section, /api/packs/leg-cramps-at-night/versions/1.1.0/articles/what-causes-leg-cramps-at-night/sections/intro",
        "section, /api/packs/leg-cramps-at-night/versions/1.1.0/articles/what-causes-leg-cramps-at-night/sections/treatment",
        "problem, /api/packs/unknown",
        "problem, /api/packs/leg-cramps-at-night/versions/v1"
    })
    void everyAnswerKeepsItsShape(String shape, String target) {
        Answer answer = get(target);

        assertThat(Shapes.violations(shape, answer.body())).as(answer.body()).isEmpty();
    }

    @Test
    void bothReleasesAreListedHighestFirst() throws Exception {
        List<String> versions = new ArrayList<>();
        json(get(PACK + "/versions"))
                .get("items")
                .forEach(v -> versions.add(v.get("version").asText()));

        assertThat(versions).containsExactly("1.1.0", "1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void theReleaseDigestIsThatOfTheList(String version) throws Exception {
        byte[] list = Files.readAllBytes(FOLDER.resolve(version + ".sha256"));

        assertThat(json(get(PACK + "/versions/" + version)).get("digest").asText())
                .isEqualTo(sha256(list));
    }

    @Test
    void anArticleHasItsSectionsWithTheirDigests() throws Exception {
        JsonNode article = json(get(PACK + "/versions/1.0.0" + ARTICLE));
        byte[] file =
                Files.readAllBytes(
                        FOLDER.resolve("1.0.0/articles/what-causes-leg-cramps-at-night.md"));
        List<String> sections = new ArrayList<>();
        article.get("sections").forEach(s -> sections.add(s.get("id").asText()));

        assertThat(article.get("contentDigest").asText()).isEqualTo(sha256(file));
        assertThat(sections)
                .startsWith("intro", "when-to-get-help")
                .containsSubsequence(
                        "muscle-fatigue",
                        "dehydration",
                        "electrolyte-imbalance",
                        "poor-blood-circulation",
                        "muscle-overuse",
                        "nerve-compression",
                        "pregnancy",
                        "certain-medications",
                        "underlying-medical-conditions",
                        "prevention",
                        "treatment");
    }

    @Test
    void aSectionThatDidNotChangeKeepsItsDigest() throws Exception {
        String path = ARTICLE + "/sections/pregnancy";
        String before = json(get(PACK + "/versions/1.0.0" + path)).get("digest").asText();
        String after =
                json(get(PACK + "/versions/1.1.0" + path + "?lang=en")).get("digest").asText();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void aBrowserGetsAPage() {
        Answer page =
                get(
                        PACK + "/versions/1.0.0" + ARTICLE,
                        "Accept",
                        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        assertThat(page.kind()).isEqualTo("200 text/html;charset=utf-8");
        assertThat(page.header("Content-Language")).contains("en");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">")
                .contains("<h1>What causes leg cramps at night?</h1>")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .contains("No clinician has reviewed this text.")
                .contains("class=\"sign emergency\"")
                .contains("class=\"caution\"")
                .contains("There is a newer version of this text:")
                .doesNotContain("{not-for")
                .doesNotContain("{urgent}")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource({
        "es, , es",
        "en, es, en",
        ", es-MX, es",
        ", 'fr, es;q=0.5', es",
        ", fr, en",
        ", '!!', en",
        ", , en"
    })
    void theLanguageIsTheOneAskedFor(String parameter, String header, String language)
            throws Exception {
        String target =
                PACK
                        + "/versions/1.1.0"
                        + ARTICLE
                        + (parameter == null ? "" : "?lang=" + parameter);
        Answer answer = header == null ? get(target) : get(target, "Accept-Language", header);

        assertThat(answer.header("Content-Language")).contains(language);
        assertThat(json(answer).get("language").asText()).isEqualTo(language);
    }

    @Test
    void aLanguageThatIsNotThereIsAProblemThatNamesTheOthers() {
        Answer answer = get(PACK + "/versions/1.0.0" + ARTICLE + "?lang=es");

        assertThat(answer.kind()).isEqualTo("404 application/problem+json");
        assertThat(answer.body()).contains("it is there in: en.");
    }

    @ParameterizedTest
    @CsvSource({".json, 200 application/json", ".html, 200 text/html;charset=utf-8"})
    void anEndingNamesTheMediaTypeWhateverTheClientTakes(String ending, String kind) {
        assertThat(get(PACK + "/versions/1.1.0" + ARTICLE + ending, "Accept", "image/png").kind())
                .isEqualTo(kind);
    }

    @Test
    void theArchiveIsTheSameUnderBothItsAddresses() throws Exception {
        JsonNode archive = json(get(PACK + "/versions/1.1.0")).get("archive");
        Answer byVersion = get(archive.get("url").asText());
        Answer byDigest = get(archive.get("blobUrl").asText());

        assertThat(byVersion.kind()).isEqualTo("200 application/zip");
        assertThat(byVersion.bytes()).isEqualTo(byDigest.bytes());
        assertThat(sha256(byVersion.bytes())).isEqualTo(archive.get("digest").asText());
        assertThat(byVersion.bytes().length).isEqualTo(archive.get("sizeBytes").asInt());
        assertThat(byDigest.header("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(byVersion.header("Cache-Control"))
                .contains("public, max-age=300, stale-if-error=3600");
    }

    @Test
    void anAssetIsServedInItsOwnBox() throws Exception {
        Answer asset = get(PACK + "/versions/1.1.0/assets/wall-calf-stretch.svg");

        assertThat(asset.kind()).isEqualTo("200 image/svg+xml");
        assertThat(asset.bytes())
                .isEqualTo(
                        Files.readAllBytes(FOLDER.resolve("1.1.0/assets/wall-calf-stretch.svg")));
        assertThat(asset.header("Content-Security-Policy").orElse(""))
                .startsWith("sandbox; default-src 'none'");
        assertThat(asset.header("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void theLandingPageShowsThePacksAndTheirVersions() {
        Answer page = get("/");

        assertThat(page.kind()).isEqualTo("200 text/html;charset=utf-8");
        assertThat(page.body())
                .contains("What causes leg cramps at night")
                .contains("/api/packs/leg-cramps-at-night/versions/1.0.0")
                .contains("/api/packs/leg-cramps-at-night/versions/1.1.0");
        assertThat(get("/style.css").kind()).isEqualTo("200 text/css;charset=utf-8");
    }

    @Test
    void everyShapeIsServed() throws Exception {
        for (JsonNode shape : json(get("/api/schemas")).get("items")) {
            Answer answer = get(shape.get("url").asText());
            assertThat(answer.kind()).isEqualTo("200 application/schema+json");
            assertThat(answer.bytes())
                    .isEqualTo(
                            Files.readAllBytes(
                                    Path.of("docs/api", shape.get("name").asText() + ".json")));
        }
    }

    @Test
    void everySchemaForEditorsIsServedAsItLiesInTheDocumentation() throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonNode schema : json(get("/schemas")).get("items")) {
            String file = schema.get("name").asText() + ".json";
            Answer answer = get(schema.get("url").asText());

            assertThat(schema.get("url").asText()).isEqualTo("/schemas/" + file);
            assertThat(answer.kind()).isEqualTo("200 application/schema+json");
            assertThat(answer.header("ETag").orElseThrow()).startsWith("\"");
            assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(answer.bytes()).isEqualTo(Files.readAllBytes(Path.of("docs/schemas", file)));
            names.add(file);
        }
        try (Stream<Path> files = Files.list(Path.of("docs/schemas"))) {
            assertThat(names)
                    .isEqualTo(
                            files.map(file -> file.getFileName().toString())
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(get("/schemas/none.json").status()).isEqualTo(404);
    }

    /** The safety links of the introduction lead somewhere from the introduction by itself too. */
    @Test
    void aSectionByItselfLinksToTheArticle() {
        assertThat(get(PACK + "/versions/1.1.0" + ARTICLE + "/sections/intro.html?lang=en").body())
                .contains(
                        "href=\""
                                + PACK
                                + "/versions/1.1.0"
                                + ARTICLE
                                + "?lang=en#when-to-get-help\"")
                .doesNotContain("href=\"#when-to-get-help\"");
    }

    @Test
    void packsCannotBeDownloadedPastTheRules() {
        assertThat(get("/WEB-INF/content-pack/leg-cramps-at-night/1.0.0/pack.yaml").kind())
                .isEqualTo("404 application/problem+json");
        assertThat(get("/content-pack/leg-cramps-at-night/1.0.0/pack.yaml").kind())
                .isEqualTo("404 application/problem+json");
    }

    @Test
    void theServerIsReadyAndSaysHowManyPacksItHas() {
        Answer ready = get("/health/ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).contains("\"packs\":").doesNotContain("refused");
    }
}

package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A translation that lacks a safety change of its source, as a reader meets it. */
class StaleTranslationsE2E {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "stale-knots";
    private static final String PACK = "/api/packs/" + ID;
    private static final String STALE = PACK + "/versions/1.1.0/articles/tying-knots";
    private static final String NOTE = "Not around the neck.";
    private static final String[] AUDITOR = {"Authorization", "Bearer " + TOKEN};

    @BeforeAll
    static void publish() throws Exception {
        publish("1.0.0", "editorial", "Pull.", "Pull.");
        publish("1.1.0", "safety", "Pull, not around the neck.", "Pull.");
        publish(
                "1.2.0",
                "editorial",
                "Pull, never around the neck.",
                "Pull, never around the neck.");
    }

    private static void publish(String version, String kind, String text, String madeFrom)
            throws Exception {
        String digest =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(PackZip.article(madeFrom).getBytes(UTF_8)));
        String spanish =
                PackZip.article("Tire.")
                        .replace("slug: tying-knots", "slug: atar-nudos")
                        .replace("title: Tying knots", "title: Atar nudos")
                        .replace(
                                "sources:",
                                "translates:\n  digest: \"sha256:" + digest + "\"\nsources:");
        PackZip pack =
                PackZip.of(ID, version)
                        .with("articles/tying-knots.md", PackZip.article(text))
                        .with("articles/tying-knots.es.md", spanish)
                        .with(
                                "pack.yaml",
                                PackZip.manifest(ID, version)
                                        .replace("kind: editorial", "kind: " + kind)
                                        .replace("Said in other words.", NOTE));
        Answer answer = write("POST", "/api/packs", "application/zip", pack.bytes());
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    private static JsonNode json(Answer answer) throws IOException {
        return JSON.readTree(answer.bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?lang=es",
                "?lang=ES",
                ".html?lang=es",
                ".md?lang=es",
                ".jsonld?lang=es",
                "/sections/begin?lang=es"
            })
    void whoNamesItIsToldWhyThereIsNoneAndWhereTheSourceIs(String behind) throws IOException {
        for (int i = 0; i < 2; i++) {
            Answer answer = get(STALE + behind);

            assertThat(answer.kind()).isEqualTo("404 application/problem+json");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Link"))
                    .contains("<" + STALE + "?lang=en>; rel=\"alternate\"; hreflang=\"en\"");
            assertThat(Shapes.violations("problem", answer.body())).isEmpty();
            JsonNode problem = json(answer);
            assertThat(problem.path("type").asText())
                    .isEqualTo("urn:contentpack:problem:translation-held");
            assertThat(problem.path("detail").asText()).contains("1.1.0: " + NOTE);
            assertThat(problem.path("variants").findValuesAsText("url"))
                    .containsExactly(
                            STALE + ".json?lang=en",
                            STALE + ".html?lang=en",
                            STALE + ".md?lang=en",
                            STALE + ".jsonld?lang=en");
        }
    }

    @Test
    void whoPrefersItsLanguageGetsTheSource() {
        Answer answer = get(STALE, "Accept-Language", "es");

        assertThat(answer.kind()).isEqualTo("200 application/json");
        assertThat(answer.header("Content-Language")).contains("en");
        assertThat(answer.header("Content-Location")).contains(STALE + ".json?lang=en");
    }

    @Test
    void itsSlugLeadsToWhereTheReasonIs() {
        Answer answer = get(PACK + "/versions/1.1.0/articles/atar-nudos");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains(STALE + "?lang=es");
    }

    @Test
    void nothingNamesItButTheStatusAndTheReleasesPage() throws IOException {
        String release = PACK + "/versions/1.1.0";
        assertThat(json(get(release)).path("languages").toString()).isEqualTo("[\"en\"]");
        for (String target :
                List.of(
                        release + "/articles",
                        STALE + ".json?lang=en",
                        STALE + ".html?lang=en",
                        STALE + ".md?lang=en",
                        STALE + ".jsonld?lang=en",
                        release + "/exports/wordpress")) {
            assertThat(get(target).status()).isEqualTo(200);
            assertThat(get(target).body()).doesNotContain("Atar nudos", "lang=es");
        }
        Answer status = get(release + "/status");
        assertThat(Shapes.violations("status", status.body())).isEmpty();
        assertThat(json(status).path("staleTranslations").toString())
                .isEqualTo(
                        "[{\"article\":\"tying-knots\",\"language\":\"es\",\"held\":true,"
                                + "\"missedSafety\":[{\"version\":\"1.1.0\",\"text\":\""
                                + NOTE
                                + "\"}]}]");
        assertThat(get(release, "Accept", "text/html").body())
                .contains("Held back until it is translated anew", "Atar nudos")
                .doesNotContain("articles/tying-knots?lang=es");
    }

    @Test
    void otherVersionsAndWhatCanBeCheckedStay() {
        assertThat(
                        get(PACK + "/versions/1.0.0/articles/tying-knots?lang=es")
                                .header("Content-Language"))
                .contains("es");
        assertThat(get(PACK + "/articles/tying-knots?lang=es").header("Content-Language"))
                .contains("es");
        assertThat(get(PACK + "/versions/1.2.0/status").body()).doesNotContain("staleTranslations");
        assertThat(get(PACK + "/versions/1.1.0/archive").status()).isEqualTo(200);
        assertThat(get(PACK + "/compare/1.1.0...1.2.0").status()).isEqualTo(200);
    }

    @Test
    void anAuditorGetsItWithTheNoticeInEveryRepresentation() throws IOException {
        String missed = "[{\"version\":\"1.1.0\",\"text\":\"" + NOTE + "\"}]";
        Answer article = get(STALE + ".json?lang=es", AUDITOR);
        Answer section = get(STALE + "/sections/begin.json?lang=es", AUDITOR);
        for (Answer answer : List.of(article, section)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Content-Language")).contains("es");
            assertThat(json(answer).path("missedSafety").toString()).isEqualTo(missed);
            assertThat(json(answer).path("stale").asBoolean()).isTrue();
        }
        assertThat(Shapes.violations("article", article.body())).isEmpty();
        assertThat(Shapes.violations("section", section.body())).isEmpty();

        String banner = "A esta traducción le falta un cambio";
        for (String below : List.of("", "/sections/begin")) {
            assertThat(get(STALE + below + ".html?lang=es", AUDITOR).body())
                    .contains(
                            banner,
                            "<span lang=\"en\">1.1.0: " + NOTE + "</span>",
                            "href=\""
                                    + STALE
                                    + "?lang&#x3D;en\" hreflang=\"en\" lang=\"en\">English</a>",
                            "<meta name=\"robots\" content=\"noindex\">");
            assertThat(get(STALE + below + ".md?lang=es", AUDITOR).body())
                    .contains("> **" + banner, "1.1.0: Not around the neck");
            JsonNode data = json(get(STALE + below + ".jsonld?lang=es", AUDITOR));
            assertThat(data.path("correction").path("text").asText())
                    .startsWith(banner)
                    .endsWith("1.1.0: " + NOTE);
            assertThat(data.path("creativeWorkStatus").toString())
                    .isEqualTo("[\"unreviewed\",\"stale\"]");
        }
    }
}

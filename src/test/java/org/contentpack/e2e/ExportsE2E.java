package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.TOKEN;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.send;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases as import files of CMSes. */
class ExportsE2E {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXPORTS = PACK + "/versions/1.1.0/exports/";

    private static JsonNode json(Answer answer) throws IOException {
        return JSON.readTree(answer.bytes());
    }

    /** Names and texts in the order of the zip. */
    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static String publish(String pack) {
        assertThat(
                        write(
                                        "POST",
                                        "/api/packs",
                                        "application/zip",
                                        PackZip.of(pack, "1.0.0").bytes())
                                .status())
                .isEqualTo(201);
        return "/api/packs/" + pack + "/versions/1.0.0";
    }

    private static int put(String target, String json) {
        return write("PUT", target, "application/json", json.getBytes(UTF_8)).status();
    }

    @ParameterizedTest
    @CsvSource({
        "wordpress, application/xml;charset=utf-8, leg-cramps-at-night-1.1.0.wordpress.xml",
        "markdown, application/zip, leg-cramps-at-night-1.1.0.markdown.zip"
    })
    void anExportIsAFileWithAllThatACacheNeeds(String cms, String mediaType, String name)
            throws Exception {
        Answer answer = get(EXPORTS + cms);

        assertThat(answer.kind()).isEqualTo("200 " + mediaType);
        assertThat(answer.header("Content-Disposition"))
                .contains("attachment; filename=\"" + name + "\"");
        assertThat(answer.header("Content-Length")).contains("" + answer.bytes().length);
        assertThat(answer.header("Cache-Control"))
                .contains("public, max-age=300, stale-if-error=3600");
        assertThat(answer.header("ETag"))
                .contains(
                        "\""
                                + HexFormat.of()
                                        .formatHex(
                                                MessageDigest.getInstance("SHA-256")
                                                        .digest(answer.bytes()))
                                + "\"");
        assertThat(answer.header("Content-Security-Policy").orElse("")).startsWith("sandbox;");
        assertThat(get(EXPORTS + cms).bytes()).isEqualTo(answer.bytes());
        Answer head = send("HEAD", EXPORTS + cms);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(answer.header("Content-Length"));
        Answer known = get(EXPORTS + cms, "If-None-Match", answer.header("ETag").orElseThrow());
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void theReleaseNamesItsExports() throws Exception {
        JsonNode exports = json(get(PACK + "/versions/1.1.0")).get("exports");

        assertThat(exports)
                .isEqualTo(
                        JSON.readTree(
                                """
                                [{"cms": "wordpress", "mediaType": "application/xml;charset=utf-8",
                                  "url": "/api/packs/leg-cramps-at-night/versions/1.1.0/exports/wordpress"},
                                 {"cms": "markdown", "mediaType": "application/zip",
                                  "url": "/api/packs/leg-cramps-at-night/versions/1.1.0/exports/markdown"}]
                                """));
        for (JsonNode export : exports) {
            assertThat(get(export.get("url").asText()).header("Content-Type"))
                    .contains(export.get("mediaType").asText());
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() throws Exception {
        Answer answer = get(EXPORTS + "joomla");

        assertThat(answer.kind()).isEqualTo("404 application/problem+json");
        assertThat(json(answer).get("detail").asText())
                .isEqualTo("There is no export for \"joomla\"; there are: wordpress, markdown.");
        assertThat(get(EXPORTS).status()).isEqualTo(404);
        assertThat(send("POST", EXPORTS + "wordpress").status()).isEqualTo(405);
    }

    @Test
    void aRangeLeadsToTheExactVersion() {
        Answer answer = send("GET", PACK + "/versions/1/exports/wordpress");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains(EXPORTS + "wordpress");
    }

    @Test
    void allLanguagesAreInside() throws Exception {
        String wxr = get(EXPORTS + "wordpress").body();
        Map<String, String> hugo = unzipped(get(EXPORTS + "markdown").bytes());

        assertThat(wxr.split("<wp:meta_key><!\\[CDATA\\[contentpack_language\\]\\]>", -1))
                .hasSize(3);
        assertThat(wxr)
                .contains("version 1.1.0, digest sha256:19f50f15", "No clinician has reviewed")
                .contains("<wp:status><![CDATA[draft]]></wp:status>")
                .doesNotContain("<wp:status><![CDATA[publish]]></wp:status>");
        assertThat(hugo.keySet())
                .contains(
                        "content/packs/leg-cramps-at-night/what-causes-leg-cramps-at-night.en.md",
                        "content/packs/leg-cramps-at-night/what-causes-leg-cramps-at-night.es.md",
                        "contentpack-leg-cramps-at-night.md");
        assertThat(
                        hugo.get(
                                "content/packs/leg-cramps-at-night/what-causes-leg-cramps-at-night.es.md"))
                .contains("draft: true", "version: \"1.1.0\"", "review: \"unreviewed\"");
    }

    @Test
    void aPictureIsThereUnderTheNameThatTheExportGivesIt() throws Exception {
        JsonNode asset = json(get(PACK + "/versions/1.1.0")).get("assets").get(0);
        String named =
                asset.get("path")
                        .asText()
                        .replace(
                                ".svg",
                                "-" + asset.get("digest").asText().substring(7, 23) + ".svg");

        Answer picture = get(EXPORTS + "wordpress/" + named);
        assertThat(picture.kind()).isEqualTo("200 image/svg+xml");
        assertThat(picture.bytes()).isEqualTo(get(asset.get("url").asText()).bytes());
        assertThat(get(EXPORTS + "wordpress").body()).contains(EXPORTS + "wordpress/" + named);
        assertThat(get(EXPORTS + "markdown/" + named).kind())
                .isEqualTo("404 application/problem+json");
        assertThat(get(EXPORTS + "wordpress/" + asset.get("path").asText()).kind())
                .isEqualTo("404 application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpress", "markdown"})
    void whatBecomesOfAReleaseChangesItsExports(String cms) {
        String release = publish("exports-status-" + cms);
        String export = release + "/exports/" + cms;
        Answer before = get(export);
        assertThat(before.header("Deprecation")).isEmpty();

        assertThat(put(release + "/withdrawal", "{\"kind\": \"expired\", \"note\": \"Too old.\"}"))
                .isEqualTo(200);
        Answer expired = get(export, "If-None-Match", before.header("ETag").orElseThrow());
        assertThat(expired.status()).isEqualTo(200);
        assertThat(expired.header("Deprecation")).isPresent();
        String text = new String(expired.bytes(), UTF_8);
        assertThat(text).contains("expired: Too old.", "It may be out of date.");

        assertThat(put(release + "/withdrawal", "{\"kind\": \"error\", \"note\": \"Wrong.\"}"))
                .isEqualTo(200);
        assertThat(get(export).kind()).isEqualTo("410 application/problem+json");
        assertThat(send("HEAD", export).status()).isEqualTo(410);
        Answer audited = get(export, "Authorization", "Bearer " + TOKEN);
        assertThat(audited.status()).isEqualTo(200);
        assertThat(audited.header("Cache-Control")).contains("no-store");
        assertThat(new String(audited.bytes(), UTF_8)).contains("because it is wrong");

        assertThat(send("DELETE", release + "/withdrawal", "Authorization", "Bearer " + TOKEN))
                .extracting(Answer::status)
                .isEqualTo(204);
        assertThat(get(export).bytes()).isEqualTo(before.bytes());
    }

    @Test
    void aWithdrawnArticleTakesTheExportWithIt() {
        String release = publish("exports-article");
        assertThat(
                        put(
                                release + "/articles/tying-knots/withdrawal",
                                "{\"kind\": \"gone\", \"note\": \"Taken back.\"}"))
                .isEqualTo(200);

        assertThat(get(release + "/exports/markdown").kind())
                .isEqualTo("410 application/problem+json");
    }

    @Test
    void theReleasesPageLeadsToItsImportFiles() {
        assertThat(get(Server.PACK + "/versions/1.1.0", "Accept", "text/html").body())
                .contains("href=\"" + Server.PACK + "/versions/1.1.0/exports/wordpress\"")
                .contains("href=\"" + Server.PACK + "/versions/1.1.0/exports/markdown\"");
    }
}

package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the companion plugin adds to WordPress's REST API. */
final class CompanionPluginCms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static WordPressSite site;

    @BeforeAll
    static void open() throws Exception {
        site = WordPressSite.open();
    }

    @AfterAll
    static void close() throws Exception {
        List<String> complaints = site.complaints();
        site.close();
        assertThat(complaints).isEqualTo(List.of());
    }

    @Test
    void everyMarkComesBackAsItWasWritten() throws Exception {
        Map<String, String> marks =
                Map.of(
                        "contentpack_pack", "growing-basil",
                        "contentpack_article", "growing-basil",
                        "contentpack_language", "en",
                        "contentpack_version", "1.0.0",
                        "contentpack_release", "sha256:" + "a".repeat(64),
                        "contentpack_digest", "sha256:" + "b".repeat(64),
                        "contentpack_review", "unreviewed",
                        "contentpack_notice", "Don't use: \\ \"100 %20\" <b>&amp;</b> – ¿qué?",
                        "contentpack_written", "sha256:" + "c".repeat(64));
        String sent = JSON.writeValueAsString(Map.of("title", "Basil", "meta", marks));
        for (String type : List.of("posts", "pages")) {
            HttpResponse<String> created = site.post("/wp/v2/" + type, sent);
            assertThat(created.statusCode()).isEqualTo(201);
            JsonNode meta =
                    JSON.readTree(
                                    site.get(
                                                    "/wp/v2/"
                                                            + type
                                                            + "/"
                                                            + JSON.readTree(created.body())
                                                                    .get("id")
                                                            + "?context=edit")
                                            .body())
                            .get("meta");
            for (Map.Entry<String, String> mark : marks.entrySet()) {
                assertThat(meta.get(mark.getKey()).asText()).isEqualTo(mark.getValue());
            }
        }
    }

    @Test
    void anOldRevisionBringsBackTheMarksThatItHad() throws Exception {
        String post = id(site.post("/wp/v2/posts", version("1.0.0", "First.")));
        site.post("/wp/v2/posts/" + post, version("1.0.0", "First."));
        site.post("/wp/v2/posts/" + post, version("1.1.0", "Second."));
        String restored =
                site.php(
                        """
                        $revisions = wp_get_post_revisions( %1$s, array( 'order' => 'ASC' ) );
                        wp_restore_post_revision( reset( $revisions )->ID );
                        echo get_post( %1$s )->post_content, get_post_meta( %1$s, 'contentpack_version', true );
                        """
                                .formatted(post));
        assertThat(restored).isEqualTo("First.1.0.0");
    }

    private static String version(String version, String content) {
        return "{\"title\":\"Revised\",\"status\":\"publish\",\"content\":\""
                + content
                + "\",\"meta\":{\"contentpack_version\":\""
                + version
                + "\"}}";
    }

    @Test
    void itemsAreFoundByPackArticleAndLanguageInEveryStatus() throws Exception {
        String found = created("mint", "growing-mint", "en", "draft");
        created("mint", "growing-mint", "es", "publish");
        created("mint", "drying-mint", "en", "publish");
        String asked =
                "/wp/v2/posts?status=any&_fields=id&contentpack_pack=mint"
                        + "&contentpack_article=growing-mint&contentpack_language=en";
        assertThat(site.get(asked).body()).isEqualTo("[{\"id\":" + found + "}]");
        assertThat(
                        JSON.readTree(
                                        site.get("/wp/v2/posts?status=any&contentpack_pack=mint")
                                                .body())
                                .size())
                .isEqualTo(3);
        assertThat(site.get("/wp/v2/posts?status=any&contentpack_pack=thyme").body())
                .isEqualTo("[]");
    }

    private static String created(String pack, String article, String language, String status)
            throws Exception {
        return id(
                site.post(
                        "/wp/v2/posts",
                        """
                        {"title":"x","status":"%s","meta":{"contentpack_pack":"%s",
                         "contentpack_article":"%s","contentpack_language":"%s"}}
                        """
                                .formatted(status, pack, article, language)));
    }

    static List<Path> drawings() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("content-pack/leg-cramps-at-night/1.1.0/assets"))) {
            return files.filter(file -> file.toString().endsWith(".svg")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void aDrawingIsTakenAndFoundByItsDigest(Path path) throws Exception {
        byte[] drawing = Files.readAllBytes(path);
        String digest = digest(drawing);
        HttpResponse<String> uploaded = upload(drawing, digest);
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        JsonNode media = JSON.readTree(uploaded.body());
        assertThat(media.get("mime_type").asText()).isEqualTo("image/svg+xml");
        assertThat(
                        media.get("media_details").get("width")
                                + "×"
                                + media.get("media_details").get("height"))
                .isEqualTo("640×400");
        Path file = site.folder().resolve(media.get("source_url").asText().split("/", 4)[3]);
        assertThat(file).hasBinaryContent(drawing);
        site.post(
                "/wp/v2/media/" + media.get("id"),
                "{\"alt_text\":\"A stretch\",\"meta\":{\"contentpack_digest\":\""
                        + digest
                        + "\"}}");
        assertThat(site.get("/wp/v2/media?_fields=id,alt_text&contentpack_digest=" + digest).body())
                .isEqualTo("[{\"id\":" + media.get("id") + ",\"alt_text\":\"A stretch\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>           | The SVG has the element \"script\", which a still drawing does not need.",
                "<foreignObject/>                    | The SVG has the element \"foreignObject\", which a still drawing does not need.",
                "<x:script xmlns:x=\"urn:x\"/>       | The SVG has the element \"x:script\", which a still drawing does not need.",
                "<animate attributeName=\"href\"/>   | The SVG has the element \"animate\", which a still drawing does not need.",
                "<g ONLOAD=\"alert(1)\"/>            | The SVG has the attribute \"onload\", which runs a script.",
                "<textPath href=\"javascript:a()\"/> | The SVG refers to something outside itself.",
                "<style>@import 'x'</style>          | The SVG has a style that refers to something outside itself.",
                "<g fill=\"url(http://x.test/)\"/>   | The SVG has a style that refers to something outside itself.",
                "<style>g{fill:\\75rl(x)}</style>    | The SVG has a style that refers to something outside itself.",
                "<?xml-stylesheet href=\"x\"?>       | The SVG has \"xml-stylesheet\", which a still drawing does not need.",
                "<g>                                 | The file is not an SVG.",
            })
    void aDrawingThatDoesMoreThanDrawIsRefused(String part, String message) throws Exception {
        byte[] bytes =
                ("<svg xmlns=\"http://www.w3.org/2000/svg\">" + part.strip() + "</svg>")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(upload(bytes, digest(bytes))))
                .isEqualTo("400 contentpack_svg_active " + message);
    }

    @Test
    void aDocumentTypeIsRefused() throws Exception {
        byte[] bytes =
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(upload(bytes, digest(bytes))))
                .isEqualTo("400 contentpack_svg_active The SVG declares a document type.");
    }

    @Test
    void anSvgIsTakenOnlyWithItsDigestAndFromWhoeverMayWriteAnyHtml() throws Exception {
        byte[] bytes =
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder plain =
                site.request("/wp/v2/media")
                        .header("Content-Type", "image/svg+xml")
                        .header("Content-Disposition", "attachment; filename=\"plain.svg\"")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        assertThat(refusal(site.send(plain)))
                .isEqualTo(
                        "400 contentpack_svg_without_digest SVG pictures are taken only from a Content"
                                + " Pack server.");
        assertThat(refusal(upload(bytes, "sha256:" + "0".repeat(64))))
                .isEqualTo(
                        "400 contentpack_svg_damaged The bytes that arrived have another digest than"
                                + " the request says.");
        String password =
                site.php(
                        """
                        $id = wp_insert_user( array( 'user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author' ) );
                        echo WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'x' ) )[0];
                        """);
        HttpResponse<String> asAuthor =
                site.send(
                        upload(
                                site.request("/wp/v2/media", "author", password),
                                bytes,
                                digest(bytes)));
        assertThat(refusal(asAuthor))
                .isEqualTo(
                        "403 contentpack_svg_forbidden Uploading SVG pictures needs the rights"
                                + " upload_files and unfiltered_html. Give the user of the Content Pack"
                                + " server the role Editor or Administrator.");
    }

    @Test
    void translationsLeadToEachOtherAndTellTheirLanguage() throws Exception {
        String english = published("thyme", "en-US", "Growing thyme");
        String arabic = published("thyme", "ar", "زراعة الزعتر");
        String spanish = published("thyme", "es", "Cultivar tomillo & más");
        String other = published("sage", "es", "Cultivar salvia");
        String hidden = created("thyme", "growing-thyme", "fr", "draft");

        String page = site.page(path(english)).body();

        assertThat(
                        page.lines()
                                .map(String::strip)
                                .filter(
                                        line ->
                                                line.startsWith("<link")
                                                        && line.contains("hreflang"))
                                .toList())
                .containsExactly(
                        alternate("en-US", english),
                        alternate("ar", arabic),
                        alternate("es", spanish));
        assertThat(page)
                .contains(
                        "<p class=\"contentpack-translations\">In other languages: "
                                + link("ar", arabic, "زراعة الزعتر")
                                + " · "
                                + link("es", spanish, "Cultivar tomillo &#038; más")
                                + "</p>")
                .doesNotContain("<div lang=");
        assertThat(site.page(path(arabic)).body()).contains("<div lang=\"ar\" dir=\"auto\">");
        for (String post : List.of(english, arabic, spanish, other, hidden)) {
            site.php("wp_delete_post( " + post + ", true );");
        }
    }

    private static String address(String post) throws Exception {
        return site.php("echo get_permalink( " + post + " );");
    }

    private static String path(String post) throws Exception {
        return address(post).substring(site.url().toString().length());
    }

    private static String alternate(String language, String post) throws Exception {
        return "<link rel=\"alternate\" hreflang=\""
                + language
                + "\" href=\""
                + address(post)
                + "\">";
    }

    private static String link(String language, String post, String title) throws Exception {
        return "<a href=\""
                + address(post)
                + "\" hreflang=\""
                + language
                + "\" lang=\""
                + language
                + "\" dir=\"auto\">"
                + title
                + "</a>";
    }

    private static String published(String name, String language, String title) throws Exception {
        return id(
                site.post(
                        "/wp/v2/posts",
                        JSON.writeValueAsString(
                                Map.of(
                                        "title",
                                        title,
                                        "status",
                                        "publish",
                                        "content",
                                        "<p>Text.</p>",
                                        "meta",
                                        Map.of(
                                                "contentpack_pack", name,
                                                "contentpack_article", "growing-" + name,
                                                "contentpack_language", language)))));
    }

    @Test
    void statusTellsWhatIsThereToThoseWhoWrite() throws Exception {
        assertThat(JSON.readTree(site.get("/contentpack/v1/status").body()))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"plugin":"1.0.0","wordpress":"%s","php":"%s",
                                 "features":["marks","lookup","svg-uploads","notices","pull"],
                                 "marks":["contentpack_pack","contentpack_article","contentpack_language",
                                   "contentpack_version","contentpack_release","contentpack_digest",
                                   "contentpack_review","contentpack_notice","contentpack_written"],
                                 "types":["post","page"],"user":"admin",
                                 "rights":{"edit_posts":true,"edit_others_posts":true,"publish_posts":true,
                                   "delete_posts":true,"upload_files":true,"unfiltered_html":true,
                                   "manage_categories":true}}
                                """
                                        .formatted(
                                                site.php("echo get_bloginfo( 'version' );"),
                                                site.php("echo PHP_VERSION;"))));
        assertThat(
                        site.send(site.request("/contentpack/v1/status", "nobody", "x").GET())
                                .statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> upload(byte[] bytes, String digest)
            throws IOException, InterruptedException {
        return site.send(upload(site.request("/wp/v2/media"), bytes, digest));
    }

    private static HttpRequest.Builder upload(
            HttpRequest.Builder request, byte[] bytes, String digest) {
        return request.header("Content-Type", "image/svg+xml")
                .header("Content-Disposition", "attachment; filename=\"calf-stretch.svg\"")
                .header("X-Contentpack-Digest", digest)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    }

    private static String digest(byte[] bytes) throws Exception {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String id(HttpResponse<String> created) throws IOException {
        assertThat(created.statusCode()).as(created.body()).isIn(200, 201);
        return JSON.readTree(created.body()).get("id").asText();
    }

    private static String refusal(HttpResponse<String> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        return answer.statusCode()
                + " "
                + body.path("code").asText()
                + " "
                + body.path("message").asText();
    }
}

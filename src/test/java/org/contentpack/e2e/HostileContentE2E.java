package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Texts that mean something to a program that should only pass them on. */
class HostileContentE2E {

    private static final String TITLE = "title: Tying knots\n";

    private static Answer publish(String pack, String article) {
        return write(
                "POST",
                "/api/packs",
                "application/zip",
                PackZip.of(pack, "1.0.0").with("articles/tying-knots.md", article).bytes());
    }

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer article(String pack, String format) {
        return get("/api/packs/" + pack + "/versions/1.0.0/articles/tying-knots" + format);
    }

    /** Section ids are the writer's, but only such as are no member of a page's document. */
    @Test
    @BadInput("C4")
    void noNameOfAPageIsTakenByAnArticle() {
        String body =
                PackZip.article(
                        "<a id=location>x</a> <img name=body> [b](#location){#cookie}\n\n"
                                + "### Deeper {#forms}");
        Answer refused = publish("knots-clobber", body);
        Answer proto =
                publish(
                        "knots-proto",
                        PackZip.article("Text.").replace("{#begin ", "{#__proto__ "));
        Answer ok =
                publish(
                        "knots-named-location",
                        PackZip.article("Text.").replace("{#begin ", "{#location "));

        assertThat(codes(refused)).contains("ART-061");
        assertThat(proto.status()).isEqualTo(422);
        assertThat(ok.status()).isEqualTo(201);
        // Documents are clobbered by names and ids of forms, pictures and the like, and ids are
        // put on sections only; no page has a script that could be misled.
        String page = article("knots-named-location", ".html").body();
        assertThat(page).doesNotContain("<script", "name=\"location\"", "<form", "<embed");
        assertThat(page).contains("<section id=\"location\"");
    }

    private static List<String> codes(Answer answer) {
        List<String> codes = new ArrayList<>();
        json(answer).path("findings").forEach(f -> codes.add(f.path("code").asText()));
        return codes;
    }

    @Test
    @BadInput({"C5", "C8"})
    void aTitleIsTheSameTextEverywhere() {
        String title =
                "</title></script><script>alert(1)</script> ]]> & \\\" ' {{7*7}} ${jndi:ldap://x}"
                        + " =cmd() <?php";
        String article =
                PackZip.article("=cmd|' /C calc'!A0 {{7*7}} ${jndi:ldap://x} `<?php`")
                        .replace(TITLE, "title: \"" + title + "\"\n");

        assertThat(publish("knots-title", article).status()).isEqualTo(201);

        String written = title.replace("\\\"", "\"");
        assertThat(json(article("knots-title", ".json")).path("title").asText()).isEqualTo(written);
        String page = article("knots-title", ".html").body();
        assertThat(page)
                .doesNotContain("<script>", "</script>", "<?php", "49")
                .contains("&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(1)")
                .contains("{{7*7}} ${jndi:ldap://x}");
        assertThat(json(article("knots-title", ".jsonld")).path("name").asText())
                .isEqualTo(written);
        assertThat(heading(article("knots-title", ".md").body())).isEqualTo(written);
        Answer list = get("/api/packs/knots-title/versions/1.0.0/articles");
        assertThat(json(list).path("items").get(0).path("title").asText()).isEqualTo(written);
        assertThat(get("/api/packs/knots-title/versions/1.0.0.html").body() + get("/").body())
                .doesNotContain("<script>");
    }

    /** The text of the first heading, as a reader of Markdown understands it. */
    private static String heading(String markdown) {
        return TextContentRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(markdown).getFirstChild())
                .strip();
    }

    /** The title of a pack, and of an article, in what other programs parse. */
    @Test
    @BadInput("C5")
    void aTitleIsTheSameTextInFeedsAndExports() throws Exception {
        String title = "Knots ]]> & <b>bold</b> </script> \\\" {{7*7}}";
        String written = title.replace("\\\"", "\"");
        byte[] zip =
                PackZip.of("knots-fed", "1.0.0")
                        .with(
                                "pack.yaml",
                                PackZip.manifest("knots-fed", "1.0.0")
                                        .replace("title: Knots", "title: \"" + title + "\""))
                        .with(
                                "articles/tying-knots.md",
                                PackZip.article("Text.")
                                        .replace(TITLE, "title: \"" + title + "\"\n"))
                        .bytes();
        assertThat(write("POST", "/api/packs", "application/zip", zip).status()).isEqualTo(201);
        String pack = "/api/packs/knots-fed";

        SyndFeed atom =
                new SyndFeedInput().build(new StringReader(get(pack + "/versions.atom").body()));
        JsonNode feed = json(get(pack + "/versions.jsonfeed"));
        Document export =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        get(pack + "/versions/1.0.0/exports/wordpress").bytes()));

        assertThat(atom.getTitle()).isEqualTo(written);
        assertThat(feed.path("title").asText()).isEqualTo(written);
        Element item = (Element) export.getElementsByTagName("item").item(0);
        assertThat(Jsoup.parse(item.getElementsByTagName("title").item(0).getTextContent()).text())
                .isEqualTo(written);
    }

    /** What a template, a logger or a look-up would have made of a text is in no log. */
    @Test
    @BadInput("C8")
    void aTextIsNotRunByTheLog() throws IOException {
        String text = "${jndi:ldap://127.0.0.1:1/x} {{7*7}} %n%s {0} ${env:PATH}";
        Map<Path, String> before = logs();
        publish(
                "knots-log",
                PackZip.article(text).replace("id: tying-knots", "id: \"" + text + "\""));
        get("/api/packs/knots-log?x=$%7Bjndi:ldap://127.0.0.1:1/x%7D", "User-Agent", text);
        get("/api/packs/$%7Benv:PATH%7D");

        logs().forEach(
                        (log, all) -> {
                            String old = before.getOrDefault(log, "");
                            assertThat(all.startsWith(old) ? all.substring(old.length()) : all)
                                    .as(log.toString())
                                    .doesNotContain(
                                            "javax.naming",
                                            "NamingException",
                                            System.getenv("PATH"));
                        });
    }

    /** All that the server has written so far: dumps of other tests have all sorts of names. */
    private static Map<Path, String> logs() throws IOException {
        Map<Path, String> logs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("contentpack.e2e.logs")))) {
            for (Path log : files.filter(Files::isRegularFile).toList()) {
                logs.put(log, Files.readString(log, StandardCharsets.ISO_8859_1));
            }
        }
        return logs;
    }

    /** Every representation says what it is, and that nobody may take it for something else. */
    @ParameterizedTest
    @BadInput("C6")
    @CsvSource({
        ".json, application/json",
        ".html, text/html;charset=utf-8",
        ".md, text/markdown;charset=utf-8",
        ".jsonld, application/ld+json"
    })
    void noRepresentationIsGuessed(String format, String mediaType) {
        publish("knots-kinds", PackZip.article("&lt;script&gt;alert(1)&lt;/script&gt;"));

        Answer answer = article("knots-kinds", format);

        assertThat(answer.header("Content-Type")).contains(mediaType);
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).doesNotContain(format.equals(".html") ? "<script>" : "\u0000");
    }

    /** Lists, feeds and import files too. */
    @ParameterizedTest
    @BadInput("C6")
    @CsvSource({
        "/versions.atom, application/atom+xml",
        "/versions.jsonfeed, application/feed+json",
        "/versions/1.0.0/exports/wordpress, application/xml",
        "/versions/1.0.0/exports/markdown, application/zip",
        "/versions/1.0.0/archive, application/zip"
    })
    void noFileIsGuessed(String below, String mediaType) {
        publish("knots-kinds", PackZip.article("&lt;script&gt;alert(1)&lt;/script&gt;"));

        Answer answer = get("/api/packs/knots-kinds" + below);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith(mediaType);
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @BadInput("C7")
    @CsvSource({
        "C0 80, ART-001",
        "ED A0 80, ART-001",
        "FF, ART-001",
        "00, ART-004",
        "01, ART-004",
        "7F, ART-004",
        "C2 85, ART-004",
        "EF BF BE, ART-004",
        "E2 80 A8, ART-004"
    })
    void aTextWithCharactersThatNoXmlTakesIsRefused(String hex, String code) {
        byte[] odd = java.util.HexFormat.ofDelimiter(" ").withUpperCase().parseHex(hex);
        byte[] text = PackZip.article("Here@there.").getBytes(UTF_8);
        int at = new String(text, UTF_8).indexOf('@');
        byte[] article = new byte[text.length + odd.length];
        System.arraycopy(text, 0, article, 0, at);
        System.arraycopy(odd, 0, article, at, odd.length);
        System.arraycopy(text, at, article, at + odd.length, text.length - at);

        Answer answer =
                write(
                        "POST",
                        "/api/validations",
                        "application/zip",
                        PackZip.of("knots-odd", "1.0.0")
                                .with("articles/tying-knots.md", article)
                                .bytes());

        assertThat(json(answer).path("valid").asBoolean()).isFalse();
        assertThat(codes(answer)).contains(code);
    }

    @Test
    @BadInput("C9")
    void aTextThatReordersItselfIsFound() {
        Answer answer =
                write(
                        "POST",
                        "/api/validations",
                        "application/zip",
                        PackZip.of("knots-bidi", "1.0.0")
                                .with(
                                        "articles/tying-knots.md",
                                        PackZip.article("Take \u202e01\u202c tablets. \u2066x"))
                                .bytes());

        assertThat(codes(answer)).contains("ART-005");
    }

    /** A line break in a title, as escapes in YAML write it, ends in no header field. */
    @Test
    @BadInput("C10")
    void aTitleCannotAddAHeader() {
        Answer refused =
                publish(
                        "knots-crlf",
                        PackZip.article("Text.")
                                .replace(TITLE, "title: \"a\\r\\nSet-Cookie: x=y\"\n"));
        Answer accepted =
                publish(
                        "knots-header",
                        PackZip.article("Text.")
                                .replace(TITLE, "title: \"Knötchen \\\", 結び; Set-Cookie: x=y\"\n"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(accepted.status()).isEqualTo(201);
        for (String format : List.of("", ".html", "?lang=en%0d%0aSet-Cookie:x=y")) {
            Map<String, List<String>> headers =
                    new TreeMap<>(article("knots-header", format).headers());
            assertThat(headers).doesNotContainKey("set-cookie");
            assertThat(headers.toString()).doesNotContain("Set-Cookie", "Kn");
        }
    }
}

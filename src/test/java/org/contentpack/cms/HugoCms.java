package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.contentpack.export.PackView;
import org.contentpack.export.markdown.MarkdownExporter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export {@code markdown} as a real Hugo builds it. */
class HugoCms {

    private static final Path HOSTILE = Path.of("src/test/resources/export/hostile-texts");

    @TempDir Path site;

    private void unpack(Path pack) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new MarkdownExporter().write(PackView.of(pack), zip);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = site.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
    }

    private void build(String languages, String... options)
            throws IOException, InterruptedException {
        // Quotes as they are and code without colours, which change; all else as Hugo has it.
        Files.writeString(
                site.resolve("config.yaml"),
                """
                baseURL: https://site.example/
                defaultContentLanguage: en
                languages: %s
                markup: {goldmark: {extensions: {typographer: false}}, highlight: {codeFences: false}}
                """
                        .formatted(languages));
        Path layouts = Files.createDirectories(site.resolve("layouts/_default"));
        Files.writeString(
                layouts.resolve("single.html"),
                """
                <!DOCTYPE html><html lang="{{ .Language.Lang }}"><title>{{ .Title }}</title>
                <p id="summary">{{ .Summary }}</p>
                <p id="version">{{ .Params.contentpack.version }}</p>
                <ul id="languages">{{ range .Translations }}<li>{{ .Language.Lang }} {{ .RelPermalink }}</li>{{ end }}</ul>
                <article>{{ .Content }}</article></html>
                """);
        Files.writeString(
                layouts.resolve("list.html"),
                "<title>{{ .Title }}</title><ul>{{ range .Pages }}<li>{{ .Title }}</li>{{ end }}</ul>");
        Stream<String> command = Stream.concat(Stream.of("hugo", "--quiet"), Stream.of(options));
        Command.run(site, Map.of(), Duration.ofMinutes(1), "", command.toList());
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve("public" + path + "index.html")));
    }

    @Test
    void whatOtherProgramsWouldRunArrivesAsText() throws Exception {
        unpack(HOSTILE.resolve("1.0.0"));
        build("{en: {}, ar: {}}", "--buildDrafts");

        Document page = page("/packs/hostile-texts/tricky-text/");
        Path expected = HOSTILE.resolve("expected.hugo.html");
        String article = page.select("article").html() + "\n";
        if (Boolean.getBoolean("export.write")) {
            Files.writeString(expected, article);
        }
        assertThat(article).isEqualTo(Files.readString(expected));
        assertThat(page.title())
                .isEqualTo(
                        "Yes: no #1 ]]> </script><script>alert(1)</script> {{< x >}} & AT&amp;T 😀");
        assertThat(page.select("#summary").text())
                .isEqualTo("- [x] \"{{% y %}}\" <!--more--> | 'a' \\ 🌿");
        assertThat(page.select("#version").text()).isEqualTo("1.0.0");
        assertThat(page.select("#languages").text())
                .isEqualTo("ar /ar/packs/hostile-texts/nass-saab/");
        assertThat(page.select("script, iframe, del, table, sup, dl")).isEmpty();
    }

    @Test
    void linksAndPicturesLeadSomewhere() throws Exception {
        unpack(HOSTILE.resolve("1.0.0"));
        build("{en: {}, ar: {}}", "--buildDrafts");

        Map<String, Boolean> found = new TreeMap<>();
        for (Element link :
                page("/packs/hostile-texts/plain-text/").select("article a, article img")) {
            found.put(link.attr("href"), leads("/packs/hostile-texts/plain-text/", link));
        }
        for (Element link :
                page("/packs/hostile-texts/tricky-text/").select("article img, article a")) {
            found.put(
                    link.attr("href") + link.attr("src"),
                    leads("/packs/hostile-texts/tricky-text/", link));
        }
        assertThat(found.values()).containsOnly(true);
        assertThat(found.keySet())
                .contains("../tricky-text/#shortcodes", "../plain-text/", "#shortcodes")
                .anyMatch(address -> address.startsWith("/contentpack/hostile-texts/6afd4883"));
    }

    private boolean leads(String page, Element link) {
        String address = link.attr("href") + link.attr("src");
        if (address.startsWith("https://")) {
            return true;
        }
        String[] parts = address.split("#", 2);
        Path there =
                parts[0].isEmpty()
                        ? site.resolve("public" + page)
                        : parts[0].startsWith("/")
                                ? site.resolve("public" + parts[0])
                                : site.resolve("public" + page).resolve(parts[0]).normalize();
        Path file = Files.isDirectory(there) ? there.resolve("index.html") : there;
        try {
            return Files.exists(file)
                    && (parts.length == 1
                            || Jsoup.parse(Files.readString(file)).getElementById(parts[1])
                                    != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what a review stands for is built without being asked for. */
    @Test
    void unreviewedTextsAreDrafts() throws Exception {
        unpack(HOSTILE.resolve("1.0.0"));
        build("{en: {}, ar: {}}");

        try (Stream<Path> files = Files.walk(site.resolve("public"))) {
            assertThat(
                            files.filter(f -> f.endsWith("index.html"))
                                    .map(f -> site.relativize(f).toString())
                                    .filter(f -> f.contains("hostile-texts/"))
                                    .sorted())
                    .isEqualTo(
                            List.of(
                                    "public/packs/hostile-texts/index.html",
                                    "public/packs/hostile-texts/tricky-text/index.html"));
        }
    }

    @Test
    void theLegCrampsAreAPageInEachLanguage() throws Exception {
        unpack(Path.of("content-pack/leg-cramps-at-night/1.1.0"));
        build("{en: {}, es: {}}", "--buildDrafts");

        Document english = page("/packs/leg-cramps-at-night/what-causes-leg-cramps-at-night/");
        Document spanish = page(english.select("#languages li").text().split(" ")[1]);
        assertThat(english.select("article h2").eachAttr("id")).contains("dehydration");
        assertThat(spanish.select("article h2").eachAttr("id"))
                .isEqualTo(english.select("article h2").eachAttr("id"));
        assertThat(english.select("article blockquote").first().text())
                .isEqualTo("No clinician has reviewed this text.");
        assertThat(english.select("article img")).hasSameSizeAs(spanish.select("article img"));
        assertThat(english.select("article img")).allMatch(img -> leads("/", img));
    }
}

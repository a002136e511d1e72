package org.contentpack.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.contentpack.export.markdown.MarkdownExporter;
import org.contentpack.export.wordpress.PostMeta;
import org.contentpack.export.wordpress.PostText;
import org.contentpack.export.wordpress.WordPressExporter;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What exports say of a release beside its bytes, and how they keep what is in them. */
class ExportTest {

    private static final Path HOSTILE = Path.of("src/test/resources/export/hostile-texts/1.0.0");

    static Stream<Exporter> exporters() {
        return Stream.of(new WordPressExporter(), new MarkdownExporter());
    }

    private static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> items(Document document, String type) {
        List<Element> items = new ArrayList<>();
        NodeList all = document.getElementsByTagName("item");
        for (int i = 0; i < all.getLength(); i++) {
            if (text((Element) all.item(i), "wp:post_type").equals(type)) {
                items.add((Element) all.item(i));
            }
        }
        return items;
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String meta(Element item, PostMeta which) {
        NodeList all = item.getElementsByTagName("wp:postmeta");
        for (int i = 0; i < all.getLength(); i++) {
            Element meta = (Element) all.item(i);
            if (text(meta, "wp:meta_key").equals(which.key())) {
                return text(meta, "wp:meta_value");
            }
        }
        return "-";
    }

    private static Document wxr(ReleaseView view) throws Exception {
        return parse(ExportFilesTest.bytes(new WordPressExporter(), view));
    }

    private static Map<String, String> hugo(ReleaseView view) throws IOException {
        return ExportFilesTest.unzipped(ExportFilesTest.bytes(new MarkdownExporter(), view));
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void bytesDependOnTheReleaseAlone(Exporter exporter) throws IOException {
        PackView view = PackView.of(HOSTILE);
        byte[] first = ExportFilesTest.bytes(exporter, view);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

            assertThat(ExportFilesTest.bytes(exporter, PackView.of(HOSTILE))).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void aPostHasTheTextThatTheConnectorWrites(String version) throws Exception {
        PackView view = PackView.of(Path.of("content-pack/leg-cramps-at-night", version));
        List<Element> posts = items(wxr(view), "post");

        assertThat(posts).hasSameSizeAs(view.release().articles());
        for (int i = 0; i < posts.size(); i++) {
            ArticleHead head = view.release().articles().get(i);
            Article article = view.article(head);
            String canonical =
                    PostText.join(
                            List.copyOf(
                                    PostText.sections(article, view.release(), view.status(head))
                                            .values()));
            String content = text(posts.get(i), "content:encoded");
            // Only addresses differ.
            assertThat(content.replaceAll("(?:src|href)=\"[^\"]*\"", ""))
                    .isEqualTo(canonical.replaceAll("(?:src|href)=\"[^\"]*\"", ""));
            assertThat(content).doesNotContain("contentpack:");
            assertThat(meta(posts.get(i), PostMeta.RELEASE))
                    .isEqualTo(view.release().digest().value());
            assertThat(meta(posts.get(i), PostMeta.DIGEST)).isEqualTo(head.digest().value());
        }
    }

    @Test
    void aReviewThatIsOverdueCountsNoMore() throws Exception {
        PackView view = PackView.of(HOSTILE).at(LocalDate.of(2028, 11, 1));

        Element post = items(wxr(view), "post").get(1);
        assertThat(text(post, "wp:status")).isEqualTo("draft");
        assertThat(meta(post, PostMeta.REVIEW)).isEqualTo("overdue");
        assertThat(text(post, "content:encoded")).contains("That day has passed");
        assertThat(hugo(view).get("content/packs/hostile-texts/tricky-text.en.md"))
                .contains("draft: true\n", "  review: \"overdue\"\n")
                .contains("> **That day has passed, and the text was not reviewed again.**");
    }

    @ParameterizedTest
    @ValueSource(strings = {"superseded", "expired", "error", "gone"})
    void aWithdrawalIsSaidEverywhere(String kind) throws Exception {
        PackView view =
                PackView.of(HOSTILE).withdrawn(kind, "Use {{< the >}} next ]]> <b>one</b>.");
        String notice = kind + ": Use {{< the >}} next ]]> <b>one</b>.";

        Document wxr = wxr(view);
        assertThat(text(wxr.getDocumentElement(), "description")).contains("Withdrawn: " + notice);
        for (Element post : items(wxr, "post")) {
            assertThat(meta(post, PostMeta.NOTICE)).isEqualTo(notice);
            assertThat(text(post, "content:encoded"))
                    .contains("next ]]&gt; &lt;b&gt;one&lt;/b&gt;.");
        }
        Map<String, String> hugo = hugo(view);
        hugo.entrySet().stream()
                .filter(file -> file.getKey().startsWith("content/"))
                .forEach(
                        file ->
                                assertThat(file.getValue())
                                        .as(file.getKey())
                                        .contains("  notice: \"" + notice + "\""));
        assertThat(hugo.get("contentpack-hostile-texts.md")).contains("- Withdrawn: " + kind);
        assertThat(hugo.get("content/packs/hostile-texts/plain-text.en.md"))
                .contains("Use \\{\\{\\< the \\>\\}\\} next \\]\\]\\> \\<b\\>one\\</b\\>.");
    }

    /** WordPress could not fetch a picture from a server that does not know its own address. */
    @Test
    void withoutAPublicAddressNoPictureIsPromised() throws Exception {
        Document wxr = wxr(PackView.of(HOSTILE).at(""));

        assertThat(items(wxr, "attachment")).isEmpty();
        assertThat(text(items(wxr, "post").get(1), "content:encoded"))
                .contains(
                        "src=\"/api/packs/hostile-texts/versions/1.0.0/exports/wordpress/assets/"
                                + "leaf-6afd488347282ac9.svg\"");
    }

    /** What an importer may change in a text must not look like an editor's change. */
    @Test
    void onlyPostsWithoutPicturesSayWhatWasWritten() throws Exception {
        List<Element> posts = items(wxr(PackView.of(HOSTILE)), "post");

        Element plain = posts.get(0);
        assertThat(meta(plain, PostMeta.WRITTEN))
                .isEqualTo(
                        PostMeta.written(
                                text(plain, "title"),
                                text(plain, "excerpt:encoded"),
                                text(plain, "content:encoded")));
        assertThat(meta(posts.get(1), PostMeta.WRITTEN)).isEqualTo("-");
    }

    @Test
    void aPictureIsFoundByTheNameInTheFileAndByNoOther() throws IOException {
        PackView view = PackView.of(HOSTILE);
        WordPressExporter exporter = new WordPressExporter();

        assertThat(exporter.asset(view.release(), new FilePath("assets/leaf-6afd488347282ac9.svg")))
                .contains(new FilePath("assets/leaf.svg"));
        for (String other : List.of("assets/leaf.svg", "leaf-6afd488347282ac9.svg", "pack.yaml")) {
            assertThat(exporter.asset(view.release(), new FilePath(other))).isEmpty();
        }
        assertThat(
                        new MarkdownExporter()
                                .asset(
                                        view.release(),
                                        new FilePath("assets/leaf-6afd488347282ac9.svg")))
                .isEmpty();
    }

    @Test
    void noTwoExportersHaveOneName() {
        assertThatThrownBy(
                        () ->
                                new Exporters(
                                        List.of(new WordPressExporter(), new WordPressExporter())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Exporters(exporters().toList()).ids())
                .containsExactly("wordpress", "markdown");
    }
}

package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.SITE;
import static org.contentpack.sync.SyncFixture.actions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.contentpack.export.PackView;
import org.contentpack.export.wordpress.WordPressExporter;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.UpdatePolicy;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.wordpress.WordPressKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The export {@code wordpress} beside what a real WordPress writes and reads. */
class WordPressExportCms {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Path HOSTILE = Path.of("src/test/resources/export/hostile-texts/1.0.0");

    /**
     * Reads a WXR file element by element, as importers do, and makes of each post in it what it
     * says. The importer itself is in no package registry.
     */
    private static final String IMPORT =
            """
            $xml = simplexml_load_file('%s');
            $ns = $xml->getDocNamespaces();
            foreach ($xml->channel->item as $item) {
                $wp = $item->children($ns['wp']);
                if ('post' !== (string) $wp->post_type) {
                    continue;
                }
                $id = wp_insert_post(wp_slash(array(
                    'post_title' => (string) $item->title,
                    'post_content' => (string) $item->children($ns['content'])->encoded,
                    'post_excerpt' => (string) $item->children($ns['excerpt'])->encoded,
                    'post_date' => (string) $wp->post_date,
                    'post_date_gmt' => (string) $wp->post_date_gmt,
                    'post_name' => (string) $wp->post_name,
                    'post_status' => (string) $wp->status,
                    'guid' => (string) $item->guid,
                )), true);
                if (is_wp_error($id)) {
                    throw new Exception($id->get_error_message());
                }
                foreach ($item->category as $term) {
                    $slug = (string) $term['nicename'];
                    $there = term_exists($slug, (string) $term['domain']);
                    if (!$there) {
                        $there = wp_insert_term((string) $term, (string) $term['domain'], array('slug' => $slug));
                    }
                    wp_set_object_terms($id, (int) $there['term_id'], (string) $term['domain'], true);
                }
                foreach ($wp->postmeta as $meta) {
                    add_post_meta($id, (string) $meta->meta_key, wp_slash((string) $meta->meta_value));
                }
                echo $id, ' ';
            }
            """;

    @TempDir Path folder;

    private static byte[] wxr(Path pack) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordPressExporter().write(PackView.of(pack), out);
        return out.toByteArray();
    }

    /** Neither entities nor anything outside the file. */
    private static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Set<String> names(Node parent) {
        Set<String> names = new LinkedHashSet<>();
        children(parent).forEach(child -> names.add(child.getNodeName()));
        return names;
    }

    private static Element channel(Document document) {
        return children(document.getDocumentElement()).get(0);
    }

    private static Element one(Node parent, String name) {
        return children(parent).stream()
                .filter(c -> c.getNodeName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + parent));
    }

    private static Element item(Document document, String type) {
        return children(channel(document)).stream()
                .filter(c -> c.getNodeName().equals("item"))
                .filter(c -> one(c, "wp:post_type").getTextContent().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.put(
                    element.getAttributes().item(i).getNodeName(),
                    element.getAttributes().item(i).getNodeValue());
        }
        return attributes;
    }

    /** Paths of elements and attributes in an item, and whether the text stands in CDATA. */
    private static Set<String> form(Element parent, String path) {
        Set<String> form = new TreeSet<>();
        for (Element child : children(parent)) {
            String at = path + "/" + child.getNodeName();
            Node first = child.getFirstChild();
            boolean isPlain = first == null || !(first instanceof CDATASection);
            form.add(at + (isPlain || !children(child).isEmpty() ? "" : " CDATA"));
            attributes(child).keySet().forEach(name -> form.add(at + "/@" + name));
            form.addAll(form(child, at));
        }
        return form;
    }

    @Test
    void theFileHasTheShapeThatWordPressItselfWrites() throws Exception {
        Document ours = parse(wxr(HOSTILE));
        try (WordPressSite site = WordPressSite.openWithoutPlugin()) {
            site.php(
                    """
                    foreach (get_posts(array('post_type' => 'any', 'post_status' => 'any')) as $there) {
                        wp_delete_post($there->ID, true);
                    }
                    $id = wp_insert_post(array('post_title' => 'A', 'post_content' => 'B',
                        'post_excerpt' => 'C', 'post_status' => 'publish', 'tags_input' => 'herbs'));
                    add_post_meta($id, 'contentpack_pack', 'x');
                    $file = wp_upload_bits('leaf.png', null, 'x');
                    $leaf = wp_insert_attachment(array('post_title' => 'Leaf', 'post_excerpt' => 'C',
                        'post_content' => 'D', 'post_mime_type' => 'image/png'), $file['file']);
                    add_post_meta($leaf, '_wp_attachment_image_alt', 'A leaf');
                    """);
            String written =
                    site.php(
                            "require_once ABSPATH . 'wp-admin/includes/export.php';"
                                    + " export_wp(array('content' => 'all'));");
            Document theirs = parse(written.strip().getBytes(StandardCharsets.UTF_8));

            assertThat(attributes(ours.getDocumentElement()))
                    .isEqualTo(attributes(theirs.getDocumentElement()));
            Set<String> channel = names(channel(theirs));
            // Of a site, which a pack is not; and terms, which items bring with them.
            assertThat(channel.removeAll(Set.of("wp:base_site_url", "wp:base_blog_url"))).isTrue();
            channel.removeAll(Set.of("wp:category", "wp:tag", "wp:term"));
            assertThat(List.copyOf(names(channel(ours)))).isEqualTo(List.copyOf(channel));
            assertThat(List.copyOf(names(one(channel(ours), "wp:author"))))
                    .isEqualTo(List.copyOf(names(one(channel(theirs), "wp:author"))));
            for (String type : List.of("post", "attachment")) {
                Element our = item(ours, type);
                Element their = item(theirs, type);
                assertThat(List.copyOf(names(our))).isEqualTo(List.copyOf(names(their)));
                assertThat(form(our, "")).isEqualTo(form(their, ""));
            }
            assertThat(one(channel(ours), "wp:wxr_version").getTextContent())
                    .isEqualTo(one(channel(theirs), "wp:wxr_version").getTextContent());
        }
    }

    private String bring(WordPressSite site, byte[] wxr) throws Exception {
        Path file = Files.write(folder.resolve("import.xml"), wxr);
        return site.php(IMPORT.formatted(file)).strip();
    }

    private static Target target(WordPressSite site, PackId pack) {
        return new Target(
                SITE,
                WordPressKind.ID,
                site.url(),
                Set.of(pack),
                Set.of(),
                Set.of(),
                ItemStatus.LIVE,
                new UpdatePolicy.Ask(),
                false,
                Optional.empty());
    }

    private static Connector connector(WordPressSite site, Target target) {
        return new WordPressKind(
                        SiteLimits.DEFAULT,
                        time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                        InstantSource.system())
                .connect(
                        new ConnectorSettings(
                                target, Map.of("user", site.user(), "password", site.password())));
    }

    /** The connector finds nothing to write where the file was brought in before. */
    @Test
    void postsOfTheFileAreTheConnectorsOwn() throws Exception {
        try (WordPressSite site = WordPressSite.open()) {
            bring(site, wxr(Path.of("content-pack/leg-cramps-at-night/1.0.0")));
            Target target = target(site, LEG_CRAMPS);
            try (SyncFixture it = SyncFixture.in(folder, connector(site, target), target)) {
                it.publishLegCramps("1.0.0");
                assertThat(actions(it.plan(LEG_CRAMPS, "1.0.0")))
                        .containsExactly("what-causes-leg-cramps-at-night/en unchanged");
                it.publishLegCramps("1.1.0");
                assertThat(actions(it.plan(LEG_CRAMPS, "1.1.0")))
                        .containsExactly(
                                "what-causes-leg-cramps-at-night/en update",
                                "what-causes-leg-cramps-at-night/es create");
            }
            assertThat(site.complaints()).isEqualTo(List.of());
        }
    }

    @Test
    void hostileTextsArriveAsTextAndUnreviewedOnesAsDrafts() throws Exception {
        PackView pack = PackView.of(HOSTILE);
        try (WordPressSite site = WordPressSite.open()) {
            String[] ids = bring(site, wxr(HOSTILE)).split(" ");
            Map<String, String> statuses = new TreeMap<>();
            for (String id : ids) {
                JsonNode post =
                        JSON.readTree(site.get("/wp/v2/posts/" + id + "?context=edit").body());
                statuses.put(
                        post.path("meta").path("contentpack_article").asText()
                                + "/"
                                + post.path("meta").path("contentpack_language").asText(),
                        post.path("status").asText());
            }
            assertThat(statuses)
                    .isEqualTo(
                            Map.of(
                                    "plain-text/en", "draft",
                                    "tricky-text/ar", "draft",
                                    "tricky-text/en", "publish"));
            String link =
                    JSON.readTree(site.get("/wp/v2/posts/" + ids[1]).body()).path("link").asText();
            String page = site.page(link.substring(site.url().toString().length())).body();
            assertThat(page)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert(1)");
            Target target = target(site, pack.release().manifest().id());
            try (SyncFixture it = SyncFixture.in(folder, connector(site, target), target)) {
                it.publish(pack.files());
                assertThat(actions(it.plan(pack.release().manifest().id(), "1.0.0")))
                        .containsExactly(
                                "plain-text/en unchanged",
                                "tricky-text/ar unchanged",
                                "tricky-text/en unchanged");
            }
            assertThat(site.complaints()).isEqualTo(List.of());
        }
    }
}

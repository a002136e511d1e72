package org.contentpack.export.wordpress;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Release;
import org.contentpack.pack.Tag;
import org.contentpack.render.TextStatus;

/** One WXR file on its way. */
final class WxrFile {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The part of a day, in seconds, over which the posts of one day are spread. */
    private static final int SPREAD = 3_600;

    /** Of pictures: nothing says since when they are there. */
    private static final LocalDate PICTURES = LocalDate.of(2000, 1, 1);

    private final ReleaseView view;
    private final Release release;
    private final Manifest manifest;
    private final WxrWriter xml;
    private int number = 0;

    WxrFile(ReleaseView view, WxrWriter xml) {
        this.view = view;
        this.release = view.release();
        this.manifest = release.manifest();
        this.xml = xml;
    }

    void write() throws IOException {
        xml.begin();
        xml.open("channel");
        channel();
        // WordPress fetches pictures, so it must be able to come here.
        if (view.isPublic()) {
            for (AssetEntry asset : manifest.assets()) {
                picture(asset);
            }
        }
        for (ArticleHead head : release.articles()) {
            post(view.article(head));
        }
        xml.close();
        xml.end();
    }

    /**
     * Without {@code wp:base_site_url}: an importer takes addresses that begin with it for those of
     * a site that moved, and puts its own in their place.
     */
    private void channel() throws IOException {
        xml.plain("title", manifest.title());
        xml.plain("link", view.addresses().release());
        xml.plain("description", description());
        xml.plain("pubDate", rfc1123(manifest.released().atStartOfDay()));
        xml.plain("language", manifest.language().tag());
        xml.plain("wp:wxr_version", "1.2");
        xml.open("wp:author");
        xml.plain("wp:author_id", "1");
        xml.text("wp:author_login", author());
        xml.text("wp:author_email", "");
        xml.text("wp:author_display_name", manifest.publisher());
        xml.text("wp:author_first_name", "");
        xml.text("wp:author_last_name", "");
        xml.close();
        xml.plain("generator", "Content Pack");
    }

    /** One author for all, in whose place the importer lets people put a user of the site. */
    private String author() {
        return manifest.id().value();
    }

    private String description() {
        StringBuilder text = new StringBuilder(manifest.summary());
        text.append("\nPack ").append(manifest.id());
        text.append(", version ").append(manifest.version());
        text.append(", digest ").append(release.digest()).append('.');
        text.append("\nPublisher: ").append(manifest.publisher()).append('.');
        text.append("\nLicence: ").append(manifest.license()).append('.');
        for (Provenance each : manifest.provenance()) {
            text.append("\nDerived from: ").append(each.title());
            text.append(", ").append(each.site());
            text.append(" (").append(each.byline()).append("). ").append(each.changes());
        }
        view.notice().ifPresent(n -> text.append("\nWithdrawn: ").append(n.line()));
        long open = release.articles().stream().filter(a -> !isReviewed(a)).count();
        text.append("\nTexts without a review that counts: ").append(open);
        text.append(" of ").append(release.articles().size()).append('.');
        return text.toString();
    }

    private boolean isReviewed(ArticleHead head) {
        return view.status(head).state().equals(TextStatus.REVIEWED);
    }

    private void picture(AssetEntry asset) throws IOException {
        Digest digest = digest(asset.path());
        String name = References.fileName(asset.path(), digest);
        String title = PostText.line(asset.title());
        begin(title, view.addresses().asset(asset.path()), digest.value(), PICTURES);
        content(PostText.line(asset.credit() + " (" + asset.license() + ")"), title);
        state(
                PICTURES,
                PICTURES,
                digest.value(),
                new Kind(
                        name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT),
                        "inherit",
                        "attachment"));
        xml.text("wp:attachment_url", address(asset.path()));
        meta("_wp_attachment_image_alt", asset.alt());
        meta(PostMeta.DIGEST.key(), digest.value());
        xml.close();
    }

    private void post(Article article) throws IOException {
        TextStatus status = view.status(article.head()).withFirstNotice();
        String canonical =
                PostText.join(List.copyOf(PostText.sections(article, release, status).values()));
        String content =
                Shortcodes.shown(References.resolved(canonical, this::address, ""), name -> true);
        String title = PostText.line(article.title());
        String excerpt = PostText.line(article.summary());
        String identity = manifest.id() + "/" + article.id() + "/" + article.language();
        begin(
                title,
                view.addresses().article(article.id(), article.language()),
                identity,
                article.firstPublished());
        content(content, excerpt);
        state(
                article.firstPublished(),
                article.contentChanged(),
                identity,
                new Kind(
                        article.slug().value(),
                        view.isHeldBack(article.head()) ? "draft" : "publish",
                        "post"));
        for (String tag : article.tags().stream().map(Tag::value).sorted().toList()) {
            xml.tag(tag, PostText.tagName(tag));
        }
        Map<PostMeta, String> marks = marks(article, status);
        if (References.assets(canonical).isEmpty()) {
            // Else the importer may put an address of its own into the text.
            marks.put(PostMeta.WRITTEN, PostMeta.written(title, excerpt, content));
        }
        for (Map.Entry<PostMeta, String> mark : marks.entrySet()) {
            meta(mark.getKey().key(), mark.getValue());
        }
        xml.close();
    }

    private Map<PostMeta, String> marks(Article article, TextStatus status) {
        Map<PostMeta, String> marks = new EnumMap<>(PostMeta.class);
        marks.put(PostMeta.PACK, manifest.id().value());
        marks.put(PostMeta.ARTICLE, article.id().value());
        marks.put(PostMeta.LANGUAGE, article.language().tag());
        marks.put(PostMeta.VERSION, manifest.version().text());
        marks.put(PostMeta.RELEASE, release.digest().value());
        marks.put(PostMeta.DIGEST, article.digest().value());
        marks.put(PostMeta.REVIEW, status.state());
        marks.put(PostMeta.NOTICE, status.firstNotice().map(TextStatus.Notice::line).orElse(""));
        return marks;
    }

    /** What an item begins with. */
    private void begin(String title, String link, String identity, LocalDate day)
            throws IOException {
        xml.open("item");
        xml.text("title", title);
        xml.plain("link", link);
        xml.plain("pubDate", rfc1123(time(day, identity)));
        xml.text("dc:creator", author());
        xml.guid("urn:contentpack:item:" + identity);
        xml.plain("description", "");
    }

    private void content(String content, String excerpt) throws IOException {
        xml.text("content:encoded", content);
        xml.text("excerpt:encoded", excerpt);
    }

    /** What WordPress knows of an item beside its text. */
    private record Kind(String slug, String status, String type) {}

    private void state(LocalDate day, LocalDate changed, String identity, Kind kind)
            throws IOException {
        String date = DATE.format(time(day, identity));
        String modified = DATE.format(time(changed, identity));
        number++;
        xml.plain("wp:post_id", Integer.toString(number));
        xml.text("wp:post_date", date);
        xml.text("wp:post_date_gmt", date);
        xml.text("wp:post_modified", modified);
        xml.text("wp:post_modified_gmt", modified);
        xml.text("wp:comment_status", "closed");
        xml.text("wp:ping_status", "closed");
        xml.text("wp:post_name", kind.slug());
        xml.text("wp:status", kind.status());
        xml.plain("wp:post_parent", "0");
        xml.plain("wp:menu_order", "0");
        xml.text("wp:post_type", kind.type());
        xml.text("wp:post_password", "");
        xml.plain("wp:is_sticky", "0");
    }

    private void meta(String key, String value) throws IOException {
        xml.open("wp:postmeta");
        xml.text("wp:meta_key", key);
        xml.text("wp:meta_value", value);
        xml.close();
    }

    /**
     * A time of that day which stays with an item from release to release: WordPress knows items
     * again by title and time, and two of one title must not be taken for each other.
     */
    private static LocalDateTime time(LocalDate day, String identity) {
        int number = Integer.parseInt(Digest.of(identity).hex().substring(0, 6), 16);
        return day.atStartOfDay().plusSeconds(number % SPREAD);
    }

    private static String rfc1123(LocalDateTime time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private Digest digest(FilePath path) {
        return release.files().find(path).map(FileEntry::digest).orElseThrow();
    }

    /** Where a picture is, under a name by which the connector recognises it in the site. */
    private String address(FilePath path) {
        String base = view.addresses().release();
        String below = view.addresses().asset(path).substring(base.length());
        return base + "/exports/" + WordPressExporter.ID + References.named(below, digest(path));
    }

    /** The picture that a text points at by the first digits of its digest. */
    private Optional<String> address(String hex) {
        return release.files().entries().stream()
                .filter(f -> f.path().isIn("assets"))
                .filter(f -> f.digest().hex().startsWith(hex))
                .findFirst()
                .map(f -> address(f.path()));
    }
}

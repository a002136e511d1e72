package org.contentpack.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.contentpack.pack.Article;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.Source;

/**
 * An article as Markdown for programs that do not know ours, against the article's own file, whose
 * markers only we read: warnings first, then the sections with their cautions and warning signs in
 * words, then sources, origin and licence.
 *
 * <p>Headings carry their section's id as {@code {#id}}, which Goldmark, Pandoc and kramdown read.
 * Raw HTML and what a site generator would run arrive as text. Days are written 2026-11-24, since
 * their names differ between versions of Java. Immutable.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark 0.31.2</a>
 */
public final class ArticleMarkdown {

    private static final SectionId SOURCES = new SectionId("contentpack-sources");

    private final Article article;
    private final Manifest manifest;
    private final TextStatus status;
    private final boolean stale;
    private final Labels labels;
    private final Addresses addresses;
    private final SectionHtml sections;

    /**
     * @param stale whether this is a translation whose source has changed since
     * @param addresses of assets and other articles
     */
    public ArticleMarkdown(
            Article article,
            Manifest manifest,
            TextStatus status,
            boolean stale,
            Addresses addresses) {
        this.article = article;
        this.manifest = manifest;
        this.status = status;
        this.stale = stale;
        this.labels = Labels.in(article.language());
        this.addresses = addresses;
        this.sections = new SectionHtml(article, addresses, SectionHtml.Anchors.IN_PAGE);
    }

    /**
     * The text for a place that shows title, summary and review itself. Blocks with one empty line
     * between them, and a line feed at the end.
     */
    public String text() {
        List<String> blocks = new ArrayList<>();
        notice(blocks);
        article.sections().forEach(section -> section(section, blocks));
        sources(article.sources(), blocks);
        about(blocks);
        return joined(blocks);
    }

    /** The whole article as a document of its own, which needs nothing beside it. */
    public String document() {
        List<String> blocks = new ArrayList<>();
        blocks.add("# " + MarkdownText.plain(article.title()));
        blocks.add(paragraph(article.summary()));
        notice(blocks);
        article.sections().forEach(section -> section(section, blocks));
        sources(article.sources(), blocks);
        about(blocks);
        blocks.add(paragraph(labels.review(status, LocalDate::toString)));
        blocks.add(paragraph(labels.text("digest") + ": " + article.digest()));
        return joined(blocks);
    }

    /** One section as a document of its own, with all that holds for it. */
    public String document(Section section) {
        List<String> blocks = new ArrayList<>();
        Paragraph of = new Paragraph();
        of.appendChild(new Text(labels.text("sectionOf") + " "));
        Link link = new Link(addresses.article(article.id(), article.language()), null);
        link.appendChild(new Text(article.title()));
        of.appendChild(link);
        blocks.add(written(of));
        notice(blocks);
        section(section, blocks);
        sources(
                article.sources().stream().filter(s -> section.cited().contains(s.id())).toList(),
                blocks);
        about(blocks);
        blocks.add(paragraph(labels.review(status, LocalDate::toString)));
        blocks.add(paragraph(labels.text("digest") + ": " + section.digest()));
        return joined(blocks);
    }

    /**
     * The text in parts that people edit each by itself, in the order of the text and named as in
     * {@link BlockMarkup}. A heading is the first line of its part, {@code ## } and its words as
     * they are. Addresses of the scheme {@link BlockMarkup#SCHEME} stay.
     */
    public Map<SectionId, String> parts() {
        Map<SectionId, String> parts = new LinkedHashMap<>();
        List<String> notice = new ArrayList<>();
        notice(notice);
        if (!notice.isEmpty()) {
            parts.put(BlockMarkup.NOTICE, joined(notice).strip());
        }
        for (Section section : article.sections()) {
            List<String> blocks = new ArrayList<>();
            section.heading().ifPresent(heading -> blocks.add("## " + heading));
            blocks.add(MarkdownText.withReferences(sections.prepared(section.markdown()), labels));
            parts.put(section.id(), joined(blocks).strip());
        }
        List<String> about = new ArrayList<>();
        if (!article.sources().isEmpty()) {
            about.add("## " + labels.text("sources"));
            about.add(list(article.sources()));
        }
        about.add("## " + labels.text("provenance"));
        origin(about);
        parts.put(BlockMarkup.ABOUT, joined(about).strip());
        return parts;
    }

    private void section(Section section, List<String> blocks) {
        section.heading().ifPresent(heading -> blocks.add(heading(section.id(), heading)));
        blocks.add(MarkdownText.of(sections.prepared(section.markdown()), labels));
    }

    private static String joined(List<String> blocks) {
        blocks.removeIf(String::isEmpty);
        return String.join("\n\n", blocks) + "\n";
    }

    private void notice(List<String> blocks) {
        BlockQuote quote = new BlockQuote();
        for (TextStatus.Notice notice : status.notices()) {
            quote.appendChild(strong(labels.notice(notice), notice.note()));
        }
        if (status.overdue()) {
            quote.appendChild(strong(labels.text("overdue"), ""));
        } else if (status.isUnreviewed()) {
            quote.appendChild(strong(labels.text("unreviewed"), ""));
        }
        if (stale && !status.isUnsafe()) {
            quote.appendChild(strong(labels.text("stale"), ""));
        }
        if (quote.getFirstChild() != null) {
            blocks.add(written(quote));
        }
    }

    private void sources(List<Source> sources, List<String> blocks) {
        if (sources.isEmpty()) {
            return;
        }
        blocks.add(heading(SOURCES, labels.text("sources")));
        blocks.add(list(sources));
    }

    private String list(List<Source> sources) {
        BulletList list = new BulletList();
        list.setTight(true);
        for (Source source : sources) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new Text(source.publisher() + ": "));
            Link link = new Link(source.url().toString(), null);
            link.appendChild(new Text(source.title()));
            paragraph.appendChild(link);
            paragraph.appendChild(new Text(", " + labels.text("checked") + " " + source.checked()));
            ListItem item = new ListItem();
            item.appendChild(paragraph);
            list.appendChild(item);
        }
        return written(list);
    }

    private void about(List<String> blocks) {
        blocks.add(heading(BlockMarkup.ABOUT, labels.text("provenance")));
        origin(blocks);
    }

    private void origin(List<String> blocks) {
        for (Provenance each : manifest.provenance()) {
            blocks.add(paragraph(labels.derivesFrom(each)));
        }
        article.disclaimer()
                .ifPresent(d -> blocks.add(written(strong(labels.text("disclaimer"), d))));
        blocks.add(paragraph(labels.imprint(manifest)));
    }

    private static String heading(SectionId id, String text) {
        return "## " + MarkdownText.plain(text) + " {#" + id + "}";
    }

    private static String paragraph(String text) {
        return MarkdownText.plain(text);
    }

    private static Paragraph strong(String strong, String text) {
        Paragraph paragraph = new Paragraph();
        StrongEmphasis emphasis = new StrongEmphasis();
        emphasis.appendChild(new Text(strong));
        paragraph.appendChild(emphasis);
        if (!text.isEmpty()) {
            paragraph.appendChild(new Text(" " + text));
        }
        return paragraph;
    }

    private String written(Node block) {
        Document document = new Document();
        document.appendChild(block);
        return MarkdownText.of(document, labels);
    }
}

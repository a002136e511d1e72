package org.contentpack.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.contentpack.pack.Article;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Source;

/**
 * The sections of an article as block markup: HTML with the comments by which the block editor of
 * WordPress knows its blocks. Against {@link SectionHtml}, which is for pages, this can be edited
 * block by block.
 *
 * <p>Each section is one group whose classes name it and its kind, {@code contentpack-section
 * contentpack-id-… contentpack-kind-…}, and keeps them when an editor saves it. Two groups of ours
 * frame the text: {@link #NOTICE}, where there is something to warn of, and {@link #ABOUT}.
 * Immutable.
 *
 * @see <a href="https://developer.wordpress.org/block-editor/explanations/architecture/data-flow/">
 *     Block editor handbook, data flow and data format</a>
 */
public final class BlockMarkup {

    /** What readers must know before they read. */
    public static final SectionId NOTICE = new SectionId("contentpack-notice");

    /** Where the text comes from. */
    public static final SectionId ABOUT = new SectionId("contentpack-about");

    /** The class that every section's group has. */
    public static final String SECTION_CLASS = "contentpack-section";

    /** What the class that names a section begins with. */
    public static final String ID_CLASS_PREFIX = "contentpack-id-";

    /** What the class that tells a section's kind begins with. */
    public static final String KIND_CLASS_PREFIX = "contentpack-kind-";

    /** The scheme of addresses that a place fills in by itself: pictures and other articles. */
    public static final String SCHEME = "contentpack";

    /** Those that may stand in texts which a place keeps. */
    static final List<String> SCHEMES = List.of("https", "http", "mailto", SCHEME);

    private final Article article;
    private final Manifest manifest;
    private final TextStatus status;
    private final Labels labels;
    private final SectionHtml html;

    /**
     * The markup of one article.
     *
     * @param addresses of assets and other articles; addresses of the scheme {@link #SCHEME} stay
     */
    public BlockMarkup(Article article, Manifest manifest, TextStatus status, Addresses addresses) {
        this.article = article;
        this.manifest = manifest;
        this.status = status;
        this.labels = Labels.in(article.language());
        this.html =
                new SectionHtml(
                        article,
                        addresses,
                        SectionHtml.Anchors.IN_PAGE,
                        builder ->
                                builder.urlSanitizer(new DefaultUrlSanitizer(SCHEMES))
                                        .softbreak(" ")
                                        .nodeRendererFactory(
                                                context -> new BlockWriter(context, labels)));
    }

    /** All groups in the order of the text, each without a line feed at its end. */
    public Map<SectionId, String> sections() {
        Map<SectionId, String> sections = new LinkedHashMap<>();
        notice().ifPresent(text -> sections.put(NOTICE, text));
        for (Section section : article.sections()) {
            sections.put(section.id(), section(section));
        }
        sections.put(ABOUT, about());
        return sections;
    }

    private String section(Section section) {
        List<String> blocks = new ArrayList<>();
        section.heading().ifPresent(heading -> blocks.add(heading(2, heading)));
        String body = html.html(section).strip();
        if (!body.isEmpty()) {
            blocks.add(body);
        }
        return group(
                section.id(),
                section.kind(),
                section.heading().orElse(section.id().value()),
                blocks);
    }

    private Optional<String> notice() {
        List<String> blocks = new ArrayList<>();
        for (TextStatus.Notice notice : status.notices()) {
            blocks.add(
                    paragraph(
                            strong(labels.notice(notice))
                                    + (notice.note().isEmpty() ? "" : " " + text(notice.note()))));
        }
        if (status.overdue()) {
            blocks.add(paragraph(strong(labels.text("overdue"))));
        } else if (status.isUnreviewed()) {
            blocks.add(paragraph(strong(labels.text("unreviewed"))));
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(group(NOTICE, Optional.empty(), labels.text("review"), blocks));
    }

    private String about() {
        List<String> blocks = new ArrayList<>();
        if (!article.sources().isEmpty()) {
            blocks.add(heading(2, labels.text("sources")));
            blocks.add(list(article.sources().stream().map(this::source).toList()));
        }
        blocks.add(heading(2, labels.text("provenance")));
        for (Provenance each : manifest.provenance()) {
            blocks.add(paragraph(text(labels.derivesFrom(each))));
        }
        article.disclaimer()
                .ifPresent(
                        disclaimer ->
                                blocks.add(
                                        paragraph(
                                                strong(labels.text("disclaimer"))
                                                        + " "
                                                        + text(disclaimer))));
        blocks.add(paragraph(text(labels.imprint(manifest))));
        return group(ABOUT, Optional.empty(), labels.text("provenance"), blocks);
    }

    private String source(Source source) {
        return text(source.publisher() + ": ")
                + "<a href=\""
                + text(source.url().toString())
                + "\">"
                + text(source.title())
                + "</a>"
                + text(", " + labels.text("checked") + " " + labels.date(source.checked()));
    }

    /** A group as sections have it, around blocks. */
    public static String group(
            SectionId id, Optional<SectionKind> kind, String name, List<String> blocks) {
        String classes =
                SECTION_CLASS
                        + " "
                        + ID_CLASS_PREFIX
                        + id
                        + kind.map(k -> " " + KIND_CLASS_PREFIX + k.id()).orElse("");
        return "<!-- wp:group {\"metadata\":{\"name\":"
                + BlockWriter.jsonText(name)
                + "},\"className\":\""
                + classes
                + "\",\"layout\":{\"type\":\"default\"}} -->\n<div id=\""
                + id
                + "\" class=\"wp-block-group "
                + classes
                + "\">"
                + String.join("\n\n", blocks)
                + "</div>\n<!-- /wp:group -->";
    }

    private static String heading(int level, String text) {
        return "<!-- wp:heading"
                + (level == 2 ? "" : " {\"level\":" + level + "}")
                + " -->\n<h"
                + level
                + " class=\"wp-block-heading\">"
                + text(text)
                + "</h"
                + level
                + ">\n<!-- /wp:heading -->";
    }

    private static String paragraph(String html) {
        return "<!-- wp:paragraph -->\n<p>" + html + "</p>\n<!-- /wp:paragraph -->";
    }

    private static String list(List<String> items) {
        StringBuilder list = new StringBuilder("<!-- wp:list -->\n<ul>");
        for (int i = 0; i < items.size(); i++) {
            list.append(i == 0 ? "" : "\n\n")
                    .append("<!-- wp:list-item -->\n<li>")
                    .append(items.get(i))
                    .append("</li>\n<!-- /wp:list-item -->");
        }
        return list.append("</ul>\n<!-- /wp:list -->").toString();
    }

    private static String strong(String text) {
        return "<strong>" + text(text) + "</strong>";
    }

    private static String text(String text) {
        return BlockWriter.escaped(text);
    }
}

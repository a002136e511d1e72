package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Position;
import org.contentpack.manifest.BodyDocument.HeadingDocument;
import org.contentpack.manifest.BodyDocument.ImageDocument;
import org.contentpack.manifest.BodyDocument.LinkDocument;
import org.contentpack.manifest.BodyDocument.ParagraphDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.pack.Attributes;
import org.contentpack.pack.Digest;

/**
 * Cuts an article's Markdown into sections and collects what rules look at in them. For one
 * article.
 *
 * <p>A section's digest is that of all its bytes, blank lines included; its {@code markdown} is
 * without blank lines at both ends and ends with one line feed, so that moving a section changes
 * neither's text.
 */
final class BodyReader {

    private static final int SECTION_LEVEL = 2;

    private final String text;
    private final int bodyStart;
    private final MarkdownTree tree;
    private final MarkerReader markers;
    private final FileFindings findings;
    private final List<SectionParts> sections = new ArrayList<>();
    private final Set<BlockQuote> cautionQuotes =
            Collections.newSetFromMap(new IdentityHashMap<>());

    private BodyReader(String text, int bodyStart, FileFindings findings) {
        this.text = text;
        this.bodyStart = bodyStart;
        this.findings = findings;
        this.tree = new MarkdownTree(text, bodyStart);
        this.markers = new MarkerReader(tree, findings);
    }

    /**
     * @param text of the whole file
     * @param bodyStart where in it the Markdown begins
     */
    static BodyDocument read(String text, int bodyStart, FileFindings findings) {
        if (text.substring(bodyStart).isBlank()) {
            findings.add(BuiltInRule.ART_062, new Lines(text).at(bodyStart));
            return new BodyDocument(List.of());
        }
        return MarkdownRoom.with(
                text.length() - bodyStart,
                () -> new BodyReader(text, bodyStart, findings).readBody());
    }

    private BodyDocument readBody() {
        sections.add(SectionParts.intro(bodyStart, tree.lines().at(bodyStart)));
        for (Node block = tree.root().getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == SECTION_LEVEL) {
                int start = tree.lines().startOfLine(tree.start(heading));
                int markdownStart = tree.lines().startOfNextLine(tree.end(heading));
                sections.add(
                        new SectionParts(
                                SectionHeading.read(heading, tree, findings),
                                start,
                                markdownStart,
                                tree.position(heading)));
            }
        }
        MarkdownTree.walk(tree.root(), this::collect);
        List<SectionDocument> documents = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            int end = i + 1 < sections.size() ? sections.get(i + 1).start : text.length();
            documents.add(document(sections.get(i), end));
        }
        return new BodyDocument(documents);
    }

    private void collect(Node node) {
        if (node instanceof Heading heading && heading.getLevel() < SECTION_LEVEL) {
            findings.add(BuiltInRule.ART_060, tree.position(node));
        } else if (node instanceof Heading heading && heading.getLevel() > SECTION_LEVEL) {
            sectionOf(node)
                    .headings
                    .add(
                            new HeadingDocument(
                                    heading.getLevel(),
                                    MarkdownTree.plainText(heading),
                                    tree.position(node)));
        } else if (node instanceof Paragraph paragraph) {
            paragraph(paragraph).ifPresent(sectionOf(node).paragraphs::add);
        } else if (node instanceof HtmlBlock html) {
            findings.add(BuiltInRule.ART_061, tree.position(node), html.getLiteral().strip());
        } else if (node instanceof HtmlInline html) {
            findings.add(BuiltInRule.ART_061, tree.position(node), html.getLiteral());
        } else if (node instanceof LinkReferenceDefinition definition) {
            findings.add(BuiltInRule.ART_072, tree.position(node), definition.getLabel());
        } else if (node instanceof Link link) {
            String plain = MarkdownTree.plainText(link);
            sectionOf(node)
                    .links
                    .add(new LinkDocument(link.getDestination(), plain, tree.position(node)));
        } else if (node instanceof Image image) {
            sectionOf(node)
                    .images
                    .add(
                            new ImageDocument(
                                    image.getDestination(),
                                    MarkdownTree.plainText(image),
                                    Optional.ofNullable(image.getTitle()),
                                    tree.position(node)));
        } else if (node instanceof BlockQuote quote && quote.getFirstChild() instanceof Paragraph) {
            markers.caution(quote)
                    .ifPresent(
                            caution -> {
                                cautionQuotes.add(quote);
                                sectionOf(node).cautions.add(caution);
                            });
        } else if (node instanceof ListItem item
                && item.getParent().getParent() instanceof Document) {
            sectionOf(node).listItems.add(markers.listItem(item));
        }
    }

    /** Empty where nothing is left of it but a marker or pictures. */
    private Optional<ParagraphDocument> paragraph(Paragraph paragraph) {
        String text = MarkdownTree.proseOf(paragraph);
        boolean mayHaveMarker =
                paragraph.getPrevious() == null && !(paragraph.getParent() instanceof Document);
        int from = mayHaveMarker ? Attributes.leading(text).map(Attributes::end).orElse(0) : 0;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        String prose = text.substring(from).stripTrailing();
        if (prose.isEmpty()) {
            return Optional.empty();
        }
        boolean isCaution = false;
        for (Node at = paragraph.getParent(); at != null; at = at.getParent()) {
            isCaution |= at instanceof BlockQuote quote && cautionQuotes.contains(quote);
        }
        ParagraphDocument whole = new ParagraphDocument(text, isCaution, tree.position(paragraph));
        return Optional.of(new ParagraphDocument(prose, isCaution, whole.at(from)));
    }

    private SectionParts sectionOf(Node node) {
        int at = tree.start(node);
        int low = 0;
        int high = sections.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sections.get(middle).start <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return sections.get(low);
    }

    private SectionDocument document(SectionParts parts, int end) {
        return new SectionDocument(
                parts.heading.id(),
                parts.heading.kinds(),
                parts.heading.cites(),
                parts.heading.text(),
                withoutBlankEnds(text.substring(parts.markdownStart, end)),
                Digest.of(text.substring(parts.start, end)),
                parts.position,
                parts.cautions,
                parts.listItems,
                parts.links,
                parts.images,
                parts.headings,
                parts.paragraphs);
    }

    private static String withoutBlankEnds(String markdown) {
        String end = markdown.stripTrailing();
        if (end.isEmpty()) {
            return "";
        }
        int start = 0;
        for (int i = 0; Character.isWhitespace(end.charAt(i)); i++) {
            start = end.charAt(i) == '\n' ? i + 1 : start;
        }
        return end.substring(start) + "\n";
    }

    /** What is known of a section while its text is walked through. */
    private static final class SectionParts {

        private final SectionHeading heading;
        private final int start;
        private final int markdownStart;
        private final Position position;
        private final List<BodyDocument.CautionDocument> cautions = new ArrayList<>();
        private final List<BodyDocument.ListItemDocument> listItems = new ArrayList<>();
        private final List<LinkDocument> links = new ArrayList<>();
        private final List<ImageDocument> images = new ArrayList<>();
        private final List<HeadingDocument> headings = new ArrayList<>();
        private final List<ParagraphDocument> paragraphs = new ArrayList<>();

        SectionParts(SectionHeading heading, int start, int markdownStart, Position position) {
            this.heading = heading;
            this.start = start;
            this.markdownStart = markdownStart;
            this.position = position;
        }

        static SectionParts intro(int start, Position position) {
            return new SectionParts(SectionHeading.INTRO, start, start, position);
        }
    }
}

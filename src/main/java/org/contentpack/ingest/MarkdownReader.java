package org.contentpack.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.contentpack.finding.Position;
import org.contentpack.manifest.ForeignFrontMatter;

/**
 * Reads Markdown of other programs: front matter into facts, HTML in it as {@link HtmlReader} does.
 * For one text.
 */
final class MarkdownReader {

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(HtmlReader.MAX_DEPTH)
                    .build();

    /** Keys of front matter by what they say; the first that is there counts. */
    private static final Map<Fact, List<String>> KEYS =
            Map.of(
                    Fact.TITLE, List.of("title"),
                    Fact.SUMMARY, List.of("summary", "description", "excerpt"),
                    Fact.BYLINE, List.of("author", "authors"),
                    Fact.PUBLISHED, List.of("date", "published", "publishdate"),
                    Fact.CHANGED, List.of("lastmod", "updated", "modified", "last_modified_at"),
                    Fact.LANGUAGE, List.of("lang", "language", "locale"),
                    Fact.ADDRESS, List.of("canonical", "canonical_url"),
                    Fact.SLUG, List.of("slug"));

    private final String text;
    private final Findings findings;

    private MarkdownReader(String text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    static RawArticle read(String text, Findings findings) {
        return new MarkdownReader(text, findings).article();
    }

    private RawArticle article() {
        ForeignFrontMatter front = ForeignFrontMatter.of(text);
        int start = front.bodyStart();
        Document body = (Document) PARSER.parse(text.substring(start));
        Blocks.all(body, Node.class).forEach(node -> shift(node, start));
        RawArticle article = new RawArticle(body, new Position(1, 1));
        KEYS.forEach(
                (fact, keys) ->
                        keys.stream()
                                .flatMap(k -> front.values().getOrDefault(k, List.of()).stream())
                                .forEach(v -> article.say(fact, v.text(), v.position())));
        front.values().getOrDefault("tags", List.of()).forEach(v -> article.tag(v.text()));
        plain(article);
        return article;
    }

    private static void shift(Node node, int by) {
        node.setSourceSpans(
                node.getSourceSpans().stream()
                        .map(
                                s ->
                                        SourceSpan.of(
                                                s.getLineIndex(),
                                                s.getColumnIndex(),
                                                s.getInputIndex() + by,
                                                s.getLength()))
                        .toList());
    }

    /** Leaves only what every other reader gives too. */
    private void plain(RawArticle article) {
        Document body = article.body();
        for (Node node : Blocks.all(body, Node.class)) {
            if (node instanceof HtmlBlock html) {
                new HtmlReader(html.getLiteral(), i -> htmlIndex(html, i), article, findings)
                        .fragment()
                        .forEach(html::insertBefore);
                html.unlink();
            } else if (node instanceof HtmlInline html) {
                if (html.getLiteral().toLowerCase(Locale.ROOT).startsWith("<br")) {
                    html.insertBefore(new Text(" "));
                }
                html.unlink();
            } else if (node instanceof LinkReferenceDefinition || node instanceof ThematicBreak) {
                node.unlink();
            } else if (node instanceof Text words) {
                words.setLiteral(Characters.clean(words.getLiteral()));
            } else if (node instanceof SoftLineBreak) {
                node.insertBefore(new Text(" "));
                node.unlink();
            } else if (node instanceof IndentedCodeBlock code) {
                FencedCodeBlock fenced = Blocks.at(new FencedCodeBlock(), Blocks.index(code));
                fenced.setFenceCharacter("`");
                fenced.setLiteral(Characters.clean(code.getLiteral()));
                code.insertBefore(fenced);
                code.unlink();
            } else if (node instanceof FencedCodeBlock code) {
                code.setLiteral(Characters.clean(code.getLiteral()));
            } else if (node instanceof Image image) {
                picture(image);
            } else if (node instanceof Link link) {
                new Links(article, findings).keep(link);
            } else if (node instanceof Heading heading && Blocks.plain(heading).isEmpty()) {
                heading.insertBefore(Blocks.at(new Blocks.LostHeading(), Blocks.index(heading)));
                heading.unlink();
            }
        }
        Blocks.all(body, Paragraph.class).stream()
                .filter(p -> Blocks.plain(p).isEmpty())
                .toList()
                .forEach(
                        p -> {
                            Node parent = p.getParent();
                            p.unlink();
                            Blocks.unlinkIfEmpty(parent);
                        });
    }

    private static int htmlIndex(HtmlBlock html, int index) {
        int at = index;
        for (SourceSpan span : html.getSourceSpans()) {
            if (at <= span.getLength()) {
                return span.getInputIndex() + at;
            }
            at -= span.getLength() + 1;
        }
        return Blocks.index(html);
    }

    /** Stands behind the block that the picture was in. */
    private static void picture(Image image) {
        Blocks.Picture picture = Blocks.at(new Blocks.Picture(), Blocks.index(image));
        picture.alt = Blocks.plain(image);
        picture.address = image.getDestination();
        Node block = image.getParent();
        while (!(block instanceof Paragraph)
                && block.getParent() != null
                && !(block instanceof Heading)) {
            block = block.getParent();
        }
        block.insertAfter(picture);
        image.unlink();
    }
}

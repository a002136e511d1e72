package org.contentpack.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Attributes;
import org.contentpack.pack.Destination;
import org.contentpack.pack.Destination.Inside;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Section;
import org.contentpack.pack.Urgency;

/**
 * The text of a section as an HTML fragment that can be embedded in any page: no heading, no
 * scripts, no styles, raw HTML escaped, links with harmless schemes only.
 *
 * <p>Cautions become {@code <div class="caution" role="note">}, warning signs list items with a
 * class and a word for their urgency, pictures figures with their title as caption.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark 0.31.2</a>
 */
public final class SectionHtml {

    /** The library's own list has {@code data:} too. */
    static final List<String> SCHEMES = List.of("https", "http", "mailto");

    private static final String ARTICLE_ENDING = ".md";
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(Section.MAX_NESTING).build();

    private final Labels labels;
    private final Article article;
    private final Addresses addresses;
    private final Anchors anchors;
    private final HtmlRenderer renderer;

    /** Where a link to another section of the same article leads. */
    public enum Anchors {
        /** To that section on the same page. */
        IN_PAGE,
        /** To the whole article, for fragments that stand without it. */
        TO_ARTICLE
    }

    public SectionHtml(Article article, Addresses addresses, Anchors anchors) {
        this(
                article,
                addresses,
                anchors,
                builder -> builder.urlSanitizer(new DefaultUrlSanitizer(SCHEMES)));
    }

    /**
     * @param form how blocks and addresses are written, where it is not that of a page
     */
    SectionHtml(
            Article article,
            Addresses addresses,
            Anchors anchors,
            UnaryOperator<HtmlRenderer.Builder> form) {
        this.anchors = anchors;
        this.labels = Labels.in(article.language());
        this.article = article;
        this.addresses = addresses;
        this.renderer =
                form.apply(
                                HtmlRenderer.builder()
                                        .escapeHtml(true)
                                        .sanitizeUrls(true)
                                        .percentEncodeUrls(true))
                        .nodeRendererFactory(Blocks::new)
                        .build();
    }

    /** The fragment, ending in a line feed unless it is empty. */
    public String html(Section section) {
        return fragment(section.markdown());
    }

    String fragment(String markdown) {
        return renderer.render(prepared(markdown));
    }

    /** The tree of a text, with our own blocks in place of markers, and addresses that lead. */
    Node prepared(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Preparation());
        return document;
    }

    /** A block quote that begins with {@code {not-for}}. */
    static final class CautionBlock extends CustomBlock {}

    /** A paragraph that is one picture. */
    static final class FigureBlock extends CustomBlock {}

    /** What a list item says that begins with an urgency. */
    static final class SignBlock extends CustomBlock {
        final Urgency urgency;

        SignBlock(Urgency urgency) {
            this.urgency = urgency;
        }
    }

    /** Turns markers into blocks, and addresses inside the pack into addresses of the server. */
    private final class Preparation extends AbstractVisitor {

        @Override
        public void visit(BlockQuote quote) {
            Optional<String> marker = takeMarker(quote).flatMap(Attributes::word);
            if (marker.equals(Optional.of("not-for"))) {
                visitChildren(replace(quote, new CautionBlock()));
            } else {
                visitChildren(quote);
            }
        }

        @Override
        public void visit(ListItem item) {
            takeMarker(item)
                    .flatMap(Attributes::word)
                    .flatMap(Urgency::parse)
                    .ifPresent(
                            urgency -> {
                                SignBlock sign = new SignBlock(urgency);
                                moveChildren(item, sign);
                                item.appendChild(sign);
                            });
            visitChildren(item);
        }

        @Override
        public void visit(Paragraph paragraph) {
            Node only = paragraph.getFirstChild();
            if (only instanceof Image && only == paragraph.getLastChild()) {
                visitChildren(replace(paragraph, new FigureBlock()));
            } else {
                visitChildren(paragraph);
            }
        }

        @Override
        public void visit(Image image) {
            inPack(image.getDestination())
                    .flatMap(Inside::path)
                    .flatMap(FilePath::parse)
                    .map(addresses::asset)
                    .ifPresent(image::setDestination);
            visitChildren(image);
        }

        @Override
        public void visit(Link link) {
            inPack(link.getDestination())
                    .flatMap(SectionHtml.this::address)
                    .ifPresent(link::setDestination);
            visitChildren(link);
        }
    }

    private Optional<Inside> inPack(String destination) {
        return Destination.of(destination, article.head().path()) instanceof Inside inside
                ? Optional.of(inside)
                : Optional.empty();
    }

    /** Where a link inside the pack leads on the server; empty where it stays on the page. */
    private Optional<String> address(Inside inside) {
        String anchor = inside.fragment().map(f -> "#" + f).orElse("");
        Optional<FilePath> file = inside.path().flatMap(FilePath::parse);
        if (file.map(article.head().path()::equals).orElse(inside.path().isEmpty())) {
            return anchors == Anchors.IN_PAGE
                    ? Optional.of(anchor).filter(a -> !a.isEmpty())
                    : Optional.of(addresses.article(article.id(), article.language()) + anchor);
        }
        return file.map(
                path ->
                        path.name().endsWith(ARTICLE_ENDING)
                                ? articleAddress(path.name()) + anchor
                                : addresses.asset(path));
    }

    /** A link to a translation's file leads to that language, any other to the reader's. */
    private String articleAddress(String fileName) {
        String[] parts = fileName.split("\\.", -1);
        Language language =
                parts.length == 3
                        ? Language.parse(parts[1]).orElse(article.language())
                        : article.language();
        return addresses.article(new ArticleId(parts[0]), language);
    }

    /** The marker at the start of a block, which is taken out of its text. */
    private static Optional<Attributes> takeMarker(Node block) {
        if (block.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getFirstChild() instanceof Text text) {
            String literal = text.getLiteral();
            Optional<Attributes> marker = Attributes.leading(literal);
            marker.ifPresent(
                    found -> text.setLiteral(literal.substring(found.end()).stripLeading()));
            return marker;
        }
        return Optional.empty();
    }

    private static Node replace(Node old, Node replacement) {
        old.insertAfter(replacement);
        moveChildren(old, replacement);
        old.unlink();
        return replacement;
    }

    private static void moveChildren(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }

    /** Writes the blocks that CommonMark does not know. */
    private final class Blocks implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        Blocks(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(CautionBlock.class, FigureBlock.class, SignBlock.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof SignBlock sign) {
                String urgency = sign.urgency.id();
                html.tag("div", Map.of("class", "sign " + urgency));
                label("urgency", labels.text(urgency));
                renderChildren(node);
                html.tag("/div");
            } else if (node instanceof CautionBlock) {
                html.line();
                // Not an aside: that is a landmark, and landmarks do not stand inside a text.
                Map<String, String> attributes = new LinkedHashMap<>();
                attributes.put("class", "caution");
                attributes.put("role", "note");
                html.tag("div", attributes);
                label("caution-label", labels.text("caution"));
                renderChildren(node);
                html.tag("/div");
                html.line();
            } else {
                figure((Image) node.getFirstChild());
            }
        }

        private void label(String cssClass, String text) {
            html.line();
            html.tag("p", Map.of("class", cssClass));
            html.tag("strong");
            html.text(text);
            html.tag("/strong");
            html.tag("/p");
            html.line();
        }

        private void figure(Image image) {
            html.line();
            html.tag("figure");
            String caption = image.getTitle();
            image.setTitle(null);
            context.render(image);
            if (caption != null) {
                html.tag("figcaption");
                html.text(caption);
                html.tag("/figcaption");
            }
            html.tag("/figure");
            html.line();
        }

        private void renderChildren(Node parent) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}

package org.contentpack.render;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes each block of a section in the form in which the block editor itself saves it, so that it
 * finds nothing to complain of. What a list item cannot hold there (paragraphs of its own) becomes
 * lines of it.
 */
final class BlockWriter implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Labels labels;

    BlockWriter(HtmlNodeRendererContext context, Labels labels) {
        this.context = context;
        this.html = context.getWriter();
        this.labels = labels;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Paragraph.class,
                BulletList.class,
                OrderedList.class,
                ListItem.class,
                BlockQuote.class,
                FencedCodeBlock.class,
                IndentedCodeBlock.class,
                HtmlBlock.class,
                Heading.class,
                ThematicBreak.class,
                Link.class,
                SectionHtml.CautionBlock.class,
                SectionHtml.FigureBlock.class,
                SectionHtml.SignBlock.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Link link) {
            link(link);
            return;
        }
        separate(node);
        if (node instanceof Paragraph) {
            if (isInItem(node)) {
                children(node);
            } else {
                block("paragraph", "", "<p>", node, "</p>");
            }
        } else if (node instanceof ListItem) {
            block("list-item", "", "<li>", node, "</li>");
        } else if (node instanceof ListBlock) {
            list(node);
        } else if (node instanceof SectionHtml.SignBlock sign) {
            html.raw("<strong>");
            html.text(labels.text(sign.urgency.id()) + ":");
            html.raw("</strong> ");
            children(node);
        } else if (node instanceof SectionHtml.CautionBlock) {
            caution(node);
        } else if (node instanceof SectionHtml.FigureBlock) {
            figure((Image) node.getFirstChild());
        } else if (node instanceof BlockQuote) {
            block("quote", "", "<blockquote class=\"wp-block-quote\">", node, "</blockquote>");
        } else if (node instanceof Heading heading) {
            heading(heading);
        } else if (node instanceof ThematicBreak) {
            html.raw(
                    "<!-- wp:separator -->\n<hr class=\"wp-block-separator"
                            + " has-alpha-channel-opacity\"/>\n<!-- /wp:separator -->");
        } else if (node instanceof FencedCodeBlock code) {
            code(code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            code(code.getLiteral());
        } else {
            html.raw("<!-- wp:paragraph -->\n<p>");
            html.text(((HtmlBlock) node).getLiteral());
            html.raw("</p>\n<!-- /wp:paragraph -->");
        }
    }

    /** Blocks are set apart by an empty line, lines of a list item by a break. */
    private void separate(Node node) {
        if (node.getPrevious() == null) {
            return;
        }
        if (!isInItem(node)) {
            html.raw("\n\n");
        } else if (!(node instanceof ListBlock)) {
            html.raw("<br>");
        }
    }

    private static boolean isInItem(Node node) {
        Node parent = node.getParent();
        return parent instanceof ListItem || parent instanceof SectionHtml.SignBlock;
    }

    private void block(String name, String attributes, String open, Node node, String close) {
        html.raw("<!-- wp:" + name + attributes + " -->\n" + open);
        children(node);
        html.raw(close + "\n<!-- /wp:" + name + " -->");
    }

    private void list(Node node) {
        if (node instanceof OrderedList ordered) {
            Integer start = ordered.getMarkerStartNumber();
            boolean isPlain = start == null || start == 1;
            block(
                    "list",
                    isPlain ? " {\"ordered\":true}" : " {\"ordered\":true,\"start\":" + start + "}",
                    isPlain ? "<ol>" : "<ol start=\"" + start + "\">",
                    node,
                    "</ol>");
        } else {
            block("list", "", "<ul>", node, "</ul>");
        }
    }

    private void caution(Node node) {
        html.raw(
                "<!-- wp:group {\"className\":\"contentpack-caution\",\"layout\":{\"type\":\"default\"}}"
                        + " -->\n<div class=\"wp-block-group contentpack-caution\">"
                        + "<!-- wp:paragraph -->\n<p><strong>");
        html.text(labels.text("caution"));
        html.raw("</strong></p>\n<!-- /wp:paragraph -->\n\n");
        children(node);
        html.raw("</div>\n<!-- /wp:group -->");
    }

    private void figure(Image image) {
        String caption = image.getTitle();
        image.setTitle(null);
        html.raw(
                "<!-- wp:image {\"sizeSlug\":\"full\",\"linkDestination\":\"none\"} -->\n"
                        + "<figure class=\"wp-block-image size-full\"><img src=\"");
        html.text(context.urlSanitizer().sanitizeImageUrl(image.getDestination()));
        html.raw("\" alt=\"");
        html.text(altOf(image));
        html.raw("\"/>");
        if (caption != null) {
            html.raw("<figcaption class=\"wp-element-caption\">");
            html.text(caption);
            html.raw("</figcaption>");
        }
        html.raw("</figure>\n<!-- /wp:image -->");
    }

    private static String altOf(Image image) {
        StringBuilder alt = new StringBuilder();
        image.accept(new PlainText(alt));
        return alt.toString();
    }

    /** Without {@code rel}: whoever publishes these links has read them. */
    private void link(Link link) {
        html.raw("<a href=\"");
        html.text(context.urlSanitizer().sanitizeLinkUrl(link.getDestination()));
        html.raw("\">");
        children(link);
        html.raw("</a>");
    }

    private void heading(Heading heading) {
        int level = heading.getLevel();
        block(
                "heading",
                level == 2 ? "" : " {\"level\":" + level + "}",
                "<h" + level + " class=\"wp-block-heading\">",
                heading,
                "</h" + level + ">");
    }

    private void code(String literal) {
        html.raw("<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>");
        html.text(literal.stripTrailing());
        html.raw("</code></pre>\n<!-- /wp:code -->");
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }

    /** A text as HTML, for elements and attributes alike. */
    static String escaped(String text) {
        StringBuilder html = new StringBuilder();
        new HtmlWriter(html).text(text);
        return html.toString();
    }

    /** A text in JSON inside a block's comment, escaped as the block editor does it. */
    static String jsonText(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
            boolean isDash = c == '-' && text.startsWith("--", Math.max(0, i - 1));
            if (isPlain && !isDash && !(c == '-' && text.startsWith("--", i))) {
                json.append(c);
            } else if (c == '\\') {
                json.append("\\\\");
            } else {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return json.append('"').toString();
    }

    /** What a picture shows, without its markup. */
    private static final class PlainText extends AbstractVisitor {
        private final StringBuilder text;

        PlainText(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }
    }
}

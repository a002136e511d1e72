package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A page of this project's own documentation, against {@link ArticlePage}, which shows what others
 * wrote. The same Markdown is read in a forge; here its links lead to the server's pages. HTML in
 * it is not passed on, but for places that links lead to. Safe for use by several threads.
 */
public final class DocumentationPage {

    private static final Template TEMPLATE = Templates.load("documentation");

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final HtmlRenderer HTML =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .nodeRendererFactory(AnchorRenderer::new)
                    .build();

    /** Below it are the pages. */
    public static final String ROOT = "/docs/";

    private static final String ENDING = ".md";

    /** A page or a picture, and perhaps a place in it. */
    private static final Pattern SERVED = Pattern.compile("([^#]+)(\\.md|\\.png|\\.svg)(#.*)?+");

    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z0-9-]+)\">");

    private static final Pattern SCHEMA = Pattern.compile("(api|schemas)/([a-z]+\\.json)");

    private DocumentationPage() {}

    /** A heading of the page's contents. */
    public record Entry(String id, String heading) {}

    /**
     * The page.
     *
     * @param path of its file below the documentation's folder, such as {@code cms/wordpress.md}
     * @param base what addresses on this server begin with; empty for paths
     */
    public static String html(
            String path, String markdown, String base, String home, String stylesheet) {
        Node document = PARSER.parse(markdown);
        document.accept(new ForPages(URI.create(ROOT + path), base));
        Headings headings = new Headings();
        document.accept(headings);
        return TEMPLATE.execute(
                Map.of(
                        "title",
                        headings.title.orElse(path),
                        "contents",
                        headings.entries,
                        "hasContents",
                        headings.entries.size() > 2,
                        "html",
                        html(document),
                        "home",
                        home,
                        "index",
                        base + ROOT.substring(0, ROOT.length() - 1),
                        "stylesheet",
                        stylesheet));
    }

    /**
     * As HTML writes it, where the renderer writes as XHTML; no text has a {@code >} of its own.
     */
    private static String html(Node document) {
        return HTML.render(document).replace(" />", ">");
    }

    /** Links to files beside the page become links to pages; comments go. */
    private static final class ForPages extends AbstractVisitor {

        private final URI page;
        private final String base;

        ForPages(URI page, String base) {
            this.page = page;
            this.base = base;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            Optional<String> address = address(link.getDestination());
            if (address.isPresent()) {
                link.setDestination(address.get());
                return;
            }
            // A file of the source code: here its name has to do.
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }

        @Override
        public void visit(Image image) {
            address(image.getDestination()).ifPresent(image::setDestination);
            visitChildren(image);
        }

        @Override
        public void visit(HtmlBlock block) {
            if (block.getLiteral().startsWith("<!--")) {
                block.unlink();
            }
        }

        /** The one tag that is passed on marks a place in a table, for links to it. */
        @Override
        public void visit(HtmlInline tag) {
            Matcher anchor = ANCHOR.matcher(tag.getLiteral());
            if (anchor.matches()) {
                tag.insertBefore(new Anchor(anchor.group(1)));
                tag.unlink();
            } else if (tag.getLiteral().equals("</a>")) {
                tag.unlink();
            }
        }

        private Optional<String> address(String written) {
            if (written.startsWith("#") || written.contains(":")) {
                return Optional.of(written);
            }
            String path = page.resolve(written).normalize().toString();
            // The files of the project's own folder lie beside the documentation here.
            String inside = path.replaceFirst("^(?:/\\.\\.)*/(?:docs/)*", "");
            Matcher schema = SCHEMA.matcher(inside);
            if (schema.matches()) {
                String folder = schema.group(1).equals("api") ? "/api/schemas/" : "/schemas/";
                return Optional.of(base + folder + schema.group(2));
            }
            Matcher file = SERVED.matcher(inside);
            return file.matches()
                    ? Optional.of(
                            base
                                    + ROOT
                                    + file.group(1)
                                    + (file.group(2).equals(ENDING) ? "" : file.group(2))
                                    + Optional.ofNullable(file.group(3)).orElse(""))
                    : Optional.empty();
        }
    }

    /** A place that links lead to. */
    private static final class Anchor extends CustomNode {

        private final String id;

        Anchor(String id) {
            this.id = id;
        }
    }

    /** Writes an {@link Anchor}. */
    private record AnchorRenderer(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Anchor.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().tag("span", Map.of("id", ((Anchor) node).id));
            context.getWriter().tag("/span");
        }
    }

    /** The first heading, and those below it that the page's contents name. */
    private static final class Headings extends AbstractVisitor {

        private final IdGenerator ids = IdGenerator.builder().build();
        private final List<Entry> entries = new ArrayList<>();
        private Optional<String> title = Optional.empty();

        @Override
        public void visit(Heading heading) {
            Words words = new Words();
            heading.accept(words);
            String text = words.text.toString();
            // Each is asked for, in order, as the renderer does: that makes the ids the same.
            String id = ids.generateId(text);
            if (heading.getLevel() == 1 && title.isEmpty()) {
                title = Optional.of(text);
            } else if (heading.getLevel() == 2) {
                entries.add(new Entry(id, text));
            }
        }
    }

    /** A heading's letters without its marks. */
    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text part) {
            text.append(part.getLiteral());
        }

        @Override
        public void visit(Code part) {
            text.append(part.getLiteral());
        }
    }

    /** The file that a page's address stands for. */
    public static String fileOf(String address) {
        return address + ENDING;
    }
}

package org.contentpack.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Trees as Markdown in which a text stays a text, whatever extensions the reading program has on:
 * attributes, tables, footnotes, strikethrough, definition lists; and the shortcodes of Hugo, which
 * are looked for before Markdown is read, also in code.
 *
 * @see <a href="https://gohugo.io/content-management/shortcodes/">Hugo, shortcodes</a>
 */
public final class MarkdownText {

    /** What extensions give a meaning to; the library escapes what CommonMark does. */
    private static final Set<Character> SPECIAL = Set.of('{', '}', '<', '>', '|', '~', '^', '$');

    /** What Hugo finds in code too, where nothing can be escaped. */
    private static final Pattern RUN_IN_CODE = Pattern.compile("\\{\\{[<%]|<!--\\s*more\\s*-->");

    /** What ends an address in Markdown, or is looked for by Hugo. */
    private static final String UNSAFE = "<>{}()\\\"'`|^";

    /** Have a meaning at the start of a line only. */
    private static final String STARTS = ":+";

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#-]{1,30}");

    private static final DefaultUrlSanitizer ADDRESSES =
            new DefaultUrlSanitizer(SectionHtml.SCHEMES);

    private static final DefaultUrlSanitizer ADDRESSES_AND_REFERENCES =
            new DefaultUrlSanitizer(BlockMarkup.SCHEMES);

    private static final MarkdownRenderer RENDERER =
            MarkdownRenderer.builder()
                    .nodeRendererFactory(
                            new MarkdownNodeRendererFactory() {
                                @Override
                                public NodeRenderer create(MarkdownNodeRendererContext context) {
                                    return new Nothing();
                                }

                                @Override
                                public Set<Character> getSpecialCharacters() {
                                    return SPECIAL;
                                }
                            })
                    .build();

    private MarkdownText() {}

    /** A text without markup, in one line. */
    public static String plain(String text) {
        Document document = new Document();
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(text.strip().replaceAll("\\s+", " ")));
        document.appendChild(paragraph);
        guardStart(paragraph);
        return RENDERER.render(document).strip();
    }

    /** A tree with blocks of ours; it is changed. No line feed at the end. */
    static String of(Node document, Labels labels) {
        document.accept(new Plainer(labels, ADDRESSES));
        return RENDERER.render(document).strip();
    }

    /** The same, with addresses of the scheme {@link BlockMarkup#SCHEME} left in it. */
    static String withReferences(Node document, Labels labels) {
        document.accept(new Plainer(labels, ADDRESSES_AND_REFERENCES));
        return RENDERER.render(document).strip();
    }

    /**
     * A colon at the start of a line makes a definition of the line before, and a plus a list; the
     * library knows neither.
     */
    private static void guardStart(Paragraph paragraph) {
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            boolean isAtStart =
                    node.getPrevious() == null || node.getPrevious() instanceof HardLineBreak;
            if (isAtStart && node instanceof Text text && STARTS.indexOf(first(text)) >= 0) {
                // The one node whose literal is written as it is.
                HtmlInline escaped = new HtmlInline();
                escaped.setLiteral("\\" + first(text));
                text.setLiteral(text.getLiteral().substring(1));
                text.insertBefore(escaped);
            }
        }
    }

    private static char first(Text text) {
        return text.getLiteral().isEmpty() ? ' ' : text.getLiteral().charAt(0);
    }

    /** Only the characters count. */
    private static final class Nothing implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of();
        }

        @Override
        public void render(Node node) {
            throw new IllegalStateException("there is nothing to render: " + node);
        }
    }

    /** Turns our blocks into such as everybody knows, and what could be run into text. */
    private static final class Plainer extends AbstractVisitor {

        private final Labels labels;
        private final DefaultUrlSanitizer addresses;

        Plainer(Labels labels, DefaultUrlSanitizer addresses) {
            this.labels = labels;
            this.addresses = addresses;
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof SectionHtml.SignBlock sign) {
                Node first = sign.getFirstChild();
                StrongEmphasis label = strong(labels.text(sign.urgency.id()) + ":");
                if (first instanceof Paragraph) {
                    first.prependChild(new Text(" "));
                    first.prependChild(label);
                } else {
                    Paragraph paragraph = new Paragraph();
                    paragraph.appendChild(label);
                    sign.prependChild(paragraph);
                }
                moveBefore(sign);
            } else if (block instanceof SectionHtml.CautionBlock) {
                BlockQuote quote = new BlockQuote();
                Paragraph paragraph = new Paragraph();
                paragraph.appendChild(strong(labels.text("caution")));
                quote.appendChild(paragraph);
                replace(block, quote);
            } else {
                figure(block);
            }
        }

        /** A picture's title is a caption, which readers see. */
        private void figure(CustomBlock block) {
            Image image = (Image) block.getFirstChild();
            if (image.getTitle() != null) {
                Emphasis emphasis = new Emphasis();
                emphasis.appendChild(new Text(image.getTitle()));
                Paragraph caption = new Paragraph();
                caption.appendChild(emphasis);
                block.insertAfter(caption);
                image.setTitle(null);
            }
            replace(block, new Paragraph());
        }

        /** Takes a wrapper away around what is in it. */
        private void moveBefore(Node wrapper) {
            for (Node child = wrapper.getFirstChild(); child != null; ) {
                Node next = child.getNext();
                wrapper.insertBefore(child);
                child.accept(this);
                child = next;
            }
            wrapper.unlink();
        }

        private void replace(Node old, Node replacement) {
            old.insertBefore(replacement);
            for (Node child = old.getFirstChild(); child != null; child = old.getFirstChild()) {
                replacement.appendChild(child);
            }
            old.unlink();
            visitChildren(replacement);
        }

        private static StrongEmphasis strong(String text) {
            StrongEmphasis strong = new StrongEmphasis();
            strong.appendChild(new Text(text));
            return strong;
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitChildren(paragraph);
            guardStart(paragraph);
        }

        /** A line of its own could begin with what makes it a table or a definition. */
        @Override
        public void visit(SoftLineBreak lineBreak) {
            exchange(lineBreak, new Text(" "));
        }

        @Override
        public void visit(HtmlInline html) {
            exchange(html, new Text(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            lines(html, html.getLiteral());
        }

        @Override
        public void visit(Code code) {
            if (RUN_IN_CODE.matcher(code.getLiteral()).find()) {
                exchange(code, new Text(code.getLiteral()));
            }
        }

        @Override
        public void visit(FencedCodeBlock code) {
            if (RUN_IN_CODE.matcher(code.getLiteral()).find()) {
                lines(code, code.getLiteral());
            } else if (code.getInfo() != null && !LANGUAGE.matcher(code.getInfo()).matches()) {
                code.setInfo("");
            }
        }

        /** Between fences: an indentation is lost where texts are put together. */
        @Override
        public void visit(IndentedCodeBlock code) {
            FencedCodeBlock fenced = new FencedCodeBlock();
            fenced.setFenceCharacter("`");
            fenced.setLiteral(code.getLiteral());
            exchange(code, fenced);
            visit(fenced);
        }

        /** Text that has to keep its lines, without anything that is code: a paragraph a line. */
        private static void lines(Node block, String literal) {
            literal.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(
                            line -> {
                                Paragraph paragraph = new Paragraph();
                                paragraph.appendChild(new Text(line));
                                guardStart(paragraph);
                                block.insertBefore(paragraph);
                            });
            block.unlink();
        }

        private static void exchange(Node old, Node replacement) {
            old.insertBefore(replacement);
            old.unlink();
        }

        @Override
        public void visit(Link link) {
            String address = addresses.sanitizeLinkUrl(link.getDestination());
            if (address.isEmpty()) {
                moveBefore(link);
                return;
            }
            link.setDestination(encoded(address));
            link.setTitle(title(link, link.getTitle()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            String address = addresses.sanitizeImageUrl(image.getDestination());
            if (address.isEmpty()) {
                moveBefore(image);
                return;
            }
            image.setDestination(encoded(address));
            image.setTitle(title(image, image.getTitle()));
            visitChildren(image);
        }

        private static String encoded(String address) {
            StringBuilder encoded = new StringBuilder();
            for (int i = 0; i < address.length(); i++) {
                char c = address.charAt(i);
                if (c <= ' ' || UNSAFE.indexOf(c) >= 0) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
                } else {
                    encoded.append(c);
                }
            }
            return encoded.toString();
        }

        /**
         * A title cannot be kept from Hugo: one that it would run stands behind its node as text.
         */
        private static @Nullable String title(Node node, @Nullable String title) {
            if (title == null || !RUN_IN_CODE.matcher(title).find()) {
                return title;
            }
            node.insertAfter(new Text(" (" + title + ")"));
            return null;
        }
    }
}

package org.contentpack.sync.directus;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML in one form for one content: the form in which the editor of Directus 12 saves it, with
 * paragraphs in list items and quotes, no white space between blocks, and attributes in order. What
 * an editor saves without a change of substance is written alike here.
 */
final class RichText {

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\r\\f]+");

    private static final Set<String> VOID =
            Set.of("br", "img", "hr", "input", "wbr", "source", "track", "col", "embed");

    /** What holds blocks, so that words directly in it are a paragraph. */
    private static final Set<String> FLOW = Set.of("body", "li", "blockquote", "td", "th");

    /** What holds blocks of its own kinds only. */
    private static final Set<String> STRUCTURE =
            Set.of("ul", "ol", "table", "thead", "tbody", "tfoot", "tr", "figure", "dl");

    /** As the editor writes them; it takes another order for markup that it does not know. */
    private static final Comparator<String> ADDRESS_FIRST =
            Comparator.<String, Boolean>comparing(name -> !name.equals("src"))
                    .thenComparing(Comparator.naturalOrder());

    /** Other names for the same. */
    private static final Map<String, String> SAME = Map.of("b", "strong", "i", "em");

    private final UnaryOperator<String> addresses;
    private final StringBuilder out = new StringBuilder();

    private RichText(UnaryOperator<String> addresses) {
        this.addresses = addresses;
    }

    /** The canonical form of a text. */
    static String canonical(String html, References references) {
        return written(html, references::canonical);
    }

    /** A canonical text with the site's own addresses in it. */
    static String resolved(String canonical, References references) {
        return written(canonical, references::resolved);
    }

    private static String written(String html, UnaryOperator<String> addresses) {
        RichText text = new RichText(addresses);
        text.flow(body(html));
        return text.out.toString().strip();
    }

    static Element body(String html) {
        return Jsoup.parseBodyFragment(html)
                .outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body();
    }

    /** Blocks one behind the other; what stands loose between them becomes a paragraph. */
    private void flow(Element parent) {
        int start = out.length();
        for (Node child : parent.childNodes()) {
            if (isBlock(child)) {
                paragraph(start);
                element((Element) child);
                start = out.length();
            } else {
                inline(child, out.length() == start);
            }
        }
        paragraph(start);
    }

    /** Puts what was written since into a paragraph. */
    private void paragraph(int start) {
        trimEnd(start);
        String loose = out.substring(start);
        boolean isNothing = loose.replaceAll("<!--.*?-->", "").isBlank();
        if (!isNothing) {
            out.insert(start, "<p>").append("</p>");
        }
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element
                && (element.isBlock() || element.tagName().equals("hr"));
    }

    private void trimEnd(int start) {
        int end = out.length();
        while (end > start && " \t\n\r\f".indexOf(out.charAt(end - 1)) >= 0) {
            end--;
        }
        out.setLength(end);
    }

    private void inline(Node node, boolean isFirst) {
        if (node instanceof TextNode text) {
            String collapsed = WHITE_SPACE.matcher(text.getWholeText()).replaceAll(" ");
            boolean afterSpace = isFirst || out.charAt(out.length() - 1) == ' ' || endsWithBreak();
            out.append(html(afterSpace ? leading(collapsed) : collapsed));
        } else if (node instanceof Comment comment) {
            out.append("<!--").append(comment.getData()).append("-->");
        } else if (node instanceof DataNode data) {
            out.append(data.getWholeData());
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private boolean endsWithBreak() {
        return out.length() >= 4 && out.substring(out.length() - 4).equals("<br>");
    }

    private static String leading(String text) {
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    private void element(Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        String written = SAME.getOrDefault(name, name);
        if (name.equals("p") && element.childNodes().stream().allMatch(RichText::isNothing)) {
            return;
        }
        open(element, written);
        if (VOID.contains(name)) {
            return;
        }
        if (name.equals("pre")) {
            verbatim(element);
        } else if (FLOW.contains(name)) {
            flow(element);
        } else {
            boolean isStructure = STRUCTURE.contains(name);
            int start = out.length();
            for (Node child : element.childNodes()) {
                if (isStructure && child instanceof TextNode text && text.isBlank()) {
                    continue;
                }
                if (isBlock(child)) {
                    trimEnd(start);
                    element((Element) child);
                    start = out.length();
                } else {
                    inline(child, out.length() == start && element.isBlock());
                }
            }
            if (element.isBlock()) {
                trimEnd(start);
            }
        }
        out.append("</").append(written).append('>');
    }

    /** An empty paragraph is what editors leave behind. */
    private static boolean isNothing(Node node) {
        return (node instanceof TextNode text && text.isBlank())
                || (node instanceof Element element && element.tagName().equals("br"));
    }

    private void verbatim(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                out.append(html(text.getWholeText()));
            } else if (child instanceof Element inner) {
                open(inner, inner.tagName());
                if (!VOID.contains(inner.tagName())) {
                    verbatim(inner);
                    out.append("</").append(inner.tagName()).append('>');
                }
            }
        }
    }

    private void open(Element element, String name) {
        out.append('<').append(name);
        Map<String, String> attributes = new TreeMap<>(ADDRESS_FIRST);
        for (Attribute attribute : element.attributes()) {
            attributes.put(attribute.getKey(), value(name, attribute));
        }
        attributes.remove("class", "");
        attributes.forEach(
                (key, value) ->
                        out.append(' ')
                                .append(key)
                                .append("=\"")
                                .append(html(value).replace("\"", "&quot;"))
                                .append('"'));
        out.append('>');
    }

    private String value(String element, Attribute attribute) {
        String value = attribute.getValue();
        if (attribute.getKey().equals("class")) {
            TreeSet<String> classes = new TreeSet<>();
            for (String each : WHITE_SPACE.split(value.strip(), -1)) {
                if (!each.isEmpty()) {
                    classes.add(each);
                }
            }
            return String.join(" ", classes);
        }
        boolean isAddress =
                (attribute.getKey().equals("src") && element.equals("img"))
                        || (attribute.getKey().equals("href") && element.equals("a"));
        return isAddress ? addresses.apply(value) : value;
    }

    /** A text as HTML. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

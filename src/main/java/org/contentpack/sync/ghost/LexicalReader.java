package org.contentpack.sync.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Blocks of Ghost's editor as HTML in one form for one content: what the editor saves without a
 * change of substance is written alike here. Against the HTML that Ghost makes of a post, nothing
 * is left out: cards that have no form in HTML are kept as their JSON in an element of their own.
 *
 * @see <a href="https://docs.ghost.org/admin-api/posts/creating-a-post">Lexical in Ghost</a>
 */
final class LexicalReader {

    /** A card, or a part of a line, that has no form in HTML: its JSON as a text. */
    static final String CARD = "kg-card";

    static final String INLINE_CARD = "kg-inline";

    /** How wide a picture is, where its editor chose that. */
    static final String WIDTH = "data-width";

    /** Where a picture leads. */
    static final String LEADS_TO = "data-href";

    /** Bits of a text's format, in the order in which their elements stand inside each other. */
    static final List<Map.Entry<Integer, String>> FORMATS =
            List.of(
                    Map.entry(1, "strong"),
                    Map.entry(2, "em"),
                    Map.entry(4, "s"),
                    Map.entry(8, "u"),
                    Map.entry(16, "code"),
                    Map.entry(32, "sub"),
                    Map.entry(64, "sup"),
                    Map.entry(128, "mark"));

    private static final Set<String> TEXTS = Set.of("text", "extended-text", "tab");

    private final UnaryOperator<String> addresses;
    private final StringBuilder out = new StringBuilder();

    private LexicalReader(UnaryOperator<String> addresses) {
        this.addresses = addresses;
    }

    /**
     * Blocks as canonical HTML; empty paragraphs are what editors leave behind, and nothing.
     *
     * @param addresses from the site's to canonical ones
     */
    static String html(List<JsonNode> blocks, UnaryOperator<String> addresses) {
        LexicalReader reader = new LexicalReader(addresses);
        blocks.forEach(reader::block);
        return reader.out.toString();
    }

    /** Whether a block is a paragraph without words. */
    static boolean isBlank(JsonNode block) {
        return type(block).equals("paragraph") && html(List.of(block), a -> a).isEmpty();
    }

    /** Whether a block is a heading. */
    static boolean isHeading(JsonNode block) {
        return type(block).equals("heading") || type(block).equals("extended-heading");
    }

    private static String type(JsonNode node) {
        return node.path("type").asText("");
    }

    private void block(JsonNode block) {
        switch (type(block)) {
            case "paragraph" -> element("p", block);
            case "heading", "extended-heading" -> {
                String tag = block.path("tag").asText("");
                element(tag.matches("h[1-6]") ? tag : "h2", block);
            }
            case "quote", "extended-quote" -> element("blockquote", block);
            case "list" -> list(block);
            case "horizontalrule" -> out.append("<hr>");
            case "image" -> image(block);
            case "codeblock" -> code(block);
            default -> card(CARD, block);
        }
    }

    private void element(String name, JsonNode block) {
        String line = line(block.path("children"));
        if (!line.isEmpty()) {
            out.append('<').append(name).append('>').append(line);
            out.append("</").append(name).append('>');
        }
    }

    private void list(JsonNode list) {
        boolean isNumbered = list.path("listType").asText("").equals("number");
        int start = list.path("start").asInt(1);
        String name = isNumbered ? "ol" : "ul";
        out.append('<').append(name);
        if (isNumbered && start != 1) {
            out.append(" start=\"").append(start).append('"');
        }
        out.append('>');
        boolean isOpen = false;
        for (JsonNode item : list.path("children")) {
            List<JsonNode> words = new ArrayList<>();
            List<JsonNode> lists = new ArrayList<>();
            item.path("children")
                    .forEach(child -> (type(child).equals("list") ? lists : words).add(child));
            String line = line(words);
            if (!line.isEmpty() || lists.isEmpty()) {
                out.append(isOpen ? "</li>" : "").append("<li>").append(line);
                isOpen = true;
            } else if (!isOpen) {
                out.append("<li>");
                isOpen = true;
            }
            lists.forEach(this::list);
        }
        out.append(isOpen ? "</li>" : "").append("</").append(name).append('>');
    }

    private void image(JsonNode image) {
        out.append("<figure><img src=\"")
                .append(attribute(addresses.apply(image.path("src").asText(""))))
                .append("\" alt=\"")
                .append(attribute(image.path("alt").asText("")))
                .append('"');
        optional("title", image.path("title").asText(""));
        String width = image.path("cardWidth").asText("");
        optional(WIDTH, width.equals("regular") ? "" : width);
        optional(LEADS_TO, image.path("href").asText(""));
        out.append('>');
        String caption = caption(image.path("caption").asText(""));
        if (!caption.isEmpty()) {
            out.append("<figcaption>").append(caption).append("</figcaption>");
        }
        out.append("</figure>");
    }

    private void optional(String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append("=\"").append(attribute(value)).append('"');
        }
    }

    /** The editor puts words of a caption into elements that say nothing. */
    private static String caption(String html) {
        Element body = body(html);
        for (Element span : List.copyOf(body.select("span[style]"))) {
            span.unwrap();
        }
        for (Element each : body.getAllElements()) {
            each.removeAttr("style");
        }
        body.select("p").forEach(Element::unwrap);
        return body.html().strip();
    }

    /** HTML as a tree that is written as it was read. */
    static Element body(String html) {
        return Jsoup.parseBodyFragment(html)
                .outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body();
    }

    private void code(JsonNode block) {
        boolean isPlain =
                block.path("language").asText("").isEmpty()
                        && block.path("caption").asText("").isEmpty();
        if (isPlain) {
            out.append("<pre><code>")
                    .append(text(block.path("code").asText("")))
                    .append("</code></pre>");
        } else {
            card(CARD, block);
        }
    }

    private void card(String element, JsonNode node) {
        out.append('<').append(element).append('>');
        out.append(text(node.toString()));
        out.append("</").append(element).append('>');
    }

    /** A stretch of one format, or something that stands for itself. */
    private record Stretch(int format, String html, boolean isText) {}

    private String line(Iterable<JsonNode> nodes) {
        List<Stretch> stretches = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (TEXTS.contains(type(node))) {
                String words = text(node.path("text").asText(""));
                int format = node.path("format").asInt(0) & 255;
                int last = stretches.size() - 1;
                if (last >= 0
                        && stretches.get(last).isText()
                        && stretches.get(last).format() == format) {
                    words = stretches.remove(last).html() + words;
                }
                stretches.add(new Stretch(format, words, true));
            } else {
                stretches.add(new Stretch(0, inline(node), false));
            }
        }
        StringBuilder line = new StringBuilder();
        stretches.forEach(stretch -> line.append(formatted(stretch)));
        return trimmed(line.toString());
    }

    private static String formatted(Stretch stretch) {
        StringBuilder html = new StringBuilder();
        List<String> open = new ArrayList<>();
        for (Map.Entry<Integer, String> format : FORMATS) {
            if ((stretch.format() & format.getKey()) != 0) {
                html.append('<').append(format.getValue()).append('>');
                open.add(format.getValue());
            }
        }
        html.append(stretch.html());
        Collections.reverse(open);
        open.forEach(name -> html.append("</").append(name).append('>'));
        return html.toString();
    }

    private String inline(JsonNode node) {
        switch (type(node)) {
            case "linebreak" -> {
                return "<br>";
            }
            case "link", "autolink" -> {
                StringBuilder link = new StringBuilder("<a href=\"");
                link.append(attribute(addresses.apply(node.path("url").asText("")))).append('"');
                for (String name : List.of("rel", "target", "title")) {
                    String value = node.path(name).asText("");
                    if (!value.isEmpty() && !node.path(name).isNull()) {
                        link.append(' ').append(name).append("=\"");
                        link.append(attribute(value)).append('"');
                    }
                }
                return link.append('>')
                        .append(line(node.path("children")))
                        .append("</a>")
                        .toString();
            }
            default -> {
                return "<" + INLINE_CARD + ">" + text(node.toString()) + "</" + INLINE_CARD + ">";
            }
        }
    }

    /** Without the white space and breaks that typing leaves at an end. */
    private static String trimmed(String line) {
        String now = line.strip();
        while (now.endsWith("<br>")) {
            now = now.substring(0, now.length() - "<br>".length()).stripTrailing();
        }
        return now;
    }

    /** A text as HTML. */
    static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String attribute(String text) {
        return text(text).replace("\"", "&quot;");
    }
}

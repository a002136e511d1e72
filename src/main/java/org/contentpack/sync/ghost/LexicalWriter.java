package org.contentpack.sync.ghost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.contentpack.sync.http.Json;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML as blocks of Ghost's editor; what {@link LexicalReader} wrote comes back as it was. What has
 * no block of its own becomes an HTML card.
 */
final class LexicalWriter {

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\r\\f]+");

    /** Other names for the same. */
    private static final Map<String, Integer> BITS =
            Map.ofEntries(
                    Map.entry("strong", 1),
                    Map.entry("b", 1),
                    Map.entry("em", 2),
                    Map.entry("i", 2),
                    Map.entry("s", 4),
                    Map.entry("del", 4),
                    Map.entry("u", 8),
                    Map.entry("code", 16),
                    Map.entry("sub", 32),
                    Map.entry("sup", 64),
                    Map.entry("mark", 128));

    private static final Set<String> AROUND =
            Set.of("div", "section", "article", "main", "body", "header", "footer");

    private final String style;
    private final UnaryOperator<String> addresses;
    private final boolean isCollapsed;
    private final List<JsonNode> blocks = new ArrayList<>();

    private LexicalWriter(String style, UnaryOperator<String> addresses, boolean isCollapsed) {
        this.style = style;
        this.addresses = addresses;
        this.isCollapsed = isCollapsed;
    }

    /**
     * Blocks for HTML that others wrote, in which white space says nothing.
     *
     * @param style of every word
     * @param addresses what is made of each
     */
    static List<JsonNode> blocks(String html, String style, UnaryOperator<String> addresses) {
        return written(html, new LexicalWriter(style, addresses, true));
    }

    /** Blocks for HTML that {@link LexicalReader} wrote. */
    static List<JsonNode> again(String canonical, String style, UnaryOperator<String> addresses) {
        return written(canonical, new LexicalWriter(style, addresses, false));
    }

    /** A paragraph of a section without words, which nobody sees. */
    static JsonNode emptyLine(String style) {
        Line line = new LexicalWriter(style, address -> address, false).new Line();
        line.words(" ", 0);
        return element("paragraph", line.nodes);
    }

    private static List<JsonNode> written(String html, LexicalWriter writer) {
        writer.flow(LexicalReader.body(html));
        return writer.blocks;
    }

    /** Blocks one behind the other; what stands loose between them becomes a paragraph. */
    private void flow(Element parent) {
        List<Node> loose = new ArrayList<>();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && isBlock(element)) {
                paragraph(loose);
                block(element);
            } else {
                loose.add(child);
            }
        }
        paragraph(loose);
    }

    private static boolean isBlock(Element element) {
        String name = element.tagName();
        return element.isBlock()
                || name.equals("hr")
                || name.equals("img")
                || name.equals(LexicalReader.CARD);
    }

    private void paragraph(List<Node> loose) {
        ArrayNode line = new Line().with(loose).end();
        if (!line.isEmpty()) {
            blocks.add(element("paragraph", line));
        }
        loose.clear();
    }

    private void block(Element element) {
        String name = element.tagName();
        switch (name) {
            case "p" -> flow(element);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                ObjectNode heading = element("extended-heading", line(element));
                blocks.add(heading.put("tag", name));
            }
            case "blockquote" -> quote(element);
            case "ul", "ol" -> blocks.add(list(element, 0));
            case "hr" -> blocks.add(card("horizontalrule"));
            case "pre" ->
                    blocks.add(
                            card("codeblock")
                                    .put("code", element.wholeText())
                                    .put("language", "")
                                    .put("caption", ""));
            case "figure", "img" -> figure(element);
            case LexicalReader.CARD -> blocks.add(json(element));
            default -> {
                if (AROUND.contains(name)) {
                    flow(element);
                } else {
                    blocks.add(card("html").put("html", element.outerHtml()));
                }
            }
        }
    }

    /** A quote of Ghost's is one line: paragraphs in it are set apart by an empty one. */
    private void quote(Element quote) {
        Line line = new Line();
        for (Node child : quote.childNodes()) {
            if (child instanceof Element element && isList(element)) {
                endQuote(line);
                line = new Line();
                block(element);
            } else if (child instanceof Element element && element.isBlock()) {
                line.breaks(2);
                line.with(element.childNodes());
            } else {
                line.with(List.of(child));
            }
        }
        endQuote(line);
    }

    private void endQuote(Line line) {
        ArrayNode words = line.end();
        if (!words.isEmpty()) {
            blocks.add(element("extended-quote", words));
        }
    }

    private static boolean isList(Element element) {
        return element.tagName().equals("ul") || element.tagName().equals("ol");
    }

    /** In Lexical a list inside another stands in an item of its own. */
    private ObjectNode list(Element element, int depth) {
        boolean isNumbered = element.tagName().equals("ol");
        ArrayNode items = Json.MAPPER.createArrayNode();
        int value = start(element);
        for (Element item : element.children()) {
            Line line = new Line();
            List<Element> lists = new ArrayList<>();
            for (Node child : item.childNodes()) {
                if (child instanceof Element inner && isList(inner)) {
                    lists.add(inner);
                } else if (child instanceof Element inner && inner.isBlock()) {
                    line.breaks(1);
                    line.with(inner.childNodes());
                } else {
                    line.with(List.of(child));
                }
            }
            ArrayNode words = line.end();
            if (!words.isEmpty() || lists.isEmpty()) {
                items.add(item(words, value, depth));
                value++;
            }
            for (Element inner : lists) {
                items.add(
                        item(
                                Json.MAPPER.createArrayNode().add(list(inner, depth + 1)),
                                value,
                                depth));
            }
        }
        return element("list", items)
                .put("listType", isNumbered ? "number" : "bullet")
                .put("start", isNumbered ? start(element) : 1)
                .put("tag", element.tagName());
    }

    private static int start(Element list) {
        String start = list.attr("start");
        return start.matches("[0-9]{1,8}") ? Integer.parseInt(start) : 1;
    }

    private static ObjectNode item(ArrayNode children, int value, int depth) {
        return element("listitem", children).put("value", value).put("indent", depth);
    }

    private void figure(Element figure) {
        Element image = figure.tagName().equals("img") ? figure : figure.selectFirst("img");
        if (image == null) {
            blocks.add(card("html").put("html", figure.outerHtml()));
            return;
        }
        String width = image.attr(LexicalReader.WIDTH);
        String caption =
                Optional.ofNullable(figure.selectFirst("figcaption")).map(Element::html).orElse("");
        blocks.add(
                card("image")
                        .put("src", addresses.apply(image.attr("src")))
                        .putNull("width")
                        .putNull("height")
                        .put("title", image.attr("title"))
                        .put("alt", image.attr("alt"))
                        .put("caption", caption)
                        .put("cardWidth", width.isEmpty() ? "regular" : width)
                        .put("href", image.attr(LexicalReader.LEADS_TO)));
    }

    private static JsonNode json(Element element) {
        try {
            JsonNode json = Json.MAPPER.readTree(element.wholeText());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Somebody wrote such an element by hand: it is kept as what it is.
            return card("html").put("html", element.outerHtml());
        }
        return card("html").put("html", element.outerHtml());
    }

    private static ObjectNode card(String type) {
        return Json.MAPPER.createObjectNode().put("type", type).put("version", 1);
    }

    private static ObjectNode element(String type, ArrayNode children) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.set("children", children);
        return node.putNull("direction")
                .put("format", "")
                .put("indent", 0)
                .put("type", type)
                .put("version", 1);
    }

    private ArrayNode line(Element element) {
        return new Line().with(element.childNodes()).end();
    }

    /** Words in one line, one node for each stretch of one format. */
    private final class Line {

        private final ArrayNode nodes = Json.MAPPER.createArrayNode();
        private boolean isAfterSpace = true;

        Line with(List<Node> children) {
            children.forEach(child -> inline(child, 0));
            return this;
        }

        /** An empty line before what comes, unless nothing stands there yet. */
        void breaks(int count) {
            if (!trimEnd().isEmpty()) {
                for (int i = 0; i < count; i++) {
                    lineBreak();
                }
            }
        }

        ArrayNode end() {
            return trimEnd();
        }

        private ArrayNode trimEnd() {
            while (isCollapsed && !nodes.isEmpty()) {
                JsonNode last = nodes.get(nodes.size() - 1);
                if (!last.has("text")) {
                    break;
                }
                String words = last.path("text").asText().stripTrailing();
                if (!words.isEmpty()) {
                    ((ObjectNode) last).put("text", words);
                    break;
                }
                nodes.remove(nodes.size() - 1);
            }
            return nodes;
        }

        private void inline(Node node, int format) {
            if (node instanceof TextNode text) {
                words(text.getWholeText(), format);
            } else if (node instanceof Element element) {
                switch (element.tagName()) {
                    case "br" -> {
                        trimEnd();
                        lineBreak();
                    }
                    case "a" -> link(element, format);
                    case LexicalReader.INLINE_CARD -> nodes.add(json(element));
                    default -> {
                        int bits = format | BITS.getOrDefault(element.tagName(), 0);
                        element.childNodes().forEach(child -> inline(child, bits));
                    }
                }
            }
        }

        private void lineBreak() {
            nodes.add(Json.MAPPER.createObjectNode().put("type", "linebreak").put("version", 1));
            isAfterSpace = true;
        }

        private void words(String text, int format) {
            String words = isCollapsed ? WHITE_SPACE.matcher(text).replaceAll(" ") : text;
            if (isCollapsed && isAfterSpace && words.startsWith(" ")) {
                words = words.substring(1);
            }
            if (words.isEmpty()) {
                return;
            }
            isAfterSpace = words.endsWith(" ");
            JsonNode last = nodes.path(nodes.size() - 1);
            if (last.has("text") && last.path("format").asInt() == format) {
                ((ObjectNode) last).put("text", last.path("text").asText() + words);
            } else {
                nodes.add(
                        Json.MAPPER
                                .createObjectNode()
                                .put("detail", 0)
                                .put("format", format)
                                .put("mode", "normal")
                                .put("style", style)
                                .put("text", words)
                                .put("type", "extended-text")
                                .put("version", 1));
            }
        }

        private void link(Element element, int format) {
            Line line = new Line();
            line.isAfterSpace = isAfterSpace;
            element.childNodes().forEach(child -> line.inline(child, format));
            isAfterSpace = line.isAfterSpace;
            ObjectNode link = element("link", line.nodes);
            for (String name : List.of("rel", "target", "title")) {
                if (element.hasAttr(name)) {
                    link.put(name, element.attr(name));
                } else {
                    link.putNull(name);
                }
            }
            nodes.add(link.put("url", addresses.apply(element.attr("href"))));
        }
    }
}

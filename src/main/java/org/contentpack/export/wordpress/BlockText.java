package org.contentpack.export.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Block markup in one form for one content: what the block editor writes otherwise when it saves
 * without a change of substance (order of attributes and classes, white space, ids of pictures,
 * classes that a version adds by itself) is written alike here. The form is itself valid block
 * markup, so that it can be written to the site.
 */
public final class BlockText {

    private static final Pattern DELIMITER =
            Pattern.compile(
                    "\\s*(/)?wp:((?:[a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*)\\s*(\\{.*\\})?\\s*(/)?\\s*",
                    Pattern.DOTALL);

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\r\\f]+");

    /** Classes that versions of WordPress add to what they save. */
    private static final Pattern ADDED_CLASS =
            Pattern.compile("wp-block-list|wp-image-\\d+|wp-elements-[0-9a-f]+");

    private static final java.util.Set<String> VOID =
            java.util.Set.of("br", "img", "hr", "input", "wbr", "source", "track", "col", "embed");

    private static final JsonMapper JSON = new JsonMapper();

    private static final CanonicalTexts KNOWN = new CanonicalTexts(BlockText::made);

    private final StringBuilder out = new StringBuilder();

    private BlockText() {}

    /** The canonical form of a piece of block markup, without white space around it. */
    public static String canonical(String markup) {
        return KNOWN.of(markup);
    }

    private static String made(String markup) {
        BlockText text = new BlockText();
        text.children(Jsoup.parseBodyFragment(markup).outputSettings(settings()).body(), false);
        return text.out.toString().strip();
    }

    private static org.jsoup.nodes.Document.OutputSettings settings() {
        return new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false);
    }

    private void children(Node parent, boolean isVerbatim) {
        boolean afterBlock = false;
        for (Node child : parent.childNodes()) {
            if (child instanceof Comment comment) {
                Optional<Matcher> block = delimiter(comment.getData());
                if (block.isPresent()) {
                    boolean closes = block.get().group(1) != null;
                    boolean isAlone = block.get().group(4) != null;
                    trimEnd();
                    if (closes) {
                        out.append('\n');
                    } else if (afterBlock) {
                        out.append("\n\n");
                    }
                    delimiter(block.get());
                    if (!closes && !isAlone) {
                        out.append('\n');
                    }
                    afterBlock = closes || isAlone;
                    continue;
                }
                out.append("<!--").append(comment.getData()).append("-->");
            } else if (child instanceof TextNode text) {
                text(text.getWholeText(), isVerbatim, afterBlock);
            } else if (child instanceof DataNode data) {
                out.append(data.getWholeData());
            } else if (child instanceof Element element) {
                element(element, isVerbatim);
            }
            if (!(child instanceof TextNode text && text.isBlank())) {
                afterBlock = false;
            }
        }
    }

    private void trimEnd() {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
    }

    private static Optional<Matcher> delimiter(String comment) {
        Matcher matcher = DELIMITER.matcher(comment);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private void delimiter(Matcher block) {
        boolean closes = block.group(1) != null;
        out.append("<!-- ").append(closes ? "/" : "").append("wp:").append(block.group(2));
        if (block.group(3) != null) {
            String attributes = attributes(block.group(3));
            out.append(attributes.isEmpty() ? "" : " ").append(attributes);
        }
        out.append(block.group(4) != null ? " /" : "").append(" -->");
    }

    /** A block's attributes with sorted keys; what does not read as JSON stays as it is. */
    private static String attributes(String json) {
        try {
            JsonNode node = sorted(JSON.readTree(json));
            return node.isEmpty() ? "" : escaped(JSON.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> items.add(sorted(item)));
            return items;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().equals("id") || !field.getValue().isNumber()) {
                fields.put(field.getKey(), sorted(field.getValue()));
            }
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::set);
        return object;
    }

    /** As the block editor escapes it, so that nothing in it can end the comment. */
    private static String escaped(String json) {
        return json.replace("--", "\\u002d\\u002d")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\\\"", "\\u0022");
    }

    private void text(String text, boolean isVerbatim, boolean afterBlock) {
        if (isVerbatim) {
            out.append(html(text));
            return;
        }
        String collapsed = WHITE_SPACE.matcher(text).replaceAll(" ");
        boolean atStart = out.length() == 0 || Character.isWhitespace(out.charAt(out.length() - 1));
        if (collapsed.isBlank() && (afterBlock || atStart)) {
            return;
        }
        out.append(html(atStart ? collapsed.stripLeading() : collapsed));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void element(Element element, boolean isVerbatim) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        out.append('<').append(name);
        Map<String, String> attributes = new TreeMap<>();
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
        if (VOID.contains(name)) {
            out.append(name.equals("br") ? ">" : "/>");
            return;
        }
        out.append('>');
        children(element, isVerbatim || name.equals("pre"));
        out.append("</").append(name).append('>');
    }

    private static String value(String element, Attribute attribute) {
        String value = attribute.getValue();
        if (attribute.getKey().equals("class")) {
            TreeSet<String> classes = new TreeSet<>();
            for (String each : WHITE_SPACE.split(value.strip(), -1)) {
                if (!ADDED_CLASS.matcher(each).matches() && !each.isEmpty()) {
                    classes.add(each);
                }
            }
            return String.join(" ", classes);
        }
        boolean isAddress =
                (attribute.getKey().equals("src") && element.equals("img"))
                        || (attribute.getKey().equals("href") && element.equals("a"));
        return isAddress ? References.canonical(value) : value;
    }
}

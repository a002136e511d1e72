package org.contentpack.render;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A text in a CMS's markup as an editor reads it: paragraphs, list items with a bullet, headings on
 * lines of their own; tags and comments gone. Texts without tags, such as Markdown, stay as they
 * are.
 */
public final class PlainText {

    private static final Pattern TAG =
            Pattern.compile("<(?:[a-zA-Z/][^>]*|!--.*?--)>", Pattern.DOTALL);

    private static final String BULLET = "• ";

    private PlainText() {}

    public static String text(String markup) {
        if (!TAG.matcher(markup).find()) {
            return markup.strip();
        }
        Writer writer = new Writer();
        Jsoup.parseBodyFragment(markup).body().traverse(writer);
        return writer.text
                .toString()
                .replaceAll(" *\n *", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** The first line, where it is a heading; else the alternative. */
    public static String heading(String markup, String alternative) {
        Element heading = Jsoup.parseBodyFragment(markup).selectFirst("h1, h2, h3, h4");
        if (heading != null && !heading.text().isBlank()) {
            return heading.text();
        }
        String first = markup.strip().split("\n", 2)[0];
        return first.startsWith("## ") ? first.substring(3).strip() : alternative;
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element) {
                if (element.normalName().equals("li")) {
                    text.append('\n').append(BULLET);
                } else if (element.normalName().equals("br")) {
                    text.append('\n');
                } else if (element.normalName().equals("img")) {
                    text.append("[picture: ").append(element.attr("alt")).append(']');
                } else if (element.isBlock() && !isInItem(element)) {
                    text.append("\n\n");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element
                    && element.isBlock()
                    && !isInItem(element)
                    && !element.normalName().equals("li")) {
                text.append("\n\n");
            }
        }

        /** What is wrapped inside a list item needs no lines of its own. */
        private static boolean isInItem(Element element) {
            Element parent = element.parent();
            return parent != null
                    && parent.normalName().equals("li")
                    && !element.normalName().equals("ul")
                    && !element.normalName().equals("ol");
        }
    }
}

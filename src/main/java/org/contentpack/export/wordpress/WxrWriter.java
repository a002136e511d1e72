package org.contentpack.export.wordpress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes elements of a WXR file, one a line. Texts stand in CDATA sections, as WordPress itself
 * writes them, so that an importer without an XML parser reads them too.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, section 2.2: characters</a>
 */
final class WxrWriter {

    private static final String EXCERPT = "http://wordpress.org/export/1.2/excerpt/";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String COMMENTS = "http://wellformedweb.org/CommentAPI/";
    private static final String CREATOR = "http://purl.org/dc/elements/1.1/";
    private static final String WORDPRESS = "http://wordpress.org/export/1.2/";

    /** Stands for what no XML 1.0 file can hold: control characters, halves of pairs. */
    private static final int REPLACEMENT = 0xFFFD;

    private static final String CDATA_END = "]]>";

    private final XMLStreamWriter xml;
    private int depth = 0;

    WxrWriter(OutputStream out) throws IOException {
        try {
            // Not newFactory: that is whatever library the server has.
            this.xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Something that is written; the library's exception is a broken stream here. */
    private interface Step {
        void write() throws XMLStreamException;
    }

    private static void run(Step step) throws IOException {
        try {
            step.write();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException broken
                    ? broken
                    : new IOException(e);
        }
    }

    void begin() throws IOException {
        run(
                () -> {
                    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
                    xml.writeCharacters("\n");
                    xml.writeStartElement("rss");
                    xml.writeAttribute("version", "2.0");
                    xml.writeNamespace("excerpt", EXCERPT);
                    xml.writeNamespace("content", CONTENT);
                    xml.writeNamespace("wfw", COMMENTS);
                    xml.writeNamespace("dc", CREATOR);
                    xml.writeNamespace("wp", WORDPRESS);
                });
        depth++;
    }

    void end() throws IOException {
        close();
        run(
                () -> {
                    xml.writeCharacters("\n");
                    xml.writeEndDocument();
                    xml.flush();
                });
    }

    /** Begins an element that has others in it. */
    void open(String name) throws IOException {
        start(name);
        depth++;
    }

    /** Ends the element that was opened last. */
    void close() throws IOException {
        depth--;
        line();
        run(xml::writeEndElement);
    }

    /** An element with a text that is a word or a number. */
    void plain(String name, String text) throws IOException {
        start(name);
        run(
                () -> {
                    xml.writeCharacters(allowed(text));
                    xml.writeEndElement();
                });
    }

    /** An element with a text that may be anything. */
    void text(String name, String text) throws IOException {
        start(name);
        cdata(text);
    }

    void guid(String value) throws IOException {
        start("guid");
        run(
                () -> {
                    xml.writeAttribute("isPermaLink", "false");
                    xml.writeCharacters(allowed(value));
                    xml.writeEndElement();
                });
    }

    void tag(String slug, String name) throws IOException {
        start("category");
        run(
                () -> {
                    xml.writeAttribute("domain", "post_tag");
                    xml.writeAttribute("nicename", allowed(slug));
                });
        cdata(name);
    }

    private void start(String name) throws IOException {
        line();
        int colon = name.indexOf(':');
        run(
                () -> {
                    if (colon < 0) {
                        xml.writeStartElement(name);
                    } else {
                        String prefix = name.substring(0, colon);
                        xml.writeStartElement(prefix, name.substring(colon + 1), namespace(prefix));
                    }
                });
    }

    private static String namespace(String prefix) {
        return switch (prefix) {
            case "excerpt" -> EXCERPT;
            case "content" -> CONTENT;
            case "dc" -> CREATOR;
            default -> WORDPRESS;
        };
    }

    private void line() throws IOException {
        run(() -> xml.writeCharacters("\n" + "\t".repeat(Math.max(0, depth - 1))));
    }

    /** The end mark of a section cannot stand in it, so it is divided between two. */
    private void cdata(String text) throws IOException {
        String allowed = allowed(text);
        run(
                () -> {
                    int from = 0;
                    for (int at = allowed.indexOf(CDATA_END);
                            at >= 0;
                            at = allowed.indexOf(CDATA_END, from)) {
                        int half = at + CDATA_END.length() - 1;
                        xml.writeCData(allowed.substring(from, half));
                        from = half;
                    }
                    xml.writeCData(allowed.substring(from));
                    xml.writeEndElement();
                });
    }

    /** The text with a mark in place of each character that XML 1.0 does not have. */
    static String allowed(String text) {
        if (text.codePoints().allMatch(WxrWriter::isAllowed)) {
            return text;
        }
        StringBuilder allowed = new StringBuilder();
        text.codePoints().forEach(c -> allowed.appendCodePoint(isAllowed(c) ? c : REPLACEMENT));
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}

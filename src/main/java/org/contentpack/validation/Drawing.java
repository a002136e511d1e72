package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.MED_020;
import static org.contentpack.finding.BuiltInRule.MED_021;
import static org.contentpack.finding.BuiltInRule.MED_022;
import static org.contentpack.finding.BuiltInRule.MED_023;
import static org.contentpack.finding.BuiltInRule.MED_024;
import static org.contentpack.finding.BuiltInRule.MED_025;
import static org.contentpack.finding.BuiltInRule.MED_026;
import static org.contentpack.finding.BuiltInRule.MED_027;
import static org.contentpack.finding.BuiltInRule.MED_029;
import static org.contentpack.finding.BuiltInRule.MED_030;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.pack.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * One SVG, read event by event by a parser that resolves nothing: no document type, no entity, no
 * file, no address. For one thread, once.
 *
 * <p>Elements are allowed by a list. What is dangerous in SVG is open-ended, what a still drawing
 * needs is not. The place of a finding is where the element's tag ends.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/conform.html#secure-static-mode">SVG 2, secure static
 *     mode</a>, which is what the list comes close to
 */
final class Drawing {

    private static final String SVG = "http://www.w3.org/2000/svg";

    /**
     * What draws each thing once. Not {@code use}, {@code symbol}, {@code pattern} and {@code
     * marker}, which repeat others and through each other without bound, and no filters, whose cost
     * grows with the size that they are asked for.
     */
    private static final Set<String> ELEMENTS =
            Set.of(
                    "svg",
                    "g",
                    "defs",
                    "title",
                    "desc",
                    "metadata",
                    "style",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "text",
                    "tspan",
                    "textPath",
                    "linearGradient",
                    "radialGradient",
                    "stop",
                    "clipPath",
                    "mask");

    /** Platforms have limits of their own, which differ: ours is below all of them. */
    private static final int MAX_DEPTH = 64;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** What stands in a decoded text where its bytes are no UTF-8, and has no other use there. */
    private static final char REPLACEMENT = '\ufffd';

    private final FilePath path;
    private final byte[] bytes;
    private final StringBuilder style = new StringBuilder();
    private int depth;
    private int styleDepth;

    Drawing(FilePath path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    void check(Consumer<Finding> found) {
        // Decoded here: the parser would guess, and reports bad bytes on the standard error stream.
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            found.accept(Finding.of(MED_027, Location.of(path), path, "UTF-16"));
            return;
        }
        try {
            read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, found);
        } catch (XMLStreamException e) {
            found.accept(Finding.of(MED_021, at(e.getLocation()), path));
        }
    }

    private void read(String text, Consumer<Finding> found) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            found.accept(Finding.of(MED_027, Location.of(path), path, declared));
            return;
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            found.accept(Finding.of(MED_021, Location.of(path), path));
            return;
        }
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.DTD) {
                found.accept(Finding.of(MED_020, at(reader), path));
                return;
            }
            event(reader, found);
            if (depth > MAX_DEPTH) {
                found.accept(Finding.of(MED_030, at(reader), MAX_DEPTH));
                return;
            }
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else is on the class path, because its limits are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver(
                (publicId, systemId, base, space) -> {
                    throw new XMLStreamException("nothing is resolved");
                });
        return factory;
    }

    private void event(XMLStreamReader reader, Consumer<Finding> found) {
        switch (reader.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                element(reader, found);
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (depth == styleDepth) {
                    css(style.toString(), at(reader), found);
                    style.setLength(0);
                    styleDepth = 0;
                }
                depth--;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (styleDepth > 0) {
                    style.append(reader.getText());
                }
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    found.accept(Finding.of(MED_026, at(reader), reader.getPITarget()));
            default -> {}
        }
    }

    private void element(XMLStreamReader reader, Consumer<Finding> found) {
        String name = reader.getLocalName();
        boolean isSvg = SVG.equals(reader.getNamespaceURI());
        if (depth == 1 && !(isSvg && name.equals("svg"))) {
            found.accept(Finding.of(MED_022, at(reader), path, name));
        } else if (!isSvg || !ELEMENTS.contains(name)) {
            found.accept(Finding.of(MED_023, at(reader), name));
        }
        if (name.equals("style") && styleDepth == 0) {
            styleDepth = depth;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(
                    reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT),
                    reader.getAttributeValue(i),
                    at(reader),
                    found);
        }
    }

    private void attribute(String name, String value, Location place, Consumer<Finding> found) {
        if (name.startsWith("on")) {
            found.accept(Finding.of(MED_024, place, name));
        } else if (name.equals("href") || name.equals("src") || name.equals("base")) {
            if (!StyleText.isFragment(value)) {
                found.accept(Finding.of(MED_025, place, value));
            }
        } else if (!name.startsWith("aria-")) {
            // Presentation attributes are CSS too, with its escapes.
            css(value, place, found);
        }
    }

    private void css(String text, Location place, Consumer<Finding> found) {
        StyleText.referencesElsewhere(text)
                .forEach(r -> found.accept(Finding.of(MED_025, place, r)));
        StyleText.unsafePart(text)
                .ifPresent(part -> found.accept(Finding.of(MED_029, place, part)));
    }

    private Location at(XMLStreamReader reader) {
        return at(reader.getLocation());
    }

    private Location at(javax.xml.stream.@Nullable Location place) {
        return place == null || place.getLineNumber() < 1 || place.getColumnNumber() < 1
                ? Location.of(path)
                : Location.of(path, new Position(place.getLineNumber(), place.getColumnNumber()));
    }
}

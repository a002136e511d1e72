package org.contentpack.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;

/**
 * JUnit's XML as build servers read it: a suite for each file with findings and for each pack
 * without, a case for each finding. Errors fail; what does not refuse a pack passes, with its text
 * as output; what is exempted is skipped.
 */
final class JUnitReport implements ReportWriting {

    @Override
    public void write(List<PackReport> packs, ReportSettings settings, Writer out)
            throws IOException {
        Map<String, List<Told>> suites = new LinkedHashMap<>();
        for (PackReport pack : packs) {
            List<Told> told = Told.of(List.of(pack));
            told.forEach(t -> suites.computeIfAbsent(t.path(), p -> new ArrayList<>()).add(t));
            if (told.isEmpty()) {
                suites.putIfAbsent(pack.path(""), new ArrayList<>());
            }
        }
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "contentpack");
            for (Map.Entry<String, List<Told>> suite : suites.entrySet()) {
                writeSuite(suite.getKey(), suite.getValue(), settings.pages(), xml);
            }
            line(xml, 0);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException("report cannot be written", e);
        }
    }

    private static void writeSuite(
            String name, List<Told> cases, RulePages pages, XMLStreamWriter xml)
            throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testsuite");
        attribute("name", name, xml);
        attribute("tests", String.valueOf(Math.max(1, cases.size())), xml);
        attribute(
                "failures", String.valueOf(cases.stream().filter(JUnitReport::fails).count()), xml);
        attribute("errors", "0", xml);
        attribute(
                "skipped",
                String.valueOf(cases.stream().filter(t -> t.reason().isPresent()).count()),
                xml);
        for (Told told : cases) {
            writeCase(name, told, pages, xml);
        }
        if (cases.isEmpty()) {
            line(xml, 2);
            xml.writeEmptyElement("testcase");
            attribute("classname", name, xml);
            attribute("name", "no findings", xml);
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void writeCase(String suite, Told told, RulePages pages, XMLStreamWriter xml)
            throws XMLStreamException {
        Finding finding = told.finding();
        line(xml, 2);
        xml.writeStartElement("testcase");
        attribute("classname", suite, xml);
        attribute(
                "name",
                finding.rule().code()
                        + told.position().map(p -> " " + p.line() + ":" + p.column()).orElse(""),
                xml);
        attribute("file", told.path(), xml);
        if (told.position().isPresent()) {
            attribute("line", String.valueOf(told.position().get().line()), xml);
        }
        line(xml, 3);
        if (told.reason().isPresent()) {
            xml.writeEmptyElement("skipped");
            attribute("message", told.reason().get(), xml);
        } else if (fails(told)) {
            xml.writeStartElement("failure");
            attribute("type", finding.rule().code(), xml);
            attribute("message", finding.message(), xml);
            xml.writeCharacters(text(told, pages));
            xml.writeEndElement();
        } else {
            xml.writeStartElement("system-out");
            xml.writeCharacters(text(told, pages));
            xml.writeEndElement();
        }
        line(xml, 2);
        xml.writeEndElement();
    }

    private static boolean fails(Told told) {
        return told.reason().isEmpty() && told.finding().severity() == Severity.ERROR;
    }

    private static String text(Told told, RulePages pages) {
        Finding finding = told.finding();
        List<String> lines = new ArrayList<>();
        lines.add(told.place() + ": " + finding.severity().id() + ": " + finding.message());
        lines.add(finding.hint());
        pages.of(finding.rule()).ifPresent(lines::add);
        return String.join("\n", lines.stream().map(Printable::text).toList());
    }

    /** XML has no way to write some characters: what cannot be seen is spelled out. */
    private static void attribute(String name, String value, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeAttribute(name, Printable.text(value));
    }

    private static void line(XMLStreamWriter xml, int level) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(level));
    }
}

package org.contentpack.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Finding;

/** For programs: the shape of findings that the server answers with, and what is beside it here. */
final class JsonReport implements ReportWriting {

    @Override
    public void write(List<PackReport> packs, ReportSettings settings, Writer out)
            throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("packs");
            for (PackReport pack : packs) {
                json.writeStartObject();
                json.writeStringField("pack", pack.path(""));
                json.writeStringField("about", pack.about().id());
                json.writeNumberField("total", pack.report().total());
                json.writeArrayFieldStart("findings");
                for (Told told : Told.of(List.of(pack))) {
                    writeFinding(told, settings.pages(), json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            Counts counts =
                    Counts.of(packs.stream().flatMap(p -> p.report().findings().stream()).toList());
            json.writeNumberField("errors", counts.errors());
            json.writeNumberField("warnings", counts.warnings());
            json.writeNumberField("infos", counts.infos());
            json.writeNumberField(
                    "exempted", packs.stream().mapToInt(p -> p.exempted().size()).sum());
            json.writeEndObject();
        }
        out.write("\n");
    }

    /** Two spaces and LF on every system; the writer stays the caller's. */
    static JsonGenerator generator(Writer out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.setPrettyPrinter(
                new DefaultPrettyPrinter()
                        .withArrayIndenter(indenter)
                        .withObjectIndenter(indenter));
        return json;
    }

    private static void writeFinding(Told told, RulePages pages, JsonGenerator json)
            throws IOException {
        Finding finding = told.finding();
        json.writeStartObject();
        json.writeStringField("code", finding.rule().code());
        json.writeStringField("severity", finding.severity().id());
        if (!finding.location().file().isEmpty()) {
            json.writeStringField("file", finding.location().file());
        }
        if (told.position().isPresent()) {
            json.writeNumberField("line", told.position().get().line());
            json.writeNumberField("column", told.position().get().column());
        }
        if (told.marked().isPresent()) {
            json.writeNumberField("startColumn", told.marked().get().startColumn());
            json.writeNumberField("endColumn", told.marked().get().endColumn());
        }
        json.writeStringField("message", finding.message());
        json.writeStringField("hint", finding.hint());
        write("suggestion", finding.suggestion(), json);
        write("page", pages.of(finding.rule()), json);
        write("exempted", told.reason(), json);
        json.writeStringField("fingerprint", told.fingerprint());
        json.writeEndObject();
    }

    private static void write(String key, Optional<String> text, JsonGenerator json)
            throws IOException {
        if (text.isPresent()) {
            json.writeStringField(key, text.get());
        }
    }
}

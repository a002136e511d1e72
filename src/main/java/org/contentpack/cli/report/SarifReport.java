package org.contentpack.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;

/**
 * SARIF 2.1.0: one run with the rules that were broken, and a result for each finding.
 *
 * <p>Paths are relative to {@code %SRCROOT%}, where the command ran, so that the same findings give
 * the same bytes on every machine.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport implements ReportWriting {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    @Override
    public void write(List<PackReport> packs, ReportSettings settings, Writer out)
            throws IOException {
        List<Told> all = Told.of(packs);
        List<Rule> rules = rules(all);
        try (JsonGenerator json = JsonReport.generator(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            writeTool(rules, settings, json);
            json.writeObjectFieldStart("originalUriBaseIds");
            json.writeObjectFieldStart(ROOT);
            writeText("description", "The folder in which the command ran.", json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("columnKind", "unicodeCodePoints");
            json.writeArrayFieldStart("results");
            List<String> codes = rules.stream().map(Rule::code).toList();
            for (Told told : all) {
                writeResult(told, codes.indexOf(told.finding().rule().code()), json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write("\n");
    }

    private static List<Rule> rules(List<Told> all) {
        SortedMap<String, Rule> rules = new TreeMap<>(Comparator.naturalOrder());
        all.forEach(told -> rules.putIfAbsent(told.finding().rule().code(), told.finding().rule()));
        return new ArrayList<>(rules.values());
    }

    private static void writeTool(List<Rule> rules, ReportSettings settings, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "contentpack");
        json.writeStringField("version", settings.version());
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.code());
            writeText("shortDescription", rule.message(), json);
            writeText("help", rule.hint(), json);
            Optional<String> address = settings.pages().addressOf(rule);
            if (address.isPresent()) {
                json.writeStringField("helpUri", address.get());
            }
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule.severity()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeResult(Told told, int rule, JsonGenerator json) throws IOException {
        Finding finding = told.finding();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().code());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", level(finding.severity()));
        writeText("message", finding.message() + " " + finding.hint(), json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(told.path()));
        if (!isAbsolute(told.path())) {
            json.writeStringField("uriBaseId", ROOT);
        }
        json.writeEndObject();
        writeRegion(told, json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("contentpack/v1", told.fingerprint());
        json.writeEndObject();
        if (told.reason().isPresent()) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("justification", told.reason().get());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeRegion(Told told, JsonGenerator json) throws IOException {
        if (told.position().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", told.position().get().line());
        if (told.marked().isPresent()) {
            MarkedLine marked = told.marked().get();
            json.writeNumberField("startColumn", marked.startColumn());
            json.writeNumberField("endColumn", marked.endColumn());
            writeText("snippet", Printable.text(marked.shownPart()), json);
        } else {
            json.writeNumberField("startColumn", told.position().get().column());
        }
        json.writeEndObject();
    }

    private static void writeText(String key, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** True where nothing is relative to where the command ran. */
    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.matches("[A-Za-z]:/.*");
    }

    /** Percent-encoded; a file's name may be what is wrong with it. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        if (isAbsolute(path)) {
            uri.append(path.startsWith("/") ? "file://" : "file:///");
        }
        for (byte b : path.getBytes(UTF_8)) {
            char c = (char) (b & 0xFF);
            if (UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}

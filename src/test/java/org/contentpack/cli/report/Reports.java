package org.contentpack.cli.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.cli.report.ReportSettings.Colour;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.finding.Report;
import org.contentpack.finding.Rule;

/** Findings that a test makes up, and what each format tells of them. */
final class Reports {

    static final ReportSettings PLAIN =
            new ReportSettings(Colour.NEVER, 80, RulePages.LOCAL, "1.0.0");

    private Reports() {}

    static Finding at(Rule rule, String file, int line, int column, Object... arguments) {
        return Finding.of(
                rule, new Location(file, Optional.of(new Position(line, column))), arguments);
    }

    static PackReport pack(String origin, Map<String, String> texts, Finding... findings) {
        return new PackReport(origin, Report.of(List.of(findings)), texts(texts));
    }

    static SourceTexts texts(Map<String, String> texts) {
        return file -> Optional.ofNullable(texts.get(file)).map(SourceTexts::split);
    }

    static String write(ReportFormat format, PackReport... packs) {
        return write(format, PLAIN, packs);
    }

    static String write(ReportFormat format, ReportSettings settings, PackReport... packs) {
        StringWriter out = new StringWriter();
        try {
            format.write(List.of(packs), settings, out);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be written", e);
        }
        return out.toString();
    }
}

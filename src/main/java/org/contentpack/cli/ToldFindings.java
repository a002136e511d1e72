package org.contentpack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contentpack.cli.remote.Plain;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Report;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;

/** Findings as a server told them, whose rules may be others than those of this version. */
final class ToldFindings {

    private ToldFindings() {}

    /** Those of an answer's member {@code findings}. */
    static Report of(JsonNode findings) {
        List<Finding> found = new ArrayList<>();
        for (JsonNode each : findings) {
            found.add(
                    Finding.of(
                            new Told(
                                    Plain.text(each.path("code").asText("?")),
                                    severity(each.path("severity").asText()),
                                    literally(Plain.text(each.path("message").asText())),
                                    literally(Plain.text(each.path("hint").asText()))),
                            location(each)));
        }
        return Report.of(found);
    }

    private static Location location(JsonNode finding) {
        int line = finding.path("line").asInt();
        int column = finding.path("column").asInt();
        return new Location(
                Plain.text(finding.path("file").asText()),
                line > 0 ? Optional.of(new Position(line, Math.max(1, column))) : Optional.empty());
    }

    /** What is not known to be less counts as an error: the server refused the pack. */
    private static Severity severity(String id) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.id().equals(id))
                .findFirst()
                .orElse(Severity.ERROR);
    }

    /** As a pattern of messages that gives the text itself. */
    private static String literally(String text) {
        return text.isEmpty() ? "" : "'" + text.replace("'", "''") + "'";
    }

    /** A rule as the server holds it. */
    private record Told(String code, Severity severity, String message, String hint)
            implements Rule {
        @Override
        public Refusal refusal() {
            return Refusal.CONTENT_INVALID;
        }
    }
}

package org.contentpack.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.sync.FleetEntry;
import org.contentpack.sync.Installation;
import org.contentpack.sync.ItemStatus;

/**
 * Installations as a table that spreadsheets open. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
 */
final class InstallationsCsv {

    static final String TYPE = "text/csv";

    private static final List<String> HEADINGS =
            List.of(
                    "target",
                    "pack",
                    "article",
                    "language",
                    "item",
                    "state",
                    "version",
                    "latest",
                    "behind",
                    "review",
                    "withdrawn",
                    "openSteps",
                    "drifted",
                    "status",
                    "alert",
                    "deadline",
                    "overdue",
                    "lastContact");

    private InstallationsCsv() {}

    static String of(List<FleetEntry> entries, Instant now) {
        StringBuilder table = new StringBuilder(row(HEADINGS));
        entries.forEach(entry -> table.append(row(cells(entry, now))));
        return table.toString();
    }

    private static List<String> cells(FleetEntry entry, Instant now) {
        Installation there = entry.installation();
        return List.of(
                there.target().value(),
                there.key().pack().value(),
                there.key().article().value(),
                there.key().language().tag(),
                there.item(),
                there.state().id(),
                there.version().text(),
                text(entry.latest()),
                Boolean.toString(entry.behind()),
                entry.review(),
                entry.withdrawn().orElse(""),
                Integer.toString(there.openSteps()),
                Boolean.toString(entry.drifted()),
                entry.status().map(ItemStatus::id).orElse(""),
                entry.alert().map(FleetEntry.Alert::text).orElse(""),
                text(entry.alert().map(FleetEntry.Alert::deadline)),
                text(entry.alert().map(alert -> alert.isOverdue(now))),
                text(entry.lastContact()));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(InstallationsCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String harmless = isFormula ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}

package org.contentpack.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;

/**
 * Commands of GitHub's workflows, one a line, and the count as plain text. Exempted findings are
 * left out.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">
 *     Workflow commands</a>
 */
final class GitHubReport implements ReportWriting {

    @Override
    public void write(List<PackReport> packs, ReportSettings settings, Writer out)
            throws IOException {
        for (Told told : Told.of(packs)) {
            if (told.reason().isEmpty()) {
                out.write(command(told, settings.pages()) + "\n");
            }
        }
        List<Finding> findings =
                packs.stream().flatMap(p -> p.report().findings().stream()).toList();
        out.write(Counts.of(findings) + ".\n");
    }

    private static String command(Told told, RulePages pages) {
        Finding finding = told.finding();
        List<String> properties = new ArrayList<>();
        properties.add("file=" + property(told.path()));
        told.position().ifPresent(p -> properties.add("line=" + p.line()));
        if (told.marked().isPresent()) {
            MarkedLine marked = told.marked().get();
            properties.add("col=" + marked.startColumn());
            properties.add("endColumn=" + marked.endColumn());
        } else {
            told.position().ifPresent(p -> properties.add("col=" + p.column()));
        }
        properties.add("title=" + property(finding.rule().code()));
        String text =
                finding.message()
                        + "\n"
                        + finding.hint()
                        + pages.of(finding.rule()).map(page -> "\n" + page).orElse("");
        return "::"
                + word(finding.severity())
                + " "
                + String.join(",", properties)
                + "::"
                + data(text);
    }

    private static String word(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.id();
    }

    private static String data(String text) {
        String lines = String.join("\n", text.lines().map(Printable::text).toList());
        return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

package org.contentpack.cli;

import java.io.IOException;
import java.util.List;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.cli.report.ReportSettings;
import org.contentpack.cli.report.RulePages;
import org.contentpack.finding.Report;
import org.contentpack.finding.Severity;

/** Tells findings where a command writes. */
final class Findings {

    private Findings() {}

    /**
     * Tells them.
     *
     * @return the exit code: whether any of them is an error, which a server refuses
     */
    static int tell(List<PackReport> packs, ReportFormat format, Terminal terminal)
            throws IOException {
        return tell(packs, format, RulePages.LOCAL, terminal);
    }

    /** Those of one pack that cannot be gone on with, for people. */
    static int tell(OpenedPack pack, Report report, Terminal terminal) throws IOException {
        return tell(
                List.of(new PackReport(pack.origin(), report, pack.texts())),
                ReportFormat.TEXT,
                terminal);
    }

    /** The same with the place where the documentation is read. */
    static int tell(List<PackReport> packs, ReportFormat format, RulePages pages, Terminal terminal)
            throws IOException {
        format.write(
                packs,
                new ReportSettings(
                        terminal.colour(),
                        Math.max(ReportSettings.MIN_WIDTH, terminal.width()),
                        pages,
                        ContentPack.Version.text()),
                terminal.out());
        terminal.out().flush();
        return packs.stream()
                        .flatMap(pack -> pack.report().findings().stream())
                        .anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? ExitCode.FINDINGS
                : ExitCode.FINE;
    }
}

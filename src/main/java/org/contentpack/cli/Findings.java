package org.contentpack.cli;

import java.io.IOException;
import java.util.List;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.cli.report.ReportSettings;
import org.contentpack.cli.report.RulePages;
import org.contentpack.finding.Severity;

/** Tells findings where a command writes. */
final class Findings {

    private Findings() {}

    /**
     * Tells them.
     *
     * @return the exit code: whether any of them counts
     */
    static int tell(List<PackReport> packs, ReportFormat format, Terminal terminal)
            throws IOException {
        format.write(
                packs,
                new ReportSettings(
                        terminal.colour(),
                        Math.max(ReportSettings.MIN_WIDTH, terminal.width()),
                        RulePages.LOCAL,
                        ContentPack.Version.text()),
                terminal.out());
        terminal.out().flush();
        return packs.stream()
                        .flatMap(pack -> pack.report().findings().stream())
                        .allMatch(finding -> finding.severity() == Severity.INFO)
                ? ExitCode.FINE
                : ExitCode.FINDINGS;
    }
}

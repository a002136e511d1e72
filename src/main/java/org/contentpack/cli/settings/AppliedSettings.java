package org.contentpack.cli.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.cli.report.PackReport.Exempted;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.finding.Reweighed;
import org.contentpack.finding.Severity;
import org.contentpack.finding.ToolRule;

/**
 * Settings while they are applied to the packs of one run: remembers which exemptions were needed.
 * For one thread.
 */
public final class AppliedSettings {

    private final AuthorSettings settings;
    private final LocalDate today;
    private final Set<Exemption> looked = new HashSet<>();
    private final Set<Exemption> matched = new HashSet<>();

    /**
     * @param today where the authors are
     */
    public AppliedSettings(AuthorSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    /** A report under the settings. */
    public record Weighed(Report report, List<Exempted> exempted) {
        public Weighed {
            exempted = List.copyOf(exempted);
        }
    }

    /**
     * What is left of a pack's report.
     *
     * @param packId as its manifest says; empty where it says none
     */
    public Weighed apply(Optional<String> packId, Report report) {
        List<Exemption> about =
                settings.exemptions().stream().filter(e -> e.isAbout(packId)).toList();
        looked.addAll(about);
        List<Finding> told = new ArrayList<>();
        List<Exempted> exempted = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Optional<Exemption> exemption =
                    about.stream().filter(e -> e.matches(finding)).findFirst();
            exemption.ifPresent(matched::add);
            if (exemption.filter(this::holds).isPresent()) {
                exempted.add(new Exempted(finding, exemption.get().reason()));
            } else {
                told.add(weighed(finding));
            }
        }
        return new Weighed(new Report(told, report.total() - exempted.size()), exempted);
    }

    /**
     * What there is to say about the file once all packs were looked at: what is wrong in it, what
     * ended, and what matched nothing in the packs it is about.
     */
    public Report findings() {
        List<Finding> findings = new ArrayList<>(settings.findings());
        for (Exemption exemption : settings.exemptions()) {
            if (!holds(exemption)) {
                findings.add(
                        Finding.of(
                                ToolRule.CFG_005,
                                exemption.place(),
                                exemption.rule(),
                                exemption.until()));
            } else if (looked.contains(exemption) && !matched.contains(exemption)) {
                findings.add(Finding.of(ToolRule.CFG_006, exemption.place(), exemption.rule()));
            }
        }
        return Report.of(findings);
    }

    private boolean holds(Exemption exemption) {
        return !today.isAfter(exemption.until());
    }

    private Finding weighed(Finding finding) {
        Severity severity = settings.severityOf(finding);
        return severity == finding.severity()
                ? finding
                : finding.under(new Reweighed(finding.rule(), severity));
    }
}

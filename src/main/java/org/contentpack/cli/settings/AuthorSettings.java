package org.contentpack.cli.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;

/**
 * What authors settled in {@code contentpack.yaml}: which rules weigh more or less to them, and
 * which findings they leave for a reason. It is for their tools: a server never reads it, so what a
 * server refuses cannot be lowered here.
 *
 * @param profile what becomes of warnings
 * @param docs where the documentation is read; empty for a checkout
 * @param severities by the code of the rule
 * @param findings what is wrong with the file itself; what is wrong has no effect
 */
public record AuthorSettings(
        Profile profile,
        Optional<URI> docs,
        Map<String, Severity> severities,
        List<Exemption> exemptions,
        List<Finding> findings) {

    /** Nothing is settled. */
    public static final AuthorSettings NONE =
            new AuthorSettings(Profile.STANDARD, Optional.empty(), Map.of(), List.of(), List.of());

    public AuthorSettings {
        severities = Map.copyOf(severities);
        exemptions = List.copyOf(exemptions);
        findings = List.copyOf(findings);
    }

    /** What becomes of warnings that no severity is given for. */
    public enum Profile {
        /** They stay warnings. */
        STANDARD,
        /** They are errors. */
        STRICT
    }

    /** The severity of a finding under these settings. */
    Severity severityOf(Finding finding) {
        Severity own = finding.severity();
        Severity standard =
                profile == Profile.STRICT && own == Severity.WARNING ? Severity.ERROR : own;
        return severities.getOrDefault(finding.rule().code(), standard);
    }
}

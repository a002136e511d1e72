package org.contentpack.cli.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code contentpack.yaml} spells, right or wrong; a component for each key. */
public record SettingsDocument(
        @Nullable String profile,
        @Nullable String docs,
        List<SeverityDocument> severities,
        List<ExemptionDocument> exemptions) {

    public SettingsDocument {
        severities = List.copyOf(severities);
        exemptions = List.copyOf(exemptions);
    }

    /** Another severity for a rule. */
    public record SeverityDocument(@Nullable String rule, @Nullable String severity) {}

    /** Findings that are not told, why, and until when. */
    public record ExemptionDocument(
            @Nullable String rule,
            @Nullable String pack,
            @Nullable String file,
            @Nullable String article,
            @Nullable String reason,
            @Nullable String until) {}
}

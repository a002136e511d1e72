package org.contentpack.finding;

import static org.contentpack.finding.Refusal.ARCHIVE_AMBIGUOUS;
import static org.contentpack.finding.Refusal.ARCHIVE_ENTRY_TYPE;
import static org.contentpack.finding.Refusal.ARCHIVE_LIMITS;
import static org.contentpack.finding.Refusal.ARCHIVE_MALFORMED;
import static org.contentpack.finding.Refusal.ARCHIVE_UNSAFE_PATH;
import static org.contentpack.finding.Refusal.ASSET_TYPE_MISMATCH;
import static org.contentpack.finding.Refusal.ASSET_UNSAFE;
import static org.contentpack.finding.Refusal.CONTENT_INVALID;
import static org.contentpack.finding.Refusal.MANIFEST_INVALID;
import static org.contentpack.finding.Refusal.MANIFEST_MISMATCH;
import static org.contentpack.finding.Refusal.VERSION_EXISTS;
import static org.contentpack.finding.Severity.ERROR;
import static org.contentpack.finding.Severity.INFO;
import static org.contentpack.finding.Severity.WARNING;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The catalogue of this project's rules. Their texts stand in {@code messages.properties} beside
 * this class, their documentation in {@code docs/rules.md}; a test holds the three together.
 *
 * <p>Codes are grouped by the part of the pack that is wrong, never by the class that noticed:
 * {@code PKG} the archive as a whole, {@code ENT} its entries, {@code MAN} the manifest, {@code ART}
 * an article's front matter and body, {@code REF} what points elsewhere, {@code MED} assets, {@code
 * VER} the step from the release before, {@code HLT} the health profile. A code is never reused.
 */
public enum BuiltInRule implements Rule {
    // archive
    // entries
    // manifest
    MAN_001(ERROR, MANIFEST_INVALID),
    MAN_002(ERROR, MANIFEST_INVALID),
    MAN_003(ERROR, MANIFEST_INVALID),
    MAN_004(ERROR, MANIFEST_INVALID),
    MAN_005(WARNING, MANIFEST_INVALID),
    MAN_006(ERROR, MANIFEST_INVALID),
    MAN_007(WARNING, MANIFEST_INVALID),
    MAN_008(WARNING, MANIFEST_INVALID),
    MAN_010(ERROR, MANIFEST_INVALID),
    MAN_011(ERROR, MANIFEST_INVALID),
    MAN_012(ERROR, MANIFEST_INVALID),
    MAN_013(ERROR, MANIFEST_INVALID),
    MAN_014(ERROR, MANIFEST_INVALID),
    MAN_015(ERROR, MANIFEST_INVALID),
    MAN_016(ERROR, MANIFEST_INVALID),
    MAN_017(ERROR, MANIFEST_INVALID),
    MAN_018(ERROR, MANIFEST_INVALID),
    MAN_019(ERROR, MANIFEST_INVALID),
    MAN_020(ERROR, MANIFEST_INVALID),
    MAN_021(ERROR, MANIFEST_INVALID),
    MAN_022(ERROR, MANIFEST_INVALID),
    MAN_023(ERROR, MANIFEST_INVALID),
    MAN_024(ERROR, MANIFEST_INVALID),
    MAN_025(ERROR, MANIFEST_INVALID),
    MAN_026(ERROR, MANIFEST_INVALID),
    MAN_027(ERROR, MANIFEST_INVALID),
    MAN_028(ERROR, MANIFEST_INVALID),
    MAN_029(ERROR, MANIFEST_INVALID),
    MAN_030(ERROR, MANIFEST_INVALID),
    MAN_031(ERROR, MANIFEST_INVALID),
    MAN_032(ERROR, MANIFEST_INVALID),
    MAN_040(ERROR, MANIFEST_INVALID),
    MAN_041(ERROR, MANIFEST_INVALID),
    MAN_042(ERROR, ARCHIVE_LIMITS),
    MAN_050(ERROR, MANIFEST_INVALID),
    MAN_051(ERROR, MANIFEST_INVALID),
    MAN_052(ERROR, MANIFEST_INVALID),
    MAN_053(ERROR, MANIFEST_INVALID),
    MAN_054(ERROR, MANIFEST_INVALID),
    MAN_055(ERROR, MANIFEST_INVALID),
    MAN_056(WARNING, MANIFEST_INVALID),
    MAN_057(WARNING, MANIFEST_INVALID),
    MAN_058(WARNING, MANIFEST_INVALID),
    MAN_059(ERROR, MANIFEST_INVALID),
    MAN_060(ERROR, MANIFEST_INVALID),
    MAN_061(ERROR, MANIFEST_INVALID),
    MAN_062(ERROR, MANIFEST_INVALID),
    MAN_063(ERROR, MANIFEST_INVALID),
    MAN_064(ERROR, MANIFEST_INVALID),
    MAN_065(ERROR, MANIFEST_INVALID),
    MAN_066(ERROR, MANIFEST_INVALID),
    // articles
    ART_001(ERROR, CONTENT_INVALID),
    ART_002(ERROR, CONTENT_INVALID),
    ART_003(ERROR, CONTENT_INVALID),
    ART_004(ERROR, CONTENT_INVALID),
    ART_005(WARNING, CONTENT_INVALID),
    ART_006(ERROR, CONTENT_INVALID),
    ART_007(WARNING, CONTENT_INVALID),
    ART_008(WARNING, CONTENT_INVALID),
    ART_010(ERROR, CONTENT_INVALID),
    ART_011(ERROR, CONTENT_INVALID),
    ART_012(ERROR, CONTENT_INVALID),
    ART_013(ERROR, CONTENT_INVALID),
    ART_014(ERROR, CONTENT_INVALID),
    ART_015(ERROR, CONTENT_INVALID),
    ART_016(ERROR, CONTENT_INVALID),
    ART_017(ERROR, CONTENT_INVALID),
    ART_018(ERROR, CONTENT_INVALID),
    ART_019(ERROR, CONTENT_INVALID),
    ART_020(ERROR, CONTENT_INVALID),
    ART_021(ERROR, CONTENT_INVALID),
    ART_022(ERROR, CONTENT_INVALID),
    ART_023(ERROR, CONTENT_INVALID),
    ART_024(ERROR, CONTENT_INVALID),
    ART_025(ERROR, CONTENT_INVALID),
    ART_026(ERROR, CONTENT_INVALID),
    ART_027(ERROR, CONTENT_INVALID),
    ART_028(ERROR, CONTENT_INVALID),
    ART_029(ERROR, CONTENT_INVALID),
    ART_030(ERROR, CONTENT_INVALID),
    ART_031(ERROR, CONTENT_INVALID),
    ART_032(ERROR, CONTENT_INVALID),
    ART_040(ERROR, CONTENT_INVALID),
    ART_041(ERROR, CONTENT_INVALID),
    ART_042(ERROR, ARCHIVE_LIMITS),
    ART_043(ERROR, CONTENT_INVALID),
    ART_044(ERROR, CONTENT_INVALID),
    ART_045(ERROR, CONTENT_INVALID),
    ART_046(ERROR, CONTENT_INVALID),
    ART_050(ERROR, CONTENT_INVALID),
    ART_051(ERROR, CONTENT_INVALID),
    ART_052(ERROR, CONTENT_INVALID),
    ART_053(ERROR, CONTENT_INVALID),
    ART_054(ERROR, CONTENT_INVALID),
    ART_055(ERROR, CONTENT_INVALID),
    ART_056(ERROR, CONTENT_INVALID),
    ART_057(ERROR, CONTENT_INVALID),
    ART_060(ERROR, CONTENT_INVALID),
    ART_061(ERROR, CONTENT_INVALID),
    ART_062(ERROR, CONTENT_INVALID),
    ART_063(ERROR, CONTENT_INVALID),
    ART_064(ERROR, CONTENT_INVALID),
    ART_065(ERROR, CONTENT_INVALID),
    ART_066(ERROR, CONTENT_INVALID),
    ART_067(ERROR, CONTENT_INVALID),
    ART_068(ERROR, CONTENT_INVALID),
    ART_069(ERROR, CONTENT_INVALID),
    ART_070(ERROR, CONTENT_INVALID),
    ART_071(ERROR, CONTENT_INVALID),
    // references
    // assets
    // versions
    // health
    ;

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.contentpack.finding.messages", Locale.ROOT);

    private final Severity severity;
    private final Refusal refusal;

    BuiltInRule(Severity severity, Refusal refusal) {
        this.severity = severity;
        this.refusal = refusal;
    }

    @Override
    public String code() {
        return name().replace('_', '-');
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }

    @Override
    public String message() {
        return TEXTS.getString(code());
    }

    @Override
    public String hint() {
        return TEXTS.getString(code() + ".hint");
    }
}

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
    PKG_001(ERROR, ARCHIVE_MALFORMED),
    PKG_002(ERROR, ARCHIVE_MALFORMED),
    PKG_003(ERROR, ARCHIVE_AMBIGUOUS),
    PKG_004(ERROR, ARCHIVE_AMBIGUOUS),
    PKG_005(ERROR, ARCHIVE_MALFORMED),
    PKG_006(ERROR, ARCHIVE_AMBIGUOUS),
    PKG_007(ERROR, ARCHIVE_MALFORMED),
    PKG_008(ERROR, ARCHIVE_MALFORMED),
    PKG_009(ERROR, ARCHIVE_MALFORMED),
    PKG_010(ERROR, ARCHIVE_MALFORMED),
    PKG_011(ERROR, ARCHIVE_MALFORMED),
    PKG_012(ERROR, ARCHIVE_AMBIGUOUS),
    PKG_013(ERROR, ARCHIVE_MALFORMED),
    PKG_014(ERROR, ARCHIVE_LIMITS),
    PKG_015(ERROR, ARCHIVE_LIMITS),
    PKG_016(ERROR, ARCHIVE_LIMITS),
    PKG_020(ERROR, MANIFEST_MISMATCH),
    PKG_021(ERROR, MANIFEST_MISMATCH),
    PKG_022(ERROR, MANIFEST_MISMATCH),
    PKG_023(ERROR, MANIFEST_MISMATCH),
    PKG_024(ERROR, MANIFEST_MISMATCH),
    PKG_025(ERROR, MANIFEST_MISMATCH),
    PKG_026(ERROR, MANIFEST_MISMATCH),
    // entries
    ENT_001(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_002(ERROR, ARCHIVE_MALFORMED),
    ENT_003(ERROR, ARCHIVE_MALFORMED),
    ENT_004(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_005(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_006(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_007(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_008(ERROR, ARCHIVE_MALFORMED),
    ENT_009(ERROR, ARCHIVE_MALFORMED),
    ENT_010(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_011(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_012(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_013(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_014(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_015(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_016(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_017(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_018(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_019(ERROR, ARCHIVE_ENTRY_TYPE),
    ENT_020(ERROR, ARCHIVE_MALFORMED),
    ENT_021(ERROR, ARCHIVE_MALFORMED),
    ENT_022(ERROR, ARCHIVE_MALFORMED),
    ENT_023(ERROR, ARCHIVE_MALFORMED),
    ENT_024(ERROR, ARCHIVE_MALFORMED),
    ENT_025(ERROR, ARCHIVE_MALFORMED),
    ENT_026(ERROR, ARCHIVE_MALFORMED),
    ENT_031(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_032(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_033(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_034(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_035(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_036(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_037(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_038(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_039(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_040(ERROR, ARCHIVE_UNSAFE_PATH),
    ENT_041(ERROR, ARCHIVE_LIMITS),
    ENT_042(ERROR, ARCHIVE_LIMITS),
    ENT_043(ERROR, ARCHIVE_LIMITS),
    ENT_044(ERROR, ARCHIVE_LIMITS),
    ENT_045(ERROR, ARCHIVE_LIMITS),
    ENT_051(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_052(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_053(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_054(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_055(ERROR, ARCHIVE_AMBIGUOUS),
    ENT_060(INFO, ARCHIVE_ENTRY_TYPE),
    ENT_061(ERROR, ARCHIVE_ENTRY_TYPE),
    // manifest
    // articles
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

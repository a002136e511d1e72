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
    // articles
    // references
    REF_001(ERROR, CONTENT_INVALID),
    REF_002(ERROR, CONTENT_INVALID),
    REF_003(ERROR, CONTENT_INVALID),
    REF_004(WARNING, CONTENT_INVALID),
    REF_005(ERROR, CONTENT_INVALID),
    REF_010(ERROR, CONTENT_INVALID),
    REF_011(ERROR, CONTENT_INVALID),
    REF_012(WARNING, CONTENT_INVALID),
    REF_020(ERROR, CONTENT_INVALID),
    REF_021(ERROR, CONTENT_INVALID),
    REF_022(ERROR, CONTENT_INVALID),
    REF_023(ERROR, CONTENT_INVALID),
    REF_024(ERROR, CONTENT_INVALID),
    REF_025(ERROR, CONTENT_INVALID),
    REF_029(ERROR, CONTENT_INVALID),
    REF_030(ERROR, CONTENT_INVALID),
    REF_031(ERROR, CONTENT_INVALID),
    REF_032(WARNING, CONTENT_INVALID),
    REF_033(WARNING, CONTENT_INVALID),
    REF_040(ERROR, CONTENT_INVALID),
    REF_041(ERROR, CONTENT_INVALID),
    REF_042(ERROR, CONTENT_INVALID),
    REF_043(ERROR, MANIFEST_MISMATCH),
    REF_044(ERROR, MANIFEST_MISMATCH),
    REF_045(ERROR, MANIFEST_MISMATCH),
    REF_046(ERROR, MANIFEST_MISMATCH),
    REF_047(WARNING, MANIFEST_MISMATCH),
    REF_050(ERROR, CONTENT_INVALID),
    REF_051(ERROR, CONTENT_INVALID),
    REF_052(ERROR, CONTENT_INVALID),
    REF_053(ERROR, CONTENT_INVALID),
    REF_054(ERROR, CONTENT_INVALID),
    REF_055(ERROR, CONTENT_INVALID),
    REF_060(ERROR, CONTENT_INVALID),
    REF_061(ERROR, CONTENT_INVALID),
    REF_062(ERROR, CONTENT_INVALID),
    REF_065(ERROR, CONTENT_INVALID),
    // assets
    MED_001(ERROR, ASSET_TYPE_MISMATCH),
    MED_002(ERROR, ARCHIVE_ENTRY_TYPE),
    MED_003(ERROR, ARCHIVE_ENTRY_TYPE),
    MED_004(ERROR, ASSET_TYPE_MISMATCH),
    MED_005(ERROR, ASSET_TYPE_MISMATCH),
    MED_006(ERROR, ASSET_UNSAFE),
    MED_007(ERROR, ASSET_UNSAFE),
    MED_008(ERROR, ASSET_UNSAFE),
    MED_009(ERROR, ASSET_UNSAFE),
    MED_010(ERROR, ASSET_TYPE_MISMATCH),
    MED_011(WARNING, ASSET_UNSAFE),
    MED_020(ERROR, ASSET_UNSAFE),
    MED_021(ERROR, ASSET_TYPE_MISMATCH),
    MED_022(ERROR, ASSET_TYPE_MISMATCH),
    MED_023(ERROR, ASSET_UNSAFE),
    MED_024(ERROR, ASSET_UNSAFE),
    MED_025(ERROR, ASSET_UNSAFE),
    MED_026(ERROR, ASSET_UNSAFE),
    MED_027(ERROR, ASSET_UNSAFE),
    MED_028(ERROR, ASSET_UNSAFE),
    MED_029(ERROR, ASSET_UNSAFE),
    // versions
    VER_001(ERROR, MANIFEST_MISMATCH),
    VER_002(ERROR, MANIFEST_MISMATCH),
    VER_003(ERROR, MANIFEST_MISMATCH),
    VER_004(ERROR, MANIFEST_MISMATCH),
    VER_005(WARNING, MANIFEST_MISMATCH),
    // health
    HLT_001(ERROR, CONTENT_INVALID),
    HLT_002(ERROR, CONTENT_INVALID),
    HLT_003(ERROR, CONTENT_INVALID),
    HLT_004(ERROR, CONTENT_INVALID),
    HLT_005(ERROR, CONTENT_INVALID),
    HLT_006(WARNING, CONTENT_INVALID),
    HLT_007(ERROR, CONTENT_INVALID),
    HLT_008(ERROR, CONTENT_INVALID),
    HLT_009(ERROR, CONTENT_INVALID),
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

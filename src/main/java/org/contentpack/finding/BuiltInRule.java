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

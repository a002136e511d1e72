package org.contentpack.ingest;

import static org.contentpack.finding.BuiltInRule.ART_026;
import static org.contentpack.finding.BuiltInRule.ART_027;
import static org.contentpack.finding.BuiltInRule.ART_032;
import static org.contentpack.finding.BuiltInRule.ART_042;
import static org.contentpack.finding.BuiltInRule.ART_062;
import static org.contentpack.finding.BuiltInRule.ART_066;
import static org.contentpack.finding.BuiltInRule.HLT_001;
import static org.contentpack.finding.BuiltInRule.HLT_002;
import static org.contentpack.finding.BuiltInRule.HLT_007;
import static org.contentpack.finding.BuiltInRule.MAN_026;
import static org.contentpack.finding.BuiltInRule.MAN_027;
import static org.contentpack.finding.BuiltInRule.MAN_032;
import static org.contentpack.finding.BuiltInRule.MAN_056;
import static org.contentpack.finding.BuiltInRule.MAN_057;
import static org.contentpack.finding.BuiltInRule.MAN_058;
import static org.contentpack.finding.BuiltInRule.REF_004;
import static org.contentpack.finding.Refusal.CONTENT_INVALID;
import static org.contentpack.finding.Refusal.MANIFEST_INVALID;
import static org.contentpack.finding.Severity.ERROR;
import static org.contentpack.finding.Severity.INFO;
import static org.contentpack.finding.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;

/**
 * The catalogue of what is told about a source, against {@link BuiltInRule}, which is about packs.
 * Texts stand in {@code messages.properties} beside this class, documentation in {@code
 * docs/ingest.md}; a test holds the three together.
 *
 * <p>An error keeps the draft from being published, or there is none; a warning asks a person to
 * look; the rest tells what was done. A code is never reused.
 */
public enum IngestRule implements Rule {
    // the file
    ING_001(ERROR, CONTENT_INVALID),
    ING_002(ERROR, CONTENT_INVALID),
    ING_003(WARNING, CONTENT_INVALID),
    ING_004(WARNING, CONTENT_INVALID),
    ING_005(ERROR, CONTENT_INVALID),
    ING_006(INFO, CONTENT_INVALID),
    ING_007(ERROR, CONTENT_INVALID),
    ING_008(WARNING, CONTENT_INVALID),
    ING_009(ERROR, CONTENT_INVALID),
    // the title
    ING_010(ERROR, MANIFEST_INVALID, ART_026, MAN_026),
    ING_011(WARNING, CONTENT_INVALID),
    ING_012(WARNING, CONTENT_INVALID),
    ING_013(WARNING, CONTENT_INVALID),
    ING_014(ERROR, MANIFEST_INVALID, ART_027, MAN_027),
    ING_015(WARNING, CONTENT_INVALID),
    // sections
    ING_020(ERROR, CONTENT_INVALID, ART_066),
    ING_021(WARNING, CONTENT_INVALID),
    ING_022(WARNING, CONTENT_INVALID),
    ING_023(INFO, CONTENT_INVALID),
    ING_025(WARNING, CONTENT_INVALID),
    ING_026(ERROR, CONTENT_INVALID, ART_042),
    ING_027(ERROR, CONTENT_INVALID, ART_062),
    // pictures and what else is shown
    ING_030(WARNING, CONTENT_INVALID),
    ING_031(WARNING, CONTENT_INVALID),
    ING_033(WARNING, CONTENT_INVALID),
    ING_034(WARNING, CONTENT_INVALID),
    // wording
    ING_040(WARNING, CONTENT_INVALID),
    ING_041(WARNING, CONTENT_INVALID),
    ING_042(WARNING, CONTENT_INVALID),
    // what is not the article's text
    ING_050(INFO, CONTENT_INVALID),
    ING_051(WARNING, CONTENT_INVALID),
    ING_052(INFO, CONTENT_INVALID),
    ING_055(WARNING, CONTENT_INVALID),
    ING_056(WARNING, CONTENT_INVALID, REF_004),
    ING_057(WARNING, CONTENT_INVALID),
    // what a pack has to say
    ING_060(ERROR, MANIFEST_INVALID, MAN_026),
    ING_061(WARNING, MANIFEST_INVALID),
    ING_062(ERROR, MANIFEST_INVALID, ART_026, MAN_026),
    ING_063(WARNING, MANIFEST_INVALID),
    ING_064(ERROR, MANIFEST_INVALID, ART_032, MAN_026, MAN_032),
    ING_065(ERROR, MANIFEST_INVALID, MAN_026),
    ING_067(ERROR, MANIFEST_INVALID, ART_026, MAN_026),
    ING_068(ERROR, MANIFEST_INVALID, ART_026, MAN_026),
    ING_069(ERROR, MANIFEST_INVALID, MAN_026),
    ING_070(WARNING, MANIFEST_INVALID, MAN_056, MAN_057, MAN_058),
    ING_071(ERROR, MANIFEST_INVALID, ART_026),
    ING_072(WARNING, MANIFEST_INVALID),
    // health
    ING_080(WARNING, MANIFEST_INVALID),
    ING_081(WARNING, CONTENT_INVALID),
    ING_082(WARNING, CONTENT_INVALID),
    ING_083(ERROR, CONTENT_INVALID, HLT_007),
    ING_084(ERROR, CONTENT_INVALID, HLT_007),
    ING_085(ERROR, CONTENT_INVALID, HLT_001),
    ING_086(INFO, CONTENT_INVALID),
    ING_087(ERROR, CONTENT_INVALID, HLT_002),
    ING_088(ERROR, CONTENT_INVALID, HLT_002),
    ;

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.contentpack.ingest.messages", Locale.ROOT);

    private final Severity severity;
    private final Refusal refusal;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; its type cannot say so.
    private final List<BuiltInRule> leaves;

    IngestRule(Severity severity, Refusal refusal, BuiltInRule... leaves) {
        this.severity = severity;
        this.refusal = refusal;
        this.leaves = List.of(leaves);
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

    /** Rules for packs of which the draft breaks one or more until a person has decided. */
    public List<BuiltInRule> leaves() {
        return leaves;
    }

    @Override
    public String message() {
        return TEXTS.getString(code());
    }

    @Override
    public String hint() {
        return TEXTS.getString(code() + ".hint");
    }

    @Override
    public Optional<String> page() {
        return Optional.of("docs/ingest.md#" + code().toLowerCase(Locale.ROOT));
    }
}

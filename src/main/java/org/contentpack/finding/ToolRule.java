package org.contentpack.finding;

import static org.contentpack.finding.Severity.ERROR;
import static org.contentpack.finding.Severity.WARNING;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The catalogue of what authors' tools say about themselves, against {@link BuiltInRule}, which is
 * about packs: {@code CFG} the file {@code contentpack.yaml}, {@code EXT} rules of others.
 *
 * <p>No server raises them. Texts stand in {@code tool-messages.properties} beside this class,
 * documentation in {@code docs/findings.md}; a test holds the three together. A code is never
 * reused.
 */
public enum ToolRule implements Rule {
    // contentpack.yaml
    CFG_001(ERROR),
    CFG_002(ERROR),
    CFG_003(ERROR),
    CFG_004(ERROR),
    CFG_005(WARNING),
    CFG_006(WARNING),
    CFG_007(ERROR),
    CFG_008(ERROR),
    CFG_009(ERROR),
    CFG_010(ERROR),
    CFG_011(ERROR),
    CFG_012(ERROR),
    // rules of others
    EXT_001(ERROR),
    EXT_002(ERROR),
    EXT_003(ERROR),
    EXT_004(ERROR),
    EXT_005(ERROR),
    EXT_006(ERROR),
    ;

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.contentpack.finding.tool-messages", Locale.ROOT);

    private final Severity severity;

    ToolRule(Severity severity) {
        this.severity = severity;
    }

    @Override
    public String code() {
        return name().replace('_', '-');
    }

    @Override
    public Severity severity() {
        return severity;
    }

    /** Nothing is refused for these. */
    @Override
    public Refusal refusal() {
        return Refusal.MANIFEST_INVALID;
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
        return Optional.of("docs/findings.md#" + code().toLowerCase(Locale.ROOT));
    }
}

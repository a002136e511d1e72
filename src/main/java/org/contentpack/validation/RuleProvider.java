package org.contentpack.validation;

import java.util.List;
import org.contentpack.finding.Rule;

/**
 * What somebody else's jar brings to authors' tools: rules, and the checks that hold packs to them.
 * Found by {@link java.util.ServiceLoader}: the jar has the name of the implementing class, which
 * is public and has a public constructor without parameters, in {@code
 * META-INF/services/org.contentpack.validation.RuleProvider}.
 *
 * <p>This interface and what it leads to ({@link Rule}, {@link PackRule}, {@link PackContext},
 * {@link org.contentpack.finding.Finding}) only ever grow: what compiles against one version runs
 * with later ones. The servers do not load providers: all of them hold packs to the same rules.
 */
public interface RuleProvider {

    /**
     * Each rule that the checks may tell of. Their codes are three upper-case letters, a hyphen and
     * three digits, with letters that this project does not use; their texts are formats of {@link
     * java.text.MessageFormat}. They are read once.
     */
    List<Rule> rules();

    /** Run on each pack behind the checks of this project, in this order. */
    List<PackRule> checks();
}

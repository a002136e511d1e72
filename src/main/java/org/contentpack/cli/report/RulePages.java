package org.contentpack.cli.report;

import java.net.URI;
import java.util.Optional;
import org.contentpack.finding.Rule;

/**
 * Where the pages of rules are read.
 *
 * @param base what pages of this project are relative to; empty where they are told as paths, to be
 *     opened in a checkout
 */
public record RulePages(Optional<URI> base) {

    /** Paths in a checkout. */
    public static final RulePages LOCAL = new RulePages(Optional.empty());

    public RulePages {
        if (base.isPresent() && !base.get().isAbsolute()) {
            throw new IllegalArgumentException("base must be absolute: " + base.get());
        }
    }

    /** An address, or a path. */
    Optional<String> of(Rule rule) {
        return rule.page().map(page -> base.map(b -> b.resolve(page).toString()).orElse(page));
    }

    /** Only where it is an address of the web, which can be followed from anywhere. */
    Optional<String> addressOf(Rule rule) {
        return of(rule).filter(page -> page.startsWith("https://") || page.startsWith("http://"));
    }
}

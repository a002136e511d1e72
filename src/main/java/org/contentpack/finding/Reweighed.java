package org.contentpack.finding;

import java.util.Optional;

/** A rule that somebody gives another severity; all else is the rule's. */
public record Reweighed(Rule rule, Severity severity) implements Rule {

    @Override
    public String code() {
        return rule.code();
    }

    @Override
    public Refusal refusal() {
        return rule.refusal();
    }

    @Override
    public String message() {
        return rule.message();
    }

    @Override
    public String hint() {
        return rule.hint();
    }

    @Override
    public Optional<String> page() {
        return rule.page();
    }
}

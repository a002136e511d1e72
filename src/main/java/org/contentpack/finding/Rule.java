package org.contentpack.finding;

import java.util.Optional;

/**
 * What a check requires, by a code that never changes its meaning, against {@link Finding}, one
 * place where it does not hold.
 *
 * <p>The rules of this project are {@link BuiltInRule}; others may bring their own.
 */
public interface Rule {

    /** Three letters by part of the pack and three digits: {@code ENT-004}. */
    String code();

    Severity severity();

    /**
     * What a pack is refused for where this rule is of severity {@code ERROR} and does not hold.
     */
    Refusal refusal();

    /**
     * What is wrong: full sentences with {@code {0}}, {@code {1}} … for the arguments, in the form
     * of {@link java.text.MessageFormat}.
     */
    String message();

    /** What to do, in the same form and with the same arguments. */
    String hint();

    /**
     * Where the rule is documented: an address, or a path in this project such as {@code
     * docs/rules.md#man-004}; empty where it is nowhere.
     */
    default Optional<String> page() {
        return Optional.empty();
    }
}

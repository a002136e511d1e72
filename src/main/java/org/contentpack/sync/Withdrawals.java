package org.contentpack.sync;

import org.contentpack.registry.Withdrawal;

/** Why an article is no longer to stand in a CMS, in words for its editors. */
final class Withdrawals {

    static final String NOT_THERE = "The article is not in this release.";

    private Withdrawals() {}

    static String sentence(Withdrawal withdrawal) {
        return "The article was withdrawn ("
                + withdrawal.kind().id()
                + ")"
                + withdrawal.note().map(note -> ": " + note).orElse(".");
    }
}

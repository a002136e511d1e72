package org.contentpack.sync;

import org.contentpack.registry.Withdrawal;

/** Why an article is no longer to stand in a CMS, in words for its editors. */
final class Reasons {

    static final String NOT_THERE = "The article is not in this release.";

    static final String HELD =
            "The translation lacks a safety change of its source, and is held back until it is"
                    + " translated anew.";

    private Reasons() {}

    static String withdrawn(Withdrawal withdrawal) {
        return "The article was withdrawn ("
                + withdrawal.kind().id()
                + ")"
                + withdrawal.note().map(note -> ": " + note).orElse(".");
    }
}

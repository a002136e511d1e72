package org.contentpack.validation;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;

/** Takes the first {@value #LIMIT} findings of a rule: what an editor looks at in one go. */
final class AtMost implements Consumer<Finding> {

    static final int LIMIT = 100;

    private final Consumer<Finding> found;
    private int taken;

    AtMost(Consumer<Finding> found) {
        this.found = found;
    }

    @Override
    public void accept(Finding finding) {
        if (taken < LIMIT) {
            taken++;
            found.accept(finding);
        }
    }
}

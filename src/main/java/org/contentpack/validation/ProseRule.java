package org.contentpack.validation;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;

/**
 * One check of the sentences of the articles of a pack, one after the other, against {@link
 * PackRule}, which looks at the pack. Made anew for each pack, so it may remember articles before;
 * for one thread.
 */
@FunctionalInterface
interface ProseRule {

    /** Reports each place where the state does not hold, in the order of the text. */
    void check(Prose prose, Consumer<Finding> found);
}

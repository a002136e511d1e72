package org.contentpack.validation;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;

/**
 * One check of the sentences of one article, against {@link PackRule}, which looks at a pack. Keeps
 * no state and may be used by several threads.
 */
@FunctionalInterface
interface ProseRule {

    /** Reports each place where the state does not hold, in the order of the text. */
    void check(Prose prose, Consumer<Finding> found);
}

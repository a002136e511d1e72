package org.contentpack.validation;

import java.io.IOException;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;

/**
 * One check that spans several values or files of a pack, against constraints, which look at one
 * value, and against {@link org.contentpack.finding.Rule}, which names and words what is checked.
 *
 * <p>An implementation is named by the state that must hold. It looks at documents, in which any
 * value may be absent or malformed, and skips what it cannot read: the readers report that. It
 * keeps no state and may be used by several threads.
 */
@FunctionalInterface
public interface PackRule {

    /**
     * Reports each place where the state does not hold, in any order.
     *
     * @throws IOException where the pack's bytes can no longer be read; never for what they spell
     */
    void check(PackContext context, Consumer<Finding> found) throws IOException;
}

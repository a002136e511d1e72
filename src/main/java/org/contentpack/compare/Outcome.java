package org.contentpack.compare;

import java.util.Optional;

/**
 * What merging came to at one {@link Place}. A text that is absent means that the place is not
 * there: not yet, or no more.
 */
public sealed interface Outcome {

    /** Both sides have the same, whether or not they changed it. */
    record Same(Optional<String> text) implements Outcome {}

    /** Only the release changed it: the release's is taken. */
    record Taken(Optional<String> before, Optional<String> text) implements Outcome {}

    /** Only an editor changed it: the local one is kept. */
    record Kept(Optional<String> before, Optional<String> text) implements Outcome {}

    /**
     * Both changed it, in different spots: a merged text is proposed. Two right texts can merge
     * into wrong advice, so a person has to agree.
     */
    record Proposed(Optional<String> base, String ours, String theirs, String text)
            implements Outcome {}

    /** Both changed it in the same spot, or one changed what the other took away. */
    record Conflict(Optional<String> base, Optional<String> ours, Optional<String> theirs)
            implements Outcome {}

    /** True where a person has to decide. */
    default boolean isOpen() {
        return this instanceof Proposed || this instanceof Conflict;
    }
}

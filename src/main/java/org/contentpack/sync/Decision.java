package org.contentpack.sync;

import java.time.Instant;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Place;

/**
 * How a person settled one open step of a plan.
 *
 * @param person who decided, in the words of whoever sent it
 * @param reason why
 * @param caller the credential with which it was sent
 */
public record Decision(
        ItemKey item,
        Place place,
        Choice choice,
        String person,
        String reason,
        String caller,
        Instant at) {

    /** Longest person and reason in characters. */
    public static final int MAX_LENGTH = 1_000;

    public Decision {
        if (person.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a decision needs a person and a reason");
        }
    }
}

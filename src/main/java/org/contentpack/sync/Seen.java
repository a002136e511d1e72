package org.contentpack.sync;

import java.util.Optional;

/**
 * What was last seen of an item: against {@link Drift}, which says what was changed, this says only
 * that it was.
 *
 * @param isDrifted whether it was found changed by hand
 * @param status who could see it; empty where it was not there
 */
public record Seen(boolean isDrifted, Optional<ItemStatus> status) {

    /** Nobody has looked yet. */
    static final Seen NOT_YET = new Seen(false, Optional.empty());
}

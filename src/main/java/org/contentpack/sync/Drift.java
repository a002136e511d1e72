package org.contentpack.sync;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.contentpack.compare.Step;

/**
 * One item that is no longer as the last apply left it.
 *
 * @param item the CMS's name for it
 * @param state what has become of it
 * @param steps where its content was changed by hand, as {@link
 *     org.contentpack.compare.Outcome.Kept}
 */
public record Drift(
        ItemKey key, String item, State state, Optional<URI> editAddress, List<Step> steps) {

    public Drift {
        steps = List.copyOf(steps);
    }

    /** What has become of an item. */
    public enum State {
        /** Its content was changed by hand. */
        CHANGED,
        /** It was put into the CMS's trash. */
        TRASHED,
        /** It is not there any more. */
        DELETED,
        /** A copy of an item, which is left alone. */
        COPY;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

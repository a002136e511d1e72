package org.contentpack.sync;

import java.time.Instant;
import java.util.Optional;
import org.contentpack.version.Version;

/**
 * One installation with what its pack's registry says of it now.
 *
 * @param latest the version that the target would get now; empty where nothing is left to show
 * @param behind whether that is a newer one
 * @param review the word of {@link org.contentpack.registry.ReviewState#id}, or "unknown" where the
 *     article is no longer there
 * @param withdrawn why the text that stands there was withdrawn, as the kind's word
 * @param alert where readers of what stands there may come to harm
 * @param drifted whether it was found changed by hand when the CMS was last read
 * @param status who could see it then; empty where it was not there or nobody has looked
 * @param lastContact when the CMS last answered
 */
public record FleetEntry(
        Installation installation,
        Optional<Version> latest,
        boolean behind,
        String review,
        Optional<String> withdrawn,
        Optional<Alert> alert,
        boolean drifted,
        Optional<ItemStatus> status,
        Optional<Instant> lastContact) {

    /**
     * A safety change has not arrived.
     *
     * @param since the version that has it
     * @param text what it says
     * @param deadline by when it has to be applied; the target's policy does not matter
     */
    public record Alert(Version since, String text, Instant deadline) {

        public boolean isOverdue(Instant now) {
            return now.isAfter(deadline);
        }
    }
}

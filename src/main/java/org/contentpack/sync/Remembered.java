package org.contentpack.sync;

import org.contentpack.compare.Choice;
import org.contentpack.pack.Digest;

/**
 * A decision with what it was made on, so that nobody is asked twice.
 *
 * @param ours digest of the release's text at the place
 * @param theirs digest of the local text at the place
 */
public record Remembered(Decision decision, Digest ours, Digest theirs) {

    /**
     * True where the decision holds for these texts too. A local text that stays may go on
     * changing; one that is to be replaced may not.
     */
    boolean holds(Digest oursNow, Digest theirsNow) {
        return ours.equals(oursNow)
                && (decision.choice() instanceof Choice.KeepLocal || theirs.equals(theirsNow));
    }
}

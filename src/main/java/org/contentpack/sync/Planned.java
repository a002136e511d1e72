package org.contentpack.sync;

import java.util.Optional;
import org.contentpack.compare.ContentMerge;

/**
 * An item of a plan with what it was made from, held in memory while the plan is made or applied.
 *
 * @param stands the item as read; empty where there is none
 * @param installation the entry that its base came from; empty where there is none
 * @param merge empty where there is nothing to merge: an item to be made, retired or left away
 */
record Planned(
        PlanItem item,
        Optional<Item> stands,
        Optional<Installation> installation,
        Optional<ContentMerge> merge) {

    Planned with(PlanItem other) {
        return new Planned(other, stands, installation, merge);
    }
}

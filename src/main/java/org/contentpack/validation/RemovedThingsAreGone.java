package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_055;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.Locations;
import org.contentpack.manifest.ManifestDocument.RemovalDocument;

/** REF-055: what is named as removed is not in the pack. */
final class RemovedThingsAreGone implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        context.manifest()
                .ifPresent(m -> check(context, m.document().removed(), m.locations(), found));
    }

    private static void check(
            PackContext context,
            List<RemovalDocument> removed,
            Locations locations,
            Consumer<Finding> found) {
        for (int i = 0; i < removed.size(); i++) {
            RemovalDocument removal = removed.get(i);
            Optional<PackItem> item = PackItem.of(removal.kind(), removal.article(), removal.id());
            if (item.isPresent() && item.get().isIn(context)) {
                found.accept(
                        Finding.of(
                                REF_055, locations.of("/removed/" + i + "/id"), item.get().name()));
            }
        }
    }
}

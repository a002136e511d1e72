package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_050;
import static org.contentpack.finding.BuiltInRule.REF_051;
import static org.contentpack.finding.BuiltInRule.REF_052;
import static org.contentpack.finding.BuiltInRule.REF_053;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.Locations;
import org.contentpack.manifest.ManifestDocument.RedirectDocument;

/**
 * REF-050, REF-051, REF-052, REF-053: a redirect leads from something that is gone straight to
 * something that is there.
 */
final class RedirectsLeadFromGoneToPresent implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        context.manifest()
                .ifPresent(m -> check(context, m.document().redirects(), m.locations(), found));
    }

    private static void check(
            PackContext context,
            List<RedirectDocument> redirects,
            Locations locations,
            Consumer<Finding> found) {
        Map<PackItem, PackItem> next = new HashMap<>();
        for (RedirectDocument redirect : redirects) {
            from(redirect).ifPresent(from -> to(redirect).ifPresent(to -> next.put(from, to)));
        }
        Set<PackItem> inCircles = inCircles(next);
        for (int i = 0; i < redirects.size(); i++) {
            Optional<PackItem> from = from(redirects.get(i));
            Optional<PackItem> to = to(redirects.get(i));
            Location fromPlace = locations.of("/redirects/" + i + "/from");
            if (from.isPresent() && from.get().isIn(context)) {
                found.accept(Finding.of(REF_051, fromPlace, from.get().name()));
            }
            if (from.isEmpty() || to.isEmpty() || to.get().isIn(context)) {
                continue;
            }
            if (inCircles.contains(from.get())) {
                found.accept(Finding.of(REF_053, fromPlace, from.get().name()));
            } else if (next.containsKey(to.get())) {
                found.accept(Finding.of(REF_052, fromPlace, from.get().name(), to.get().name()));
            } else {
                found.accept(
                        Finding.of(
                                        REF_050,
                                        locations.of("/redirects/" + i + "/to"),
                                        to.get().name())
                                .suggesting(to.get().meant(context)));
            }
        }
    }

    /** What leads back to itself; each item is passed once, since chains may be long and many. */
    private static Set<PackItem> inCircles(Map<PackItem, PackItem> next) {
        Set<PackItem> inCircles = new HashSet<>();
        Set<PackItem> passed = new HashSet<>();
        for (PackItem start : next.keySet()) {
            Set<PackItem> way = new HashSet<>();
            PackItem at = start;
            while (at != null && passed.add(at)) {
                way.add(at);
                at = next.get(at);
            }
            // Only a way that meets itself has closed a circle; one that meets another has not.
            while (at != null && way.remove(at)) {
                inCircles.add(at);
                at = next.get(at);
            }
        }
        return inCircles;
    }

    private static Optional<PackItem> from(RedirectDocument redirect) {
        return PackItem.of(redirect.kind(), redirect.article(), redirect.from());
    }

    private static Optional<PackItem> to(RedirectDocument redirect) {
        return PackItem.of(redirect.kind(), redirect.article(), redirect.to());
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_054;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.Locations;
import org.contentpack.manifest.ManifestDocument.RedirectDocument;

/** REF-054: no two redirects lead from the same name. */
final class RedirectsAreUnique implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        context.manifest().ifPresent(m -> check(m.document().redirects(), m.locations(), found));
    }

    private static void check(
            List<RedirectDocument> redirects, Locations locations, Consumer<Finding> found) {
        Set<PackItem> seen = new HashSet<>();
        for (int i = 0; i < redirects.size(); i++) {
            RedirectDocument redirect = redirects.get(i);
            Optional<PackItem> from =
                    PackItem.of(redirect.kind(), redirect.article(), redirect.from());
            if (from.isPresent() && !seen.add(from.get())) {
                found.accept(
                        Finding.of(
                                REF_054,
                                locations.of("/redirects/" + i + "/from"),
                                from.get().name()));
            }
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.VER_002;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.OutlineChange;

/**
 * VER-002: what went away since the previous release is redirected or named as removed.
 *
 * <p>A translation has no name of its own in either list; that it went away shows in the version.
 */
final class LossesAreAnnounced implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Optional<Located<ManifestDocument>> manifest = context.manifest();
        if (manifest.isEmpty() || context.previous().isEmpty()) {
            return;
        }
        Set<PackItem> removed =
                manifest.get().document().removed().stream()
                        .flatMap(r -> PackItem.of(r.kind(), r.article(), r.id()).stream())
                        .collect(Collectors.toSet());
        for (OutlineChange change : context.outlineChanges()) {
            Optional<PackItem> lost = lost(change);
            if (lost.isPresent() && !removed.contains(lost.get())) {
                found.accept(
                        Finding.of(
                                VER_002,
                                manifest.get().locations().of("/removed"),
                                change.part().id(),
                                change.name(),
                                context.previous().get().manifest().version()));
            }
        }
    }

    private static Optional<PackItem> lost(OutlineChange change) {
        if (change.action() != OutlineChange.Action.REMOVED) {
            return Optional.empty();
        }
        String name = change.name();
        return switch (change.part()) {
            case ARTICLE -> Optional.of(new PackItem(ItemKind.ARTICLE, Optional.empty(), name));
            case ASSET -> Optional.of(new PackItem(ItemKind.ASSET, Optional.empty(), name));
            case SECTION -> {
                int hash = name.indexOf('#');
                yield Optional.of(
                        new PackItem(
                                ItemKind.SECTION,
                                Optional.of(name.substring(0, hash)),
                                name.substring(hash + 1)));
            }
            case LANGUAGE, LICENSE, TRANSLATION -> Optional.empty();
        };
    }
}

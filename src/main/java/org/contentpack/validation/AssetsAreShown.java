package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_047;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.AssetDocument;
import org.contentpack.pack.Destination;

/** REF-047: every asset of the manifest is shown by an article or linked from one. */
final class AssetsAreShown implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Set<String> used = new TreeSet<>();
        context.articles().forEach(article -> used.addAll(usedBy(article)));
        Optional<Located<ManifestDocument>> manifest = context.manifest();
        if (manifest.isEmpty()) {
            return;
        }
        Set<String> files = context.files();
        List<AssetDocument> assets = manifest.get().document().assets();
        for (int i = 0; i < assets.size(); i++) {
            String path = assets.get(i).path();
            if (path != null && files.contains(path) && !used.contains(path)) {
                found.accept(
                        Finding.of(
                                REF_047,
                                manifest.get().locations().of("/assets/" + i + "/path"),
                                path));
            }
        }
    }

    /** The paths in the pack that an article shows or links to. */
    static Set<String> usedBy(ArticleDocument article) {
        Set<String> used = new TreeSet<>();
        article.body()
                .sections()
                .forEach(
                        section -> {
                            section.images().forEach(i -> add(used, i.destination(), article));
                            section.links().forEach(l -> add(used, l.destination(), article));
                        });
        return used;
    }

    private static void add(Set<String> used, String destination, ArticleDocument article) {
        if (Destination.of(destination, article.file()) instanceof Destination.Inside inside) {
            inside.path().ifPresent(used::add);
        }
    }
}

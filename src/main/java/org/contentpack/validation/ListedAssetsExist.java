package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_043;
import static org.contentpack.finding.BuiltInRule.REF_045;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.AssetDocument;
import org.contentpack.pack.FilePath;

/** REF-043, REF-045: what the manifest lists is there, and is listed once. */
final class ListedAssetsExist implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        context.manifest().ifPresent(manifest -> check(manifest, context, found));
    }

    private static void check(
            Located<ManifestDocument> manifest, PackContext context, Consumer<Finding> found) {
        // A file that is listed was not meant by another entry.
        Set<String> unlisted = new TreeSet<>(context.files());
        unlisted.removeIf(file -> !file.startsWith("assets/"));
        unlisted.removeAll(context.listedAssets());
        List<AssetDocument> assets = manifest.document().assets();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < assets.size(); i++) {
            String path = assets.get(i).path();
            if (path == null || FilePath.parse(path).isEmpty()) {
                continue;
            }
            Location place = manifest.locations().of("/assets/" + i + "/path");
            if (!seen.add(path)) {
                found.accept(Finding.of(REF_045, place, path));
            } else if (!path.startsWith("assets/") || !context.files().contains(path)) {
                found.accept(
                        Finding.of(REF_043, place, path)
                                .suggesting(context.nearest(path, unlisted)));
            }
        }
    }
}

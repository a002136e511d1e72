package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_044;
import static org.contentpack.finding.BuiltInRule.REF_046;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;

/**
 * REF-044, REF-046: every file is the manifest, an article, or a listed asset.
 *
 * <p>What stands under {@code articles} and is none has been reported where articles are read.
 */
final class FilesHaveAPlace implements PackRule {

    /** The manifest, and what has a finding of its own for being named like it. */
    private static final Set<String> MANIFESTS =
            Set.of("pack.yaml", "pack.yml", "manifest.yaml", "manifest.yml");

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Set<String> listed = context.listedAssets();
        for (FileEntry entry : context.document().files().list().entries()) {
            FilePath path = entry.path();
            if (path.isIn("assets")) {
                // Without a manifest nothing is listed, and one finding says so.
                if (context.manifest().isPresent() && !listed.contains(path.value())) {
                    found.accept(Finding.of(REF_044, Location.of(path), path));
                }
            } else if (!MANIFESTS.contains(path.value().toLowerCase(Locale.ROOT))
                    && !path.isIn("articles")) {
                found.accept(Finding.of(REF_046, Location.of(path), path));
            }
        }
    }
}

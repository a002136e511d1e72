package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.VER_005;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.ChangeDocument;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;

/** VER-005: an article with a change note has changed, or a picture that it shows has. */
final class ChangeNotesTellOfChanges implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Optional<Located<ManifestDocument>> manifest = context.manifest();
        if (manifest.isPresent() && context.previous().isPresent()) {
            check(context, manifest.get(), context.previous().get(), found);
        }
    }

    private static void check(
            PackContext context,
            Located<ManifestDocument> manifest,
            Release previous,
            Consumer<Finding> found) {
        Map<String, ArticleSteps> steps = context.steps();
        Map<String, Boolean> showsOthers = new HashMap<>();
        FileList now = context.document().files().list();
        List<ChangeDocument> changes = manifest.document().changes();
        for (int i = 0; i < changes.size(); i++) {
            String id = changes.get(i).article();
            ArticleSteps step = id == null ? null : steps.get(id);
            if (id != null
                    && step != null
                    && step.isUnchanged()
                    && !showsOthers.computeIfAbsent(
                            id, a -> showsOtherPictures(context.articles(a), now, previous))) {
                found.accept(
                        Finding.of(
                                VER_005,
                                manifest.locations().of("/changes/" + i + "/article"),
                                id,
                                previous.manifest().version()));
            }
        }
    }

    private static boolean showsOtherPictures(
            List<ArticleDocument> languages, FileList now, Release previous) {
        FileList before = previous.files();
        return languages.stream()
                .flatMap(article -> AssetsAreShown.usedBy(article).stream())
                .flatMap(path -> FilePath.parse(path).stream())
                .anyMatch(
                        path ->
                                !now.find(path)
                                        .map(FileEntry::digest)
                                        .equals(before.find(path).map(FileEntry::digest)));
    }
}

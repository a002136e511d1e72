package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.VER_003;
import static org.contentpack.finding.BuiltInRule.VER_004;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.ChangeDocument;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;

/**
 * VER-003, VER-004: every article of which a file changed has a note, and what is new has one of
 * the kind {@code addition}.
 */
final class ChangedArticlesHaveNotes implements PackRule {

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
        Location place = manifest.locations().of("/changes");
        Set<String> noted = new HashSet<>();
        Set<String> notedAsAddition = new HashSet<>();
        for (ChangeDocument note : manifest.document().changes()) {
            String article = note.article();
            if (article == null) {
                continue;
            }
            noted.add(article);
            if (ChangeKind.ADDITION.id().equals(note.kind())) {
                notedAsAddition.add(article);
            }
        }
        for (Map.Entry<String, ArticleSteps> entry : context.steps().entrySet()) {
            String id = entry.getKey();
            ArticleSteps step = entry.getValue();
            boolean tellsOfAddition = notedAsAddition.contains(id);
            if (step.isNew()) {
                if (!tellsOfAddition) {
                    found.accept(
                            Finding.of(
                                    VER_004,
                                    place,
                                    "Article \"" + id + "\"",
                                    previous.manifest().version(),
                                    id));
                }
                continue;
            }
            List<FilePath> added = step.now().keySet().stream().filter(step::isNew).toList();
            if (!added.isEmpty() && !tellsOfAddition) {
                added.forEach(
                        file ->
                                found.accept(
                                        Finding.of(
                                                VER_004,
                                                place,
                                                "Translation \"" + file + "\"",
                                                previous.manifest().version(),
                                                id)));
            } else if (!step.isUnchanged() && !noted.contains(id)) {
                found.accept(Finding.of(VER_003, place, id, previous.manifest().version()));
            }
        }
    }
}

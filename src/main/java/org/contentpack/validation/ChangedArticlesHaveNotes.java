package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.VER_003;
import static org.contentpack.finding.BuiltInRule.VER_004;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        for (Map.Entry<String, ArticleSteps> entry :
                ArticleSteps.of(context, previous).entrySet()) {
            String id = entry.getKey();
            ArticleSteps step = entry.getValue();
            List<ChangeDocument> notes =
                    manifest.document().changes().stream()
                            .filter(c -> id.equals(c.article()))
                            .toList();
            boolean tellsOfAddition =
                    notes.stream().anyMatch(c -> ChangeKind.ADDITION.id().equals(c.kind()));
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
            } else if (!step.isUnchanged() && notes.isEmpty()) {
                found.accept(Finding.of(VER_003, place, id, previous.manifest().version()));
            }
        }
    }
}

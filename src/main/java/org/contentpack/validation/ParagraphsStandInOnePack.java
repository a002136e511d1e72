package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_010;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.pack.Digest;

/**
 * QLT-010: a {@link LongParagraph} stands in one of the packs that are looked at together. Releases
 * of one pack are one pack here, as they have to share their text.
 *
 * <p>Against the other rules it remembers what it saw: one for each call of a tool, and for one
 * thread.
 */
final class ParagraphsStandInOnePack implements PackRule {

    private record Place(String pack, Location location) {}

    private final Map<Digest, Place> first = new HashMap<>();

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Consumer<Finding> some = new AtMost(found);
        String pack =
                context.manifest()
                        .map(Located<ManifestDocument>::document)
                        .map(ManifestDocument::id)
                        .orElse("");
        for (ArticleDocument article : context.articles()) {
            for (LongParagraph paragraph : LongParagraph.of(Prose.of(context, article))) {
                Place before =
                        first.putIfAbsent(paragraph.words(), new Place(pack, paragraph.location()));
                if (before != null && !before.pack().equals(pack)) {
                    some.accept(
                            Finding.of(
                                    QLT_010,
                                    paragraph.location(),
                                    before.pack(),
                                    before.location(),
                                    paragraph.beginning()));
                }
            }
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_060;
import static org.contentpack.finding.BuiltInRule.REF_061;
import static org.contentpack.finding.BuiltInRule.REF_062;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.RelationDocument;
import org.contentpack.pack.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * REF-060, REF-061, REF-062: a relation joins two different articles of this pack, and is given
 * once.
 */
final class RelatedArticlesExist implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        context.manifest().ifPresent(m -> check(m, context, found));
    }

    private static void check(
            Located<ManifestDocument> manifest, PackContext context, Consumer<Finding> found) {
        List<RelationDocument> related = manifest.document().related();
        // A set of sets would be slow here: the sum of two ids' hashes is that of many pairs.
        Map<String, Set<String>> pairs = new HashMap<>();
        for (int i = 0; i < related.size(); i++) {
            String article = related.get(i).article();
            String to = related.get(i).to();
            Location place = manifest.locations().of("/related/" + i);
            checkEnd(
                    article, manifest.locations().of("/related/" + i + "/article"), context, found);
            checkEnd(to, manifest.locations().of("/related/" + i + "/to"), context, found);
            if (article == null || to == null) {
                continue;
            }
            if (article.equals(to)) {
                found.accept(Finding.of(REF_061, place, article));
            } else if (!isNew(article, to, pairs)) {
                found.accept(Finding.of(REF_062, place, article, to));
            }
        }
    }

    /** Adds the pair, whichever of both comes first; false where it was there. */
    private static boolean isNew(String one, String other, Map<String, Set<String>> pairs) {
        boolean isInOrder = one.compareTo(other) < 0;
        return pairs.computeIfAbsent(isInOrder ? one : other, first -> new HashSet<>())
                .add(isInOrder ? other : one);
    }

    private static void checkEnd(
            @Nullable String id, Location place, PackContext context, Consumer<Finding> found) {
        Set<String> ids = context.articleIds();
        if (id != null && ArticleId.isArticleId(id) && !ids.contains(id)) {
            found.accept(Finding.of(REF_060, place, id).suggesting(context.nearest(id, ids)));
        }
    }
}

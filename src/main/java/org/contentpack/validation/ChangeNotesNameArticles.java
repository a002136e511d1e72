package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_065;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.ChangeDocument;
import org.contentpack.pack.ArticleId;

/** REF-065: change notes are about articles of this pack. */
final class ChangeNotesNameArticles implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        context.manifest().ifPresent(m -> check(m, context, found));
    }

    private static void check(
            Located<ManifestDocument> manifest, PackContext context, Consumer<Finding> found) {
        Set<String> ids = context.articleIds();
        List<ChangeDocument> changes = manifest.document().changes();
        for (int i = 0; i < changes.size(); i++) {
            String article = changes.get(i).article();
            if (article != null && ArticleId.isArticleId(article) && !ids.contains(article)) {
                found.accept(
                        Finding.of(
                                        REF_065,
                                        manifest.locations().of("/changes/" + i + "/article"),
                                        article)
                                .suggesting(context.nearest(article, ids)));
            }
        }
    }
}

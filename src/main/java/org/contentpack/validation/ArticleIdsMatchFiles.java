package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_021;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;

/** REF-021: an article's file is named by its id. */
final class ArticleIdsMatchFiles implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            String id = PackContext.idOf(article);
            if (!id.equals(article.stem())) {
                found.accept(
                        Finding.of(REF_021, PackContext.at(article, "/id"), id, article.stem()));
            }
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_020;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;

/** REF-020: an article stands in each language once. */
final class ArticlesAreUnique implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Map<String, ArticleDocument> first = new HashMap<>();
        for (ArticleDocument article : context.articles()) {
            String language =
                    context.languageOf(article)
                            .map(l -> l.tag())
                            .orElse(article.languageSuffix().orElse(""));
            ArticleDocument other =
                    first.putIfAbsent(PackContext.idOf(article) + "." + language, article);
            if (other != null) {
                found.accept(
                        Finding.of(
                                REF_020,
                                PackContext.at(article, "/id"),
                                PackContext.idOf(article),
                                language,
                                other.file()));
            }
        }
    }
}

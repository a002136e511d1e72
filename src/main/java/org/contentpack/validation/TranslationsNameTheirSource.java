package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_029;
import static org.contentpack.finding.BuiltInRule.REF_030;
import static org.contentpack.finding.BuiltInRule.REF_031;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;

/** REF-029, REF-030, REF-031: translations, and only they, say what they were made from. */
final class TranslationsNameTheirSource implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            String id = PackContext.idOf(article);
            boolean isTranslation = PackContext.isTranslation(article);
            if (isTranslation && context.sourceOf(article).isEmpty()) {
                found.accept(
                        Finding.of(REF_031, Location.of(article.file()), id)
                                .suggesting(context.nearest(id, context.sourceIds())));
            }
            if (article.frontMatter().isEmpty()) {
                continue;
            }
            boolean namesSource =
                    PackContext.frontMatter(article)
                            .map(FrontMatterDocument::translates)
                            .isPresent();
            if (isTranslation && !namesSource) {
                found.accept(Finding.of(REF_029, PackContext.at(article, ""), id));
            } else if (!isTranslation && namesSource) {
                found.accept(Finding.of(REF_030, PackContext.at(article, "/translates"), id));
            }
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.HLT_001;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;

/** HLT-001: every article says what it is not. */
final class DisclaimersArePresent implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            if (article.frontMatter().isPresent()
                    && PackContext.frontMatter(article)
                            .map(FrontMatterDocument::disclaimer)
                            .filter(text -> !text.isBlank())
                            .isEmpty()) {
                found.accept(
                        Finding.of(
                                HLT_001, PackContext.at(article, ""), PackContext.idOf(article)));
            }
        }
    }
}

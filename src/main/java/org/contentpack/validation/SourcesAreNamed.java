package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.HLT_007;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;

/** HLT-007: every article names what it rests on. */
final class SourcesAreNamed implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            if (PackContext.frontMatter(article).filter(f -> f.sources().isEmpty()).isPresent()) {
                found.accept(
                        Finding.of(
                                HLT_007, PackContext.at(article, ""), PackContext.idOf(article)));
            }
        }
    }
}

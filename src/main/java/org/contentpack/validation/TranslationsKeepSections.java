package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_033;

import java.util.List;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;

/** REF-033: a translation has the sections of its source, in the same order. */
final class TranslationsKeepSections implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            if (!PackContext.isTranslation(article)) {
                continue;
            }
            List<String> here = PackContext.sectionIds(article);
            context.sourceOf(article)
                    .map(PackContext::sectionIds)
                    .filter(there -> !there.equals(here))
                    .ifPresent(
                            there ->
                                    found.accept(
                                            Finding.of(
                                                    REF_033,
                                                    Location.of(article.file()),
                                                    PackContext.idOf(article),
                                                    String.join(", ", here),
                                                    String.join(", ", there))));
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_022;
import static org.contentpack.finding.BuiltInRule.REF_024;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;

/**
 * REF-022, REF-024: a slug leads to one article, whatever the language of the reader, and never to
 * another than the id that it equals.
 *
 * <p>One article may have the same slug in several languages.
 */
final class SlugsAreUnique implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Map<String, String> owners = new HashMap<>();
        Set<String> ids = context.articleIds();
        for (ArticleDocument article : context.articles()) {
            Optional<String> slug = PackContext.frontMatter(article).map(FrontMatterDocument::slug);
            if (slug.isEmpty()) {
                continue;
            }
            String id = PackContext.idOf(article);
            String folded = fold(slug.get());
            String owner = owners.putIfAbsent(folded, id);
            if (owner != null && !owner.equals(id)) {
                found.accept(
                        Finding.of(REF_022, PackContext.at(article, "/slug"), slug.get(), owner));
            } else if (!folded.equals(id) && ids.contains(folded)) {
                found.accept(Finding.of(REF_024, PackContext.at(article, "/slug"), slug.get()));
            }
        }
    }

    /** Folds case in both ways, because some letters meet only in one of them. */
    static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}

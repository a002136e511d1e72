package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_011;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;
import org.contentpack.manifest.FrontMatterDocument.SourceDocument;

/** REF-011: an article's sources have different ids. */
final class SourceIdsAreUnique implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            List<SourceDocument> sources =
                    PackContext.frontMatter(article)
                            .map(FrontMatterDocument::sources)
                            .orElse(List.of());
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < sources.size(); i++) {
                String id = sources.get(i).id();
                if (id != null && !seen.add(id)) {
                    found.accept(
                            Finding.of(
                                    REF_011, PackContext.at(article, "/sources/" + i + "/id"), id));
                }
            }
        }
    }
}

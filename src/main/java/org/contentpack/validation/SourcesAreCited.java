package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_012;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;
import org.contentpack.manifest.FrontMatterDocument.SourceDocument;

/** REF-012: every source of an article is cited in it. */
final class SourcesAreCited implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            Set<String> cited = new HashSet<>();
            article.body()
                    .sections()
                    .forEach(
                            section -> {
                                cited.addAll(section.cites());
                                section.cautions().forEach(c -> cited.addAll(c.cites()));
                            });
            List<SourceDocument> sources =
                    PackContext.frontMatter(article)
                            .map(FrontMatterDocument::sources)
                            .orElse(List.of());
            for (int i = 0; i < sources.size(); i++) {
                String id = sources.get(i).id();
                if (id != null && !cited.contains(id)) {
                    found.accept(
                            Finding.of(
                                    REF_012, PackContext.at(article, "/sources/" + i + "/id"), id));
                }
            }
        }
    }

    /** The ids of an article's sources, as written. */
    static Set<String> sourceIds(ArticleDocument article) {
        return PackContext.frontMatter(article).stream()
                .flatMap(f -> f.sources().stream())
                .map(SourceDocument::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

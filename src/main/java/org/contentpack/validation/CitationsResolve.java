package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_010;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Position;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.CautionDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;

/** REF-010: what headings and cautions cite is among the article's sources. */
final class CitationsResolve implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            if (article.frontMatter().isEmpty()) {
                continue;
            }
            Set<String> sources = SourcesAreCited.sourceIds(article);
            for (SectionDocument section : article.body().sections()) {
                check(article, sources, section.cites(), section.position(), found);
                for (CautionDocument caution : section.cautions()) {
                    check(article, sources, caution.cites(), caution.position(), found);
                }
            }
        }
    }

    private static void check(
            ArticleDocument article,
            Set<String> sources,
            List<String> cites,
            Position position,
            Consumer<Finding> found) {
        for (String cited : cites) {
            if (!sources.contains(cited)) {
                found.accept(Finding.of(REF_010, PackContext.at(article, position), cited));
            }
        }
    }
}

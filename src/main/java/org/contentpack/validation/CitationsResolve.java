package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_010;
import static org.contentpack.validation.PackContext.at;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
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
                check(section.cites(), sources, context, at(article, section.position()), found);
                for (CautionDocument caution : section.cautions()) {
                    check(
                            caution.cites(),
                            sources,
                            context,
                            at(article, caution.position()),
                            found);
                }
            }
        }
    }

    private static void check(
            List<String> cites,
            Set<String> sources,
            PackContext context,
            Location place,
            Consumer<Finding> found) {
        for (String cited : cites) {
            if (!sources.contains(cited)) {
                found.accept(
                        Finding.of(REF_010, place, cited)
                                .suggesting(context.nearest(cited, sources)));
            }
        }
    }
}

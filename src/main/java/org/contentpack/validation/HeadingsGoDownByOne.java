package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_006;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.HeadingDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;

/** QLT-006: a heading is at most one level deeper than the one before it. */
final class HeadingsGoDownByOne implements PackRule {

    private static final int TITLE_LEVEL = 1;
    private static final int SECTION_LEVEL = 2;

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Consumer<Finding> some = new AtMost(found);
        for (ArticleDocument article : context.articles()) {
            for (SectionDocument section : article.body().sections()) {
                int above = section.heading().isPresent() ? SECTION_LEVEL : TITLE_LEVEL;
                for (HeadingDocument heading : section.headings()) {
                    if (heading.level() > above + 1) {
                        some.accept(
                                Finding.of(
                                        QLT_006,
                                        PackContext.at(article, heading.position()),
                                        heading.text(),
                                        heading.level(),
                                        above,
                                        above + 1));
                    }
                    above = heading.level();
                }
            }
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.HLT_009;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.CautionDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;

/** HLT-009: a caution cites a source or says what else it rests on. */
final class CautionsRestOnSomething implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            for (SectionDocument section : article.body().sections()) {
                for (CautionDocument caution : section.cautions()) {
                    if (caution.cites().isEmpty()
                            && caution.basis().filter(b -> !b.isBlank()).isEmpty()) {
                        found.accept(
                                Finding.of(
                                        HLT_009,
                                        PackContext.at(article, caution.position()),
                                        caution.markdown().strip()));
                    }
                }
            }
        }
    }
}

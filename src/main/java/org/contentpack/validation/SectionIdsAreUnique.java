package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_025;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.pack.Section;

/** REF-025: the sections of an article have different ids. */
final class SectionIdsAreUnique implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            Set<String> seen = new HashSet<>();
            for (SectionDocument section : article.body().sections()) {
                if (section.id().isEmpty()) {
                    continue;
                }
                String id = section.id().get();
                // A heading that takes the id of the text before it has a finding of its own.
                if (!seen.add(id) && !id.equals(Section.INTRO.value())) {
                    found.accept(
                            Finding.of(REF_025, PackContext.at(article, section.position()), id));
                }
            }
        }
    }
}

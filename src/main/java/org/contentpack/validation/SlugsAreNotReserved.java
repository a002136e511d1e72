package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_023;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;
import org.contentpack.pack.Slug;

/** REF-023: no slug is a word that servers and sites use in addresses. */
final class SlugsAreNotReserved implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            PackContext.frontMatter(article)
                    .map(FrontMatterDocument::slug)
                    .filter(slug -> Slug.isReserved(SlugsAreUnique.fold(slug)))
                    .ifPresent(
                            slug ->
                                    found.accept(
                                            Finding.of(
                                                    REF_023,
                                                    PackContext.at(article, "/slug"),
                                                    slug)));
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_032;

import java.util.Optional;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;
import org.contentpack.manifest.FrontMatterDocument.TranslationDocument;
import org.contentpack.pack.Digest;

/** REF-032: a translation was made from the source text of the same release. */
final class TranslationsAreFresh implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            if (!PackContext.isTranslation(article)) {
                continue;
            }
            Optional<Digest> madeFrom =
                    PackContext.frontMatter(article)
                            .map(FrontMatterDocument::translates)
                            .map(TranslationDocument::digest)
                            .flatMap(Digest::parse);
            Optional<Digest> source = context.sourceOf(article).map(ArticleDocument::digest);
            if (madeFrom.isPresent() && source.isPresent() && !madeFrom.equals(source)) {
                found.accept(
                        Finding.of(
                                REF_032,
                                PackContext.at(article, "/translates/digest"),
                                PackContext.idOf(article),
                                madeFrom.get(),
                                source.get()));
            }
        }
    }
}

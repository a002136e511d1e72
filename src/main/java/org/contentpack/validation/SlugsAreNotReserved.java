package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_023;

import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.FrontMatterDocument;

/** REF-023: no slug is a word that servers and sites use in addresses. */
final class SlugsAreNotReserved implements PackRule {

    private static final Set<String> RESERVED =
            Set.of(
                    "api",
                    "archive",
                    "articles",
                    "assets",
                    "blobs",
                    "channels",
                    "changes",
                    "compare",
                    "exports",
                    "feed",
                    "health",
                    "index",
                    "latest",
                    "packs",
                    "schemas",
                    "search",
                    "sections",
                    "timemap",
                    "versions");

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            PackContext.frontMatter(article)
                    .map(FrontMatterDocument::slug)
                    .filter(slug -> RESERVED.contains(SlugsAreUnique.fold(slug)))
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

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_005;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;

/**
 * QLT-005: every link says in words where it leads.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#link-purpose-in-context">WCAG 2.2, success criterion
 *     2.4.4</a>
 */
final class LinksHaveText implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Consumer<Finding> some = new AtMost(found);
        for (ArticleDocument article : context.articles()) {
            article.body().sections().stream()
                    .flatMap(s -> s.links().stream())
                    .filter(link -> link.text().isBlank())
                    .forEach(
                            link ->
                                    some.accept(
                                            Finding.of(
                                                    QLT_005,
                                                    PackContext.at(article, link.position()),
                                                    link.destination())));
        }
    }
}

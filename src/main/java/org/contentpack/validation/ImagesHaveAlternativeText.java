package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_042;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;

/**
 * REF-042: every image says in words what it shows.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#non-text-content">WCAG 2.2, success criterion
 *     1.1.1</a>
 */
final class ImagesHaveAlternativeText implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            article.body().sections().stream()
                    .flatMap(s -> s.images().stream())
                    .filter(image -> image.alt().isBlank())
                    .forEach(
                            image ->
                                    found.accept(
                                            Finding.of(
                                                    REF_042,
                                                    PackContext.at(article, image.position()),
                                                    image.destination())));
        }
    }
}

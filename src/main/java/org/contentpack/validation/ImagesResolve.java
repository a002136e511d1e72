package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_040;
import static org.contentpack.finding.BuiltInRule.REF_041;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.ImageDocument;
import org.contentpack.pack.Destination;

/**
 * REF-040, REF-041: every image is an asset of the pack.
 *
 * <p>Nothing is ever fetched. An image that is listed without a file, or there without being
 * listed, is the finding of another rule.
 */
final class ImagesResolve implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Set<String> known = new TreeSet<>(context.listedAssets());
        context.files().stream().filter(f -> f.startsWith("assets/")).forEach(known::add);
        for (ArticleDocument article : context.articles()) {
            article.body().sections().stream()
                    .flatMap(s -> s.images().stream())
                    .forEach(image -> check(article, image, known, context, found));
        }
    }

    private static void check(
            ArticleDocument article,
            ImageDocument image,
            Set<String> known,
            PackContext context,
            Consumer<Finding> found) {
        Location place = PackContext.at(article, image.position());
        if (Destination.of(image.destination(), article.file())
                instanceof Destination.Inside inside) {
            if (inside.path().filter(known::contains).isEmpty()) {
                found.accept(
                        Finding.of(REF_040, place, image.destination())
                                .suggesting(
                                        inside.path()
                                                .flatMap(path -> context.nearest(path, known))
                                                .map(PackContext::asLinked)));
            }
        } else {
            found.accept(Finding.of(REF_041, place, image.destination()));
        }
    }
}

package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_003;
import static org.contentpack.finding.BuiltInRule.REF_004;
import static org.contentpack.finding.BuiltInRule.REF_005;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.LinkDocument;
import org.contentpack.pack.Destination;

/** REF-003, REF-004, REF-005: links are https, mailto, or stay in the pack. */
final class LinksAreSafe implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            article.body().sections().stream()
                    .flatMap(s -> s.links().stream())
                    .forEach(link -> check(article, link, found));
        }
    }

    private static void check(ArticleDocument article, LinkDocument link, Consumer<Finding> found) {
        String text = link.destination();
        Location place = PackContext.at(article, link.position());
        Destination destination = Destination.of(text, article.file());
        if (destination instanceof Destination.Address address) {
            switch (address.scheme()) {
                case "https", "mailto" -> {}
                case "http" -> found.accept(Finding.of(REF_004, place, text));
                default -> found.accept(Finding.of(REF_003, place, text, address.scheme()));
            }
        } else if (destination instanceof Destination.Astray) {
            found.accept(Finding.of(REF_005, place, text));
        }
    }
}

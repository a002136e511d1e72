package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_007;

import java.util.List;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.ImageDocument;
import org.contentpack.manifest.wording.Token;

/** QLT-007: an image's alternative text does not only repeat its caption. */
final class AlternativeTextsAddToCaptions implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Consumer<Finding> some = new AtMost(found);
        for (ArticleDocument article : context.articles()) {
            article.body().sections().stream()
                    .flatMap(s -> s.images().stream())
                    .filter(AlternativeTextsAddToCaptions::repeats)
                    .forEach(
                            image ->
                                    some.accept(
                                            Finding.of(
                                                    QLT_007,
                                                    PackContext.at(article, image.position()),
                                                    image.destination())));
        }
    }

    private static boolean repeats(ImageDocument image) {
        List<String> alt = words(image.alt());
        return !alt.isEmpty() && image.title().filter(t -> words(t).equals(alt)).isPresent();
    }

    private static List<String> words(String text) {
        return Token.of(text).stream().map(Token::word).toList();
    }
}

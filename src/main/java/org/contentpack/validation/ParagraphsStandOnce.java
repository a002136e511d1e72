package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_008;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.ParagraphDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.wording.Token;
import org.contentpack.pack.Digest;

/** QLT-008: a paragraph of {@value #LEAST} words or more stands once in a pack. */
final class ParagraphsStandOnce implements PackRule {

    static final int LEAST = 20;

    private static final int SHOWN = 60;

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Consumer<Finding> some = new AtMost(found);
        Map<String, Location> first = new TreeMap<>();
        for (ArticleDocument article : context.articles()) {
            for (SectionDocument section : article.body().sections()) {
                for (ParagraphDocument paragraph : section.paragraphs()) {
                    // A word and what parts it from the next take two characters at least.
                    if (!paragraph.isCaution() && paragraph.text().length() >= 2 * LEAST - 1) {
                        check(article, paragraph, first, some);
                    }
                }
            }
        }
    }

    private static void check(
            ArticleDocument article,
            ParagraphDocument paragraph,
            Map<String, Location> first,
            Consumer<Finding> found) {
        List<Token> words = Token.of(paragraph.text());
        if (words.size() < LEAST) {
            return;
        }
        Location here = PackContext.at(article, paragraph.position());
        // The digest, since a pack may have as much text as memory.
        String key =
                Digest.of(words.stream().map(Token::word).collect(Collectors.joining(" ")))
                        .toString();
        Location before = first.putIfAbsent(key, here);
        if (before != null) {
            String text = paragraph.text().replace('\n', ' ');
            int end = Math.min(SHOWN, text.codePointCount(0, text.length()));
            found.accept(
                    Finding.of(
                            QLT_008,
                            here,
                            before,
                            text.substring(0, text.offsetByCodePoints(0, end))));
        }
    }
}

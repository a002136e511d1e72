package org.contentpack.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.ParagraphDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.wording.Readability;
import org.contentpack.manifest.wording.Sentence;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Review;

/**
 * What can be counted of one article in one language.
 *
 * @param words of sentences, headings left out
 * @param ease by the formula of its language, higher where it is easier; empty where none is known
 * @param nextReview the day by which it has to be reviewed again; empty where nobody has reviewed
 *     it
 */
record ArticleFigures(
        ArticleHead head,
        int sections,
        int sentences,
        int words,
        Optional<Readability> ease,
        int links,
        int images,
        Optional<LocalDate> nextReview) {

    static ArticleFigures of(ArticleHead head, ArticleDocument document) {
        Locale locale = head.language().toLocale();
        List<Sentence> sentences = new ArrayList<>();
        int sections = 0;
        int links = 0;
        int images = 0;
        for (SectionDocument section : document.body().sections()) {
            for (ParagraphDocument paragraph : section.paragraphs()) {
                sentences.addAll(Sentence.of(paragraph.text(), locale));
            }
            // The part before the first heading is there even where nothing stands in it.
            boolean isThere = section.heading().isPresent() || !section.markdown().isBlank();
            sections += isThere ? 1 : 0;
            links += section.links().size();
            images += section.images().size();
        }
        return new ArticleFigures(
                head,
                sections,
                sentences.size(),
                sentences.stream().mapToInt(Sentence::words).sum(),
                Readability.of(head.language(), sentences),
                links,
                images,
                head.review() instanceof Review.Reviewed reviewed
                        ? Optional.of(reviewed.nextReview())
                        : Optional.empty());
    }

    /** For programs. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("article", head.id().value());
        json.put("language", head.language().tag());
        json.put("sections", sections);
        json.put("sentences", sentences);
        json.put("words", words);
        ease.ifPresent(
                e -> json.put("ease", Json.of("formula", e.formula().title(), "score", e.score())));
        json.put("links", links);
        json.put("images", images);
        nextReview.ifPresent(day -> json.put("nextReview", day.toString()));
        return json;
    }
}

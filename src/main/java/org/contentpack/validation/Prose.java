package org.contentpack.validation;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.ParagraphDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.wording.Sentence;
import org.contentpack.manifest.wording.Words;
import org.contentpack.pack.Language;

/**
 * The sentences of one article, cut once for all rules that look at them.
 *
 * @param language empty where it cannot be read
 * @param words what is looked for in the language, nothing where that is not known
 * @param sentences those of all sections, in their order
 */
record Prose(
        ArticleDocument article,
        Optional<Language> language,
        Words words,
        List<SectionProse> sections,
        List<PlacedSentence> sentences) {

    /** The sentences of one section, in its order. */
    record SectionProse(SectionDocument section, List<PlacedSentence> sentences) {}

    /** A sentence with the paragraph it stands in. */
    record PlacedSentence(Sentence sentence, ParagraphDocument paragraph) {}

    static Prose of(PackContext context, ArticleDocument article) {
        Optional<Language> language = context.languageOf(article);
        Locale locale = language.map(Language::toLocale).orElse(Locale.ROOT);
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        List<SectionProse> sections = new ArrayList<>();
        for (SectionDocument section : article.body().sections()) {
            List<PlacedSentence> sentences = new ArrayList<>();
            for (ParagraphDocument paragraph : section.paragraphs()) {
                Sentence.of(paragraph.text(), breaks)
                        .forEach(s -> sentences.add(new PlacedSentence(s, paragraph)));
            }
            sections.add(new SectionProse(section, List.copyOf(sentences)));
        }
        return new Prose(
                article,
                language,
                language.map(Words::of).orElse(Words.none()),
                List.copyOf(sections),
                sections.stream().flatMap(s -> s.sentences().stream()).toList());
    }

    Location at(PlacedSentence placed) {
        return PackContext.at(article, placed.paragraph().at(placed.sentence().start()));
    }
}

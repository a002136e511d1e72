package org.contentpack.validation;

import java.util.ArrayList;
import java.util.List;
import org.contentpack.finding.Location;
import org.contentpack.manifest.BodyDocument.ParagraphDocument;
import org.contentpack.manifest.wording.Token;
import org.contentpack.pack.Digest;
import org.contentpack.validation.Prose.PlacedSentence;
import org.contentpack.validation.Prose.SectionProse;

/**
 * A paragraph of {@value #LEAST} words or more that is no caution: long enough that a second copy
 * is no accident of wording.
 *
 * @param words of all its words in lower case, since packs may have as much text as memory
 */
record LongParagraph(Digest words, Location location, String text) {

    static final int LEAST = 20;

    private static final int SHOWN = 60;

    /** Those of an article, in its order. */
    static List<LongParagraph> of(Prose prose) {
        List<LongParagraph> found = new ArrayList<>();
        for (SectionProse section : prose.sections()) {
            List<PlacedSentence> sentences = section.sentences();
            int to;
            for (int from = 0; from < sentences.size(); from = to) {
                ParagraphDocument paragraph = sentences.get(from).paragraph();
                to = from + 1;
                while (to < sentences.size() && sentences.get(to).paragraph().equals(paragraph)) {
                    to++;
                }
                if (!paragraph.isCaution() && words(sentences, from, to) >= LEAST) {
                    found.add(of(prose, paragraph, sentences.subList(from, to)));
                }
            }
        }
        return found;
    }

    private static int words(List<PlacedSentence> sentences, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            words += sentences.get(i).sentence().tokens().size();
        }
        return words;
    }

    private static LongParagraph of(
            Prose prose, ParagraphDocument paragraph, List<PlacedSentence> sentences) {
        StringBuilder words = new StringBuilder(paragraph.text().length());
        for (PlacedSentence placed : sentences) {
            for (Token token : placed.sentence().tokens()) {
                words.append(token.word()).append(' ');
            }
        }
        return new LongParagraph(
                Digest.of(words.toString()),
                PackContext.at(prose.article(), paragraph.position()),
                paragraph.text());
    }

    /** What is shown of it. */
    String beginning() {
        int end =
                text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        return text.substring(0, end).replace('\n', ' ');
    }
}

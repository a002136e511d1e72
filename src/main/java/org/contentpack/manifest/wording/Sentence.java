package org.contentpack.manifest.wording;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence of a paragraph, as {@link BreakIterator} cuts it in the language of the text.
 *
 * @param text with its punctuation, without white space at its ends
 * @param start index of its first character in the paragraph
 * @param tokens its words, at least one; their places are those in the paragraph
 */
public record Sentence(String text, int start, List<Token> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** The sentences of a paragraph that have a word, in its order. A line feed ends none. */
    public static List<Sentence> of(String paragraph, Locale locale) {
        return of(paragraph, BreakIterator.getSentenceInstance(locale));
    }

    /**
     * The same with what cuts sentences in the language, which takes longer to make than to use.
     *
     * @param breaks is set to this text
     */
    public static List<Sentence> of(String paragraph, BreakIterator breaks) {
        String line = paragraph.replace('\n', ' ');
        List<Token> tokens = Token.of(line);
        breaks.setText(line);
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < end) {
                to++;
            }
            if (to > from) {
                String text = line.substring(start, end);
                int indent = text.length() - text.stripLeading().length();
                sentences.add(new Sentence(text.strip(), start + indent, tokens.subList(from, to)));
            }
            from = to;
            start = end;
        }
        return sentences;
    }

    /** How many words have a letter; numbers are none. */
    public int words() {
        int words = 0;
        for (Token token : tokens) {
            words += token.hasLetter() ? 1 : 0;
        }
        return words;
    }
}

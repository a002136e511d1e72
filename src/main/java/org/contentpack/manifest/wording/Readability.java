package org.contentpack.manifest.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.pack.Language;

/**
 * How easy a text is to read, by the formula published for its language: some 100 is very easy, 60
 * is plain, below 30 is for specialists. Only lengths of sentences and words count, so it says
 * nothing about whether a text is right or clear.
 *
 * <p>The terms in {@code terms/<language>.txt} beside this class are left out as if they were not
 * there: readers need them, and no easier word says the same. Syllables are counted by spelling.
 *
 * @param words without the terms and without numbers
 * @param sentences list items and paragraphs without a full stop are sentences too
 */
public record Readability(Formula formula, int words, int sentences, int syllables) {

    /** The formulas, one for each language that is looked at. */
    // The functions have no state, and the sets are copies.
    @SuppressWarnings("ImmutableEnumChecker")
    public enum Formula {
        /**
         * Flesch Reading Ease, for English: 206.835 − 1.015 words per sentence − 84.6 syllables per
         * word.
         *
         * @see <a href="https://doi.org/10.1037/h0057532">R. Flesch, A new readability yardstick,
         *     1948</a>
         */
        FLESCH("en", "Flesch", 206.835, 1.015, 84.6) {
            @Override
            int syllables(String word) {
                return Syllables.english(word);
            }
        },

        /**
         * Fernández Huerta, for Spanish: 206.84 − 1.02 words per sentence − 60 syllables per word.
         * From J. Fernández Huerta, Medidas sencillas de lecturabilidad, 1959, with words per
         * sentence where the first print had sentences per hundred words.
         */
        FERNANDEZ_HUERTA("es", "Fernández Huerta", 206.84, 1.02, 60.0) {
            @Override
            int syllables(String word) {
                return Syllables.spanish(word);
            }
        };

        private final String language;
        private final String title;
        private final double top;
        private final double perWordOfSentence;
        private final double perSyllableOfWord;

        Formula(
                String language,
                String title,
                double top,
                double perWordOfSentence,
                double perSyllableOfWord) {
            this.language = language;
            this.title = title;
            this.top = top;
            this.perWordOfSentence = perWordOfSentence;
            this.perSyllableOfWord = perSyllableOfWord;
        }

        /** Of a word in lower case; at least one. */
        abstract int syllables(String word);

        /** Its name as people cite it. */
        public String title() {
            return title;
        }

        /** Empty where no formula is known here for the language. */
        public static Optional<Formula> of(Language language) {
            return Arrays.stream(values())
                    .filter(f -> f.language.equals(language.primary()))
                    .findFirst();
        }
    }

    private static final Map<Formula, Set<String>> TERMS =
            Arrays.stream(Formula.values())
                    .collect(Collectors.toMap(f -> f, f -> termsOf(f.language).keySet()));

    public Readability {
        if (words < 1 || sentences < 1 || syllables < words) {
            throw new IllegalArgumentException(
                    "a text must have a sentence, a word in it and a syllable in each word: "
                            + sentences
                            + ", "
                            + words
                            + ", "
                            + syllables);
        }
    }

    /**
     * Of all sentences of a text.
     *
     * @return empty where no formula is known for the language, or nothing is left to count
     */
    public static Optional<Readability> of(Language language, Collection<Sentence> sentences) {
        return Formula.of(language).flatMap(formula -> of(formula, sentences));
    }

    private static Optional<Readability> of(Formula formula, Collection<Sentence> sentences) {
        Set<String> terms = TERMS.getOrDefault(formula, Set.of());
        int counted = 0;
        int words = 0;
        int syllables = 0;
        for (Sentence sentence : sentences) {
            int before = words;
            for (Token token : sentence.tokens()) {
                if (token.hasLetter() && !terms.contains(token.word())) {
                    words++;
                    syllables += formula.syllables(token.word());
                }
            }
            counted += words > before ? 1 : 0;
        }
        return words == 0
                ? Optional.empty()
                : Optional.of(new Readability(formula, words, counted, syllables));
    }

    /** What the formula gives, rounded to a whole number; it may lie outside 0 to 100. */
    public int score() {
        return (int)
                Math.round(
                        formula.top
                                - formula.perWordOfSentence * words / sentences
                                - formula.perSyllableOfWord * syllables / words);
    }

    /** The terms that are left out in a language, each with the reason. */
    static Map<String, String> termsOf(String language) {
        try (InputStream in = Readability.class.getResourceAsStream("terms/" + language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no terms for \"" + language + "\"");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
